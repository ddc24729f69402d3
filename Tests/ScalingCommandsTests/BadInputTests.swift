import Foundation
import Testing

/// Each kind of bad input gets one clear message, exit code 1 (64 for usage), and leaves nothing
/// behind.
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var table: String?
    var arguments: [String]
    var message: String
    var exitCode: Int32 = 1

    var testDescription: String { name }
  }

  static let ok = "tokens,accuracy\n1,0.1\n2,0.25\n3,0.3\n4,0.32\n5,0.4\n"

  static let cases = [
    Case(
      name: "missing file", table: nil, arguments: [],
      message: "Error: t.csv: there is no such file. Check the path."),
    Case(
      name: "empty file", table: "", arguments: [],
      message: "Error: t.csv: the input is empty. A table starts with a line of column names."),
    Case(
      name: "header only", table: "tokens,accuracy\n", arguments: [],
      message: "Error: t.csv: there is a header, but no row. Add rows below it."),
    Case(
      name: "unknown column", table: ok, arguments: ["--y", "acuracy"],
      message: "Error: t.csv: there is no column \"acuracy\" (--y). Did you mean \"accuracy\"? "
        + "The columns are tokens, accuracy."),
    Case(
      name: "text where a number belongs", table: "tokens,accuracy\n1,0.1\n2,oops\n3,0.3\n",
      arguments: ["--x", "tokens", "--y", "accuracy"],
      message: "Error: t.csv, line 3, column \"accuracy\": \"oops\" is not a number. "
        + "Write a number such as 0.42, or leave the cell empty if it is missing."),
    Case(
      name: "a quoted decimal comma", table: "tokens,accuracy\n1,\"3,5\"\n2,0.2\n3,0.3\n",
      arguments: ["--x", "tokens", "--y", "accuracy"],
      message: "Error: t.csv, line 2, column \"accuracy\": \"3,5\" has a decimal comma. Write 3.5."),
    Case(
      name: "a day that does not exist", table: "date,score\n2024-13-01,1\n2024-02-01,2\n",
      arguments: ["--x", "date", "--y", "score"],
      message: "Error: t.csv, line 2, column \"date\": \"2024-13-01\" is no day of the calendar. "
        + "Write dates as 2025-01-31, or leave the cell empty if it is missing."),
    Case(
      name: "ragged row", table: "tokens,accuracy\n1,0.1\n2,0.2,7\n", arguments: [],
      message: "Error: t.csv, line 3: the row has 3 cells, the header 2. Complete the row, or put "
        + "cells that contain the delimiter in double quotes."),
    Case(
      name: "unclosed quote", table: "tokens,accuracy\n1,\"0.1\n2,0.2\n", arguments: [],
      message: "Error: t.csv, line 2: the quote that opens cell 2 is never closed. Close the cell "
        + "with a double quote."),
    Case(
      name: "x of zero for a log model", table: "tokens,accuracy\n0,0.1\n2,0.2\n3,0.3\n4,0.35\n",
      arguments: ["--model", "log-linear"],
      message: "Error: t.csv: x = 0: log-linear takes a logarithm of x, which must be positive; "
        + "drop those rows with --where or use --model linear"),
    Case(
      name: "accuracy outside its range", table: "tokens,accuracy\n1,0.1\n2,0.2\n3,130\n",
      arguments: [],
      message: "Error: t.csv, line 4, column \"accuracy\": 130 is not an accuracy between 0 and "
        + "100. Correct the value, or read the column as plain numbers with --y-unit number."),
    Case(
      name: "all x equal", table: "tokens,accuracy\n2,0.1\n2,0.2\n2,0.3\n2,0.32\n", arguments: [],
      message: "Error: t.csv: x is 2 at every point: a curve needs points at different x; check "
        + "the choice of --x and --series"),
    Case(
      name: "all y equal", table: "tokens,accuracy\n1,0.3\n2,0.3\n3,0.3\n4,0.3\n", arguments: [],
      message: "Error: t.csv: y is 0.3 at every point: there is no curve to fit; check the choice "
        + "of --y and --series"),
    Case(
      name: "two points", table: "tokens,accuracy\n1,0.1\n2,0.2\n", arguments: [],
      message: "Error: t.csv: 2 points: a curve needs at least 3; add measurements or check the "
        + "choice of --series"),
    Case(
      name: "infinite number", table: "tokens,accuracy\n1,0.1\ninf,0.2\n", arguments: [],
      message: "Error: t.csv, line 3, column \"tokens\": \"inf\" is not a finite number. Leave the "
        + "cell empty if the value is missing."),
    Case(
      name: "huge number", table: "tokens,accuracy\n1,0.1\n1e400,0.2\n", arguments: [],
      message: "Error: t.csv, line 3, column \"tokens\": \"1e400\" is not a finite number. Leave "
        + "the cell empty if the value is missing."),
    Case(
      name: "a condition that leaves nothing", table: ok, arguments: ["--where", "tokens>100"],
      message: "Error: t.csv: none of the 5 rows meets 'tokens>100'. Look at the values with: "
        + "scaling inspect."),
    Case(
      name: "counts without items", table: ok,
      arguments: ["--bootstrap", "200", "--resample", "binomial"],
      message: "Error: t.csv: a binomial bootstrap needs the number of questions behind every "
        + "accuracy; give --items, or use --resample case or residual"),
    Case(
      name: "unknown family", table: ok, arguments: ["--model", "cubic"],
      message: "Error: --model: there is no family \"cubic\". Choose from constant, linear, "
        + "log-linear, power-law, saturating-power, saturating-exponential, logistic, hinge, broken-power.",
      exitCode: 64),
    Case(
      name: "a family twice", table: ok, arguments: ["--model", "hinge,linear,hinge"],
      message: "Error: --model names a family twice: hinge,linear,hinge.", exitCode: 64),
    Case(
      name: "too few refits", table: ok, arguments: ["--bootstrap", "1"],
      message: "Error: --bootstrap is 1, but percentiles need 100 to 10000000 refits.",
      exitCode: 64),
    Case(
      name: "nothing to predict at", table: ok, arguments: ["--at", ""],
      message: "Error: --at names no number.", exitCode: 64),
    Case(
      name: "decimal comma", table: "tokens;accuracy\n1;0,300\n2;0,400\n3;0,5\n", arguments: [],
      message: "Error: t.csv, line 2, column \"accuracy\": \"0,300\" has a decimal comma. "
        + "Write 0.300."),
    Case(
      name: "the input as output", table: ok, arguments: ["--svg", "t.csv"],
      message: "Error: t.csv: this is an input. Name another file for the output."),
    Case(
      name: "level in percent", table: ok, arguments: ["--level", "95"],
      message: "Error: --level is 95.0, but must lie between 0 and 1, such as 0.95.",
      exitCode: 64),
    Case(
      name: "floor above ceiling", table: ok, arguments: ["--floor", "0.9", "--ceiling", "0.5"],
      message: "Error: --floor 0.9 must lie below --ceiling 0.5.", exitCode: 64),
  ]

  @Test("one message, the right exit code, nothing written", arguments: cases)
  func message(_ bad: Case) throws {
    let folder = try TemporaryFolder()
    if let table = bad.table { try folder.write(table, "t.csv") }
    let before = folder.names
    let svg = bad.arguments.contains("--svg") ? [] : ["--svg", "figure.svg"]
    let run = try CommandRun(
      ["fit", "t.csv", "-o", "report.txt"] + svg + bad.arguments, in: folder.url)
    #expect(run.exitCode == bad.exitCode)
    #expect(run.output == "")
    #expect(run.problem.split(separator: "\n").first.map(String.init) == bad.message)
    if bad.exitCode == 1 { #expect(run.problem.split(separator: "\n").count == 1) }
    #expect(folder.names == before)
  }

  @Test("invalid UTF-8 is named by its place")
  func invalidUTF8() throws {
    let folder = try TemporaryFolder()
    var bytes = Data("model,tokens,accuracy\na,1,0.1\n".utf8)
    bytes.append(contentsOf: [0xFF, 0xFE])
    bytes.append(Data(",2,0.2\n".utf8))
    try bytes.write(to: folder.url.appendingPathComponent("t.csv"))
    let run = try CommandRun(["fit", "t.csv", "--series", "model"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.problem.contains("t.csv, line 3"))
    #expect(run.problem.contains("UTF-8"))
  }

  @Test("a huge file without a line break is refused without reading it whole")
  func noLineBreak() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("t.csv")
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    let chunk = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<64 { handle.write(chunk) }
    // A sparse tail makes it a gigabyte without using the disk.
    try handle.truncate(atOffset: 1 << 30)
    try handle.close()
    let run = try CommandRun(["inspect", "t.csv"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(
      run.problem == "Error: t.csv, line 1: there is no line break in the first 16777216 bytes. "
        + "Check that the file is a table.")
  }

  @Test("a folder as output is refused and the report is not printed instead")
  func folderAsOutput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.ok, "t.csv")
    let run = try CommandRun(["fit", "t.csv", "-o", "."], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(
      run.problem == "Error: .: this is a directory. Name a file in it, such as ./figure.svg.")
  }

  @Test(
    "a full disk is an error", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.ok, "t.csv")
    let run = try CommandRun(["plot", "t.csv", "-o", "/dev/full"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(
      run.problem == "Error: /dev/full: not written: No space left on device. Nothing was left "
        + "behind.")
  }

  @Test("a failed write keeps the old file")
  func failedWriteKeepsOldFile() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.ok, "t.csv")
    try folder.write("old", "figure.svg")
    let run = try CommandRun(
      ["fit", "t.csv", "--svg", "figure.svg", "--where", "tokens>100"], in: folder.url)
    #expect(run.exitCode == 1)
    let text = try String(
      contentsOf: folder.url.appendingPathComponent("figure.svg"), encoding: .utf8)
    #expect(text == "old")
  }
}
