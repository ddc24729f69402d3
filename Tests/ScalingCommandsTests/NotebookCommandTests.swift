import Foundation
import Testing

/// `scaling notebook run` and `check` on notebooks of any author.
struct NotebookCommandTests {
  private static let table = """
    tokens,accuracy
    100,0.11
    200,0.19
    400,0.31
    800,0.39
    1600,0.51

    """

  private static func folder(_ notebook: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(table, "t.csv")
    try folder.write(notebook, "n.md")
    return folder
  }

  private static let fit = "scaling fit t.csv --model log-linear"

  private static func text(_ folder: TemporaryFolder, _ name: String = "n.md") throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("a run fills in output, figure and values; the check after it is silent")
  func runAndCheck() throws {
    let folder = try Self.folder(
      "# T\n\n{{ f.slopePerDoubling }} by {{ f.preferred.model }}.\n\n"
        + "```scaling id=f\n\(Self.fit) --svg figures/f.svg\n```\n")
    let run = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output == "n.md: 1 of 1 blocks run, renewed\n  written: figures/f.svg\n")
    let text = try Self.text(folder)
    #expect(text.contains("<data value=\"f.slopePerDoubling\">+10.00 points per doubling ("))
    #expect(text.contains("<data value=\"f.preferred.model\">log-linear</data>."))
    let direct = try CommandRun(
      Array(Self.fit.split(separator: " ").dropFirst().map(String.init)),
      in: folder.url)
    #expect(text.contains("```text\n\(direct.output)```\n<!-- scaling:end -->\n"))
    let check = try CommandRun(["notebook", "check", "--all", "n.md"], in: folder.url)
    #expect(check.exitCode == 0 && check.output.isEmpty, "\(check.output)")
    let again = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    #expect(again.output == "n.md: 0 of 1 blocks run, unchanged\n")
  }

  @Test("a changed datum makes the check exit with 2 and name the lines")
  func staleness() throws {
    let folder = try Self.folder("```scaling\n\(Self.fit)\n```\n")
    _ = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    let before = try Self.text(folder)
    try folder.write(Self.table.replacingOccurrences(of: "0.51", with: "0.55"), "t.csv")
    let check = try CommandRun(["notebook", "check", "n.md"], in: folder.url)
    #expect(check.exitCode == 2)
    #expect(
      check.output.hasPrefix(
        "n.md, line 1: out of date: t.csv changed\n"
          + "--- n.md\n+++ n.md (as a run makes it)\n@@ -"))
    #expect(try Self.text(folder) == before)
  }

  @Test("a table that only a file of claims names counts as an input")
  func indirectInput() throws {
    let folder = try Self.folder("```scaling\nscaling check c.yml --simulations 99\n```\n")
    try folder.write(
      "claims:\n  - {id: s, data: {file: t.csv}, size: {quantity: slopePerDoubling, is: 10 points, tolerance: 2 points}}\n",
      "c.yml")
    let run = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    try folder.write(Self.table.replacingOccurrences(of: "0.51", with: "0.55"), "t.csv")
    let check = try CommandRun(["notebook", "check", "n.md"], in: folder.url)
    #expect(check.exitCode == 2)
    #expect(check.output.hasPrefix("n.md, line 1: out of date: t.csv changed\n"))
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    var notebook: String
    var message: String
    var testDescription: String { message }
  }

  @Test(
    "bad notebooks are refused with file and line, and stay as they are",
    arguments: [
      Bad(notebook: "a\n```scaling\n\(fit)\n", message: "n.md, line 2: the block that begins here"),
      Bad(
        notebook: "```scaling\nscaling fot t.csv\n```\n",
        message: "n.md, line 2: There is no command \"fot\" for notebooks; did you mean fit?"),
      Bad(
        notebook: "```scaling\nscaling notebook run\n```\n",
        message: "n.md, line 2: There is no command \"notebook\" for notebooks"),
      Bad(
        notebook: "```scaling\nscaling fit t.csv --colour red\n```\n",
        message: "n.md, line 2: Unknown option '--colour'"),
      Bad(
        notebook: "```scaling\nscaling fit --help\n```\n",
        message: "n.md, line 2: Help does not run in a notebook."),
      Bad(
        notebook: "```scaling\nscaling fit -\n```\n",
        message: "n.md, line 2: A notebook has no standard input"),
      Bad(
        notebook: "```scaling\nscaling fit ../t.csv\n```\n",
        message: "n.md, line 2: ../t.csv is outside of "),
      Bad(
        notebook: "```scaling\nscaling fit t.csv --svg /etc/f.svg\n```\n",
        message: "n.md, line 2: /etc/f.svg is outside of "),
      Bad(
        notebook: "```scaling\n\(fit) | less\n```\n", message: "n.md, line 2: pipes (|) do not run"),
      Bad(
        notebook: "```scaling\n\(fit) -o n.md\n```\n",
        message: "n.md, line 2: n.md is a notebook: name another file"),
      Bad(
        notebook: "```scaling\n\(fit) -o a\n\(fit) -o ./b/../a\n```\n",
        message: "n.md, line 3: a is written at n.md, line 2 too"),
    ])
  func refused(_ bad: Bad) throws {
    let folder = try Self.folder(bad.notebook)
    for verb in ["run", "check"] {
      let run = try CommandRun(["notebook", verb, "n.md"], in: folder.url)
      #expect(run.exitCode == 1)
      #expect(run.errors.hasPrefix("Error: \(bad.message)"), "\(run.errors)")
      #expect(try Self.text(folder) == bad.notebook)
      #expect(folder.names == ["n.md", "t.csv"])
    }
  }

  @Test("a symbolic link does not lead out of the root, unless that is allowed")
  func link() throws {
    let other = try TemporaryFolder()
    try other.write(Self.table, "t.csv")
    let folder = try Self.folder("```scaling\nscaling fit l.csv --model log-linear\n```\n")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("l.csv"),
      withDestinationURL: other.url.appendingPathComponent("t.csv"))
    let run = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    #expect(run.exitCode == 1 && run.errors.contains("n.md, line 2: l.csv is outside of "))
    let allowed = try CommandRun(["notebook", "run", "--allow-outside", "n.md"], in: folder.url)
    #expect(allowed.exitCode == 0, "\(allowed.errors)")
  }

  @Test("a failing command shows its error below its block, and the rest runs with --keep-going")
  func failing() throws {
    let folder = try Self.folder(
      "```scaling\nscaling fit none.csv\n```\n\n```scaling\n\(Self.fit)\n```\n")
    let stopped = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    #expect(stopped.exitCode == 1)
    #expect(stopped.errors.hasPrefix("Error: n.md, line 2: none.csv"))
    #expect(
      try Self.text(folder).contains("<!-- scaling:output failed -->\n```text\nerror: none.csv"))
    #expect(try !Self.text(folder).contains("log-linear   "))
    let whole = try CommandRun(["notebook", "run", "--keep-going", "n.md"], in: folder.url)
    #expect(whole.exitCode == 1)
    #expect(whole.output == "n.md: 2 of 2 blocks run, renewed\n")
    #expect(try CommandRun(["notebook", "check", "n.md"], in: folder.url).exitCode == 1)
  }

  @Test("a value that the report does not have, or has twice, is named by file and line")
  func missingValue() throws {
    let folder = try Self.folder(
      "{{ f.slope }}\n{{ f.estimate }}\n\n```scaling id=f\n\(Self.fit)\n```\n")
    let run = try CommandRun(["notebook", "run", "n.md"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("n.md, line 1: {{ f.slope }}: there is no slope in the report"))
    #expect(run.errors.contains("n.md, line 2: {{ f.estimate }}: 3 values of the report have"))
  }

  @Test("names are relative to the root")
  func root() throws {
    let folder = try Self.folder("```scaling\n\(Self.fit)\n```\n")
    let run = try CommandRun(
      ["notebook", "run", "--root", folder.url.path, "n.md"], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try Self.text(folder).contains("<!-- scaling:end -->"))
  }

  @Test("killed at any moment, a run leaves each file old or new")
  func killed() throws {
    let block = "```scaling\n\(Self.fit) --svg f.svg\n```\n"
    let folder = try Self.folder(block)
    let start = ContinuousClock.now
    #expect(try CommandRun(["notebook", "run", "n.md"], in: folder.url).exitCode == 0)
    var moment = (ContinuousClock.now - start) / .microseconds(1)
    let new = (notebook: try Self.text(folder), figure: try Self.text(folder, "f.svg"))
    let old = (notebook: block, figure: "old")
    var seen: Set<Bool> = []
    for _ in 0..<100 {
      try folder.write(old.notebook, "n.md")
      try folder.write(old.figure, "f.svg")
      let process = Process()
      process.executableURL = CommandRun.executable
      process.arguments = ["notebook", "run", "n.md"]
      process.currentDirectoryURL = folder.url
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(moment * Double.random(in: 0.8...1.2)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let notebook = try Self.text(folder)
      let figure = try Self.text(folder, "f.svg")
      #expect([old.notebook, new.notebook].contains(notebook))
      #expect([old.figure, new.figure].contains(figure))
      // The moment moves towards the writing, however busy the machine is.
      let isDone = notebook == new.notebook
      moment *= isDone ? 0.85 : 1.2
      seen.insert(isDone)
    }
    #expect(seen == [false, true], "the moments cover both sides of the writing")
  }
}
