import Foundation
import Testing

@testable import ScalingData

/// The exact text of every refusal of a file.
@Suite struct ReadingErrorTests {
  @Test(arguments: [
    (
      "x,y\n1,2\n3\n",
      "table.csv, line 3: the row has 1 cell, the header 2. Complete the row, or put cells that "
        + "contain the delimiter in double quotes."
    ),
    (
      "x,y\n1,2,3\n",
      "table.csv, line 2: the row has 3 cells, the header 2. Complete the row, or put cells that "
        + "contain the delimiter in double quotes."
    ),
    (
      "x,y\n1,2\n3,\"4\n5,6\n",
      "table.csv, line 3: the quote that opens cell 2 is never closed. Close the cell with a "
        + "double quote."
    ),
    (
      "x,y\n1,2\n3,4\"\n",
      "table.csv, line 3: there is a double quote inside cell 2, which does not start with one. "
        + "Put the whole cell in double quotes and write a quote inside it twice."
    ),
    (
      "x,y\n\"1\"2,3\n",
      "table.csv, line 2: text follows the closing quote of cell 1. Write a quote inside a quoted "
        + "cell twice, or close the cell at its end."
    ),
    (
      "x,y\n\"1\n\n2\"2,3\n",
      "table.csv, line 4: text follows the closing quote of cell 1, which spans 3 lines. Write a "
        + "quote inside a quoted cell twice, or close the cell at its end."
    ),
    (
      "", "table.csv: the input is empty. A table starts with a line of column names."
    ),
    (
      "# only\n\n",
      "table.csv: there is no header line. A table starts with a line of column names."
    ),
    ("x,y\n", "table.csv: there is a header, but no row. Add rows below it."),
    (
      "x,y\r1,2\r",
      "table.csv, line 1: the header holds a carriage return without a line feed. Save the file "
        + "with Unix or Windows line ends."
    ),
    (
      "x,y\n1,2\n3,\u{0}\n",
      "table.csv, line 3: there is a zero byte, so this is not a text table. Save the table as CSV "
        + "in UTF-8."
    ),
    (
      "PK\u{3}\u{4}rest",
      "table.csv: is a zip archive or a spreadsheet, not a text table. Unpack it, or export the "
        + "sheet as CSV."
    ),
  ])
  func brokenFiles(text: String, expected: String) throws {
    #expect(try message(text) == expected)
  }

  @Test func missingFile() throws {
    let request = TableRequest(inputs: [.file("/nowhere/points.csv")])
    let error = #expect(throws: DataError.self) { try SeriesTable(reading: request) }
    #expect(
      error?.description == "/nowhere/points.csv: there is no such file. Check the path.")
  }

  @Test func folder() throws {
    let folder = FileManager.default.temporaryDirectory.path
    let error = #expect(throws: DataError.self) {
      try SeriesTable(reading: TableRequest(inputs: [.file(folder)]))
    }
    #expect(
      error?.description == "\(folder): is a folder, not a table. Name a file inside it.")
  }

  @Test func noInput() throws {
    let error = #expect(throws: DataError.self) {
      try SeriesTable(reading: TableRequest(inputs: []))
    }
    #expect(error?.description == "there is no input. Name a file, or - .")
  }

  @Test func invalidUTF8InAKey() throws {
    let table = try TemporaryTable(
      bytes: Array("model,x,y\na,1,2\na".utf8) + [0xff] + Array(",1,2\n".utf8))
    #expect(
      try message(table) { request in request.series = ["model"] }
        == "table.csv, line 3, column \"model\": byte 2 of the cell is not UTF-8. Save the file as "
        + "UTF-8.")
  }

  /// What `printf '\ud800'` writes in place of an escape of JSON.
  @Test func aSurrogateWrittenAsBytes() throws {
    let table = try TemporaryTable(
      bytes: Array("model,x,y\na,1,2\na".utf8) + [0xed, 0xa0, 0x80] + Array(",1,2\n".utf8))
    #expect(
      try message(table) { request in request.series = ["model"] }
        == "table.csv, line 3, column \"model\": byte 2 of the cell begins half of a surrogate pair, "
        + "which UTF-8 does not have. Write the character whole (printf writes \\ud800 as such bytes: "
        + "double the backslash for an escape of JSON).")
  }

  @Test func invalidUTF8InTheHeader() throws {
    let table = try TemporaryTable(bytes: [0xff] + Array("x,y\n1,2\n".utf8))
    #expect(
      try message(table)
        == "table.csv, line 1: byte 1 of the cell is not UTF-8. Save the file as UTF-8.")
  }

  @Test func anEndlessLineStopsAtTheLimit() throws {
    let limits = ReadingLimits(blockSize: 64, recordLimit: 1_024)
    let endless = String(repeating: "1", count: 5_000)
    for text in [endless, "x,y\n1,2\n" + endless] {
      let error = #expect(throws: DataError.self) { try read(text, limits: limits) }
      #expect(error?.code == .recordTooLong)
    }
  }

  @Test func theFirstErrorOfTheFileWinsForAnyNumberOfThreads() throws {
    var lines = ["x,y"]
    for index in 0..<2_000 { lines.append(index % 500 == 499 ? "\(index),oops" : "\(index),1") }
    for threads in 1...4 {
      let error = #expect(throws: DataError.self) {
        try read(lines.joined(separator: "\n"), limits: ReadingLimits(blockSize: 128)) {
          $0.threads = threads
        }
      }
      #expect(error?.place.line == 501)
    }
  }
}
