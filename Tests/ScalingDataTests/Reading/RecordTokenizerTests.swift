import Testing

@testable import ScalingData

@Suite struct RecordTokenizerTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["1", "2"]]),
    ("a,b\n1,2", [["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["1", "2"]]),
    ("a,b\n1,\n,2\n", [["1", ""], ["", "2"]]),
    ("a,b\n\"x, y\",2\n", [["x, y", "2"]]),
    ("a,b\n\"x \"\"y\"\" z\",2\n", [["x \"y\" z", "2"]]),
    ("a,b\n\"line\nbreak\",2\n3,4\n", [["line\nbreak", "2"], ["3", "4"]]),
    ("a,b\n\"\",\"\"\n", [["", ""]]),
    ("a,b\r\n\"1\",\"2\"\r\n", [["1", "2"]]),
    ("\u{feff}a,b\n1,2\n", [["1", "2"]]),
    ("# c, d\na,b\n# it's \"5\n1,2\n#\n", [["1", "2"]]),
    ("\n\na,b\n\n1,2\n\r\n3,4\n\n", [["1", "2"], ["3", "4"]]),
    ("a\tb\n1\tx, y\n", [["1", "x, y"]]),
    ("a;b\n1;2,5\n", [["1", "2,5"]]),
    ("a,b\n 1 , 2\n", [["1", "2"]]),
    ("a,b\n\"1\",\"2\"", [["1", "2"]]),
    ("a,b\n1,\"2\"\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
    ("a,b\n\"\"\"\",\"x\"\"\"\n", [["\"", "x\""]]),
    ("a,b\n¬¢,\u{8a}\n", [["¬¢", "\u{8a}"]]),
    ("a,b\n1,2\n# no line break", [["1", "2"]]),
  ])
  func cellsAreCutAsRFC4180Says(text: String, expected: [[String]]) throws {
    #expect(try records(text).rows == expected)
  }

  @Test(arguments: 0...66, ["\n", "\r\n"])
  func cellsMayEndAnywhereInAWord(length: Int, lineEnd: String) throws {
    let long = String(repeating: "x", count: length)
    let lines = ["a,b,c", "\(long),\"y,\(long)\",z", "\"\(long)\"\"\",,\(long)", "1,2,\"3\""]
    let expected = [[long, "y,\(long)", "z"], [long + "\"", "", long], ["1", "2", "3"]]
    for text in [lines.joined(separator: lineEnd), lines.map { $0 + lineEnd }.joined()] {
      #expect(try records(text).rows == expected)
    }
  }

  @Test func aRowMayHaveManyCells() throws {
    let cells = (0..<500).map { "\($0)" }
    let quoted = cells.map { "\"\($0)\"" }.joined(separator: ",")
    let line = cells.joined(separator: ",")
    #expect(try records("\(quoted)\n\(line)\n\(quoted)").rows == [cells, cells])
  }

  @Test func linesCountBreaksInsideQuotesAndComments() throws {
    let collector = try records("# one\na,b\n\"x\ny\",2\n# five\n3,4\n")
    #expect(collector.lines == [3, 6])
  }

  @Test(arguments: 1...80)
  func recordBoundariesMayFallAnywhereInABlock(blockSize: Int) throws {
    let text = """
      model,x,y
      "a ""quoted"" name",1,2
      # a comment with one " quote
      plain,10,20
      "two
      lines, one cell",100,200

      last,1000,2000
      """
    let whole = try records(text, recordLimit: 1 << 20)
    let cut = try records(text, blockSize: blockSize, threads: 1 + blockSize % 3)
    #expect(cut.rows == whole.rows)
    #expect(cut.lines == whole.lines)
  }

  @Test(arguments: 0..<60)
  func whatIsWrittenWithQuotesIsReadBack(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = ["a", "Z", "7", ",", "\"", "\n", ";", "é", "模", "-", ".", "#", "\t", "'"]
    let columns = Int.random(in: 1...6, using: &random)
    var rows: [[String]] = []
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      rows.append(
        (0..<columns).map { _ in
          let length = Int.random(in: 0...12, using: &random)
          return (0..<length).map { _ in alphabet.randomElement(using: &random)! }.joined()
        })
    }
    let text = Self.written(rows, columns: columns, using: &random)
    let read = try records(
      text, blockSize: Int.random(in: 1...200, using: &random),
      threads: Int.random(in: 1...4, using: &random))
    #expect(read.rows == rows)
  }

  private static func written(
    _ rows: [[String]], columns: Int, using random: inout SeededGenerator
  ) -> String {
    let header = (0..<columns).map { "c\($0)" }.joined(separator: ",")
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    var text = header + lineEnd
    for row in rows {
      let isLone = columns == 1 && row[0].isEmpty
      let cells = row.enumerated().map { index, cell in
        let needsQuotes =
          isLone || (index == 0 && cell.hasPrefix("#"))
          || cell.unicodeScalars.contains { ",\"\n\r\t;".unicodeScalars.contains($0) }
        return needsQuotes || Bool.random(using: &random)
          ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }
      text += cells.joined(separator: ",") + lineEnd
    }
    return text
  }
}
