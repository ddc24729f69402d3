import Testing

@testable import ScalingData

@Suite struct JSONLinesTests {
  private func cells(_ text: String, name: String = "t.jsonl") throws -> [[String]] {
    try records(text, name: name).rows
  }

  static let values: [(String, [[String]])] = [
    ("{\"a\":1,\"b\":\"x\"}\n{\"a\":-2.5e+3,\"b\":\"y\"}\n", [["1", "x"], ["-2.5e+3", "y"]]),
    ("{\"a\":1,\"b\":\"x\"}", [["1", "x"]]),
    ("\u{feff}{\"a\":1}\r\n\r\n  \t\r\n{\"a\":2}\r\n", [["1"], ["2"]]),
    (
      "{\"a\":1,\"b\":2}\n{\"b\":3}\n{\"b\":5,\"a\":4}\n{}\n",
      [["1", "2"], ["", "3"], ["4", "5"], ["", ""]]
    ),
    ("{\"a\":null,\"b\":NaN}\n{\"a\":true,\"b\":false}\n", [["", ""], ["true", "false"]]),
    ("{\"a\":Infinity}\n{\"a\":-Infinity}\n", [["Infinity"], ["-Infinity"]]),
    ("{\"a\":[1, {\"b\": [2]}, \"]\"],\"c\":3}\n", [["[1, {\"b\": [2]}, \"]\"]", "3"]]),
    (#"{"a":"\"\\\/\b\f\n\r\té\u00e9\ud83d\ude00"}"#, [["\"\\/\u{8}\u{c}\n\r\té\u{e9}😀"]]),
    (#"{"a":"\ud83d!","b":"\ude00"}"#, [["\u{fffd}!", "\u{fffd}"]]),
    (#"{"a":"\ud83dA"}"#, [["\u{fffd}A"]]),
    (#"{"\u0061":1,"b\"c":2}"# + "\n" + #"{"a":3,"b\"c":4}"#, [["1", "2"], ["3", "4"]]),
    (#"{"b\\":1,"c":2}"# + "\n" + #"{"b\\":3,"c":4}"#, [["1", "2"], ["3", "4"]]),
    (" { \"a\" : 1 , \"b\" : { \"c\" : \"x\" } } \n", [["1", "x"]]),
    ("{\"a\":{},\"b\":1}\n", [["1"]]),
  ]

  @Test(arguments: values)
  func valuesBecomeCells(text: String, expected: [[String]]) throws {
    #expect(try cells(text) == expected)
  }

  @Test func membersOfObjectsHaveDottedNames() throws {
    let collector = try records(
      """
      {"id": 1, "usage": {"in": 3, "out": {"text": 4}}, "list": []}
      {"usage": {"out": {"text": 5}, "in": 6}, "id": 2}
      {"id": 3, "usage": null}
      """, name: "t.jsonl")
    #expect(collector.names == ["id", "usage.in", "usage.out.text", "list", "usage"])
    #expect(
      collector.rows == [
        ["1", "3", "4", "[]", ""], ["2", "6", "5", "", ""], ["3", "", "", "", ""],
      ])
    #expect(collector.lines == [1, 2, 3])
  }

  @Test func contentAloneIsEnoughToRecogniseJSONLines() throws {
    #expect(try cells("\n{\"a\":1}\n", name: "t.txt") == [["1"]])
    #expect(
      try read("{\"x\":1,\"y\":2}\n{\"x\":2,\"y\":3}\n", name: "t.json").observationCount == 2)
  }

  @Test func keysThatAppearLateAreNotedNotRead() throws {
    let rows = (0..<40).map { "{\"a\":\($0)}\n" }.joined() + "{\"a\":1,\"late\":{\"b\":2}}\n"
    for threads in 1...3 {
      let collector = try records(rows, name: "t.jsonl", blockSize: 64, threads: threads)
      #expect(collector.names == ["a"])
      #expect(collector.rows.count == 41)
      #expect(
        collector.notes == [
          """
          t.jsonl: the key \"late\" first appears on line 41, below the rows from which the \
          columns are taken, and is not read
          """
        ])
    }
  }

  static let brokenLines: [(String, String)] = [
    (
      "{\"a\":1}\n{\"a\":}\n",
      """
      line 2, character 6: there is \"}\" where a value belongs. Write one JSON object per \
      line.
      """
    ),
    (
      "{\"a\":1,}\n",
      """
      line 1, character 8: there is \"}\" where a key in double quotes belongs. Write one JSON \
      object per line.
      """
    ),
    (
      "{\"a\":1} x\n",
      """
      line 1, character 9: there is \"x\" where the end of the line belongs. Write one JSON \
      object per line.
      """
    ),
    (
      "{\"a\" 1}\n",
      """
      line 1, character 6: there is \"1\" where a colon belongs. Write one JSON object per \
      line.
      """
    ),
    (
      "{\"a\":1 \"b\":2}\n",
      """
      line 1, character 8: there is \"\\\"\" where a comma or a closing brace belongs. Write \
      one JSON object per line.
      """
    ),
    (
      "[1,2]\n",
      """
      is one JSON array, not an object per line. Convert it: jq -c '.[]' FILE > FILE.jsonl.
      """
    ),
    (
      "{\"a\":[1,2}\n",
      """
      line 1, character 10: there is \"}\" where a comma or a closing bracket belongs. Write \
      one JSON object per line.
      """
    ),
    (
      "{\n\"a\":1}\n",
      """
      line 1, character 2: the line ends where a key in double quotes belongs. Write each \
      object whole and on one line (jq -c . does).
      """
    ),
    (
      "{\"a\":1}\n{\"a\":\"x\n",
      """
      line 2, character 6: the string that starts here is never closed. Write each object whole \
      and on one line, line breaks in strings as \\n.
      """
    ),
    (
      "{\"a\":\"x\ty\"}\n",
      """
      line 1, character 8: there is a control character (\\t) in a string. Write it as an \
      escape such as \\t or \\u0001.
      """
    ),
    (
      "{\"é\":\"\\x\"}\n",
      """
      line 1, character 8: there is \"x\" where an escape such as n or u0041 belongs. Write one \
      JSON object per line.
      """
    ),
    (
      "{\"a\":\"\\u12G4\"}\n",
      """
      line 1, character 11: there is \"G\" where a hexadecimal digit belongs. Write one JSON \
      object per line.
      """
    ),
    (
      "{\"a\":01}\n",
      """
      line 1, character 7: there is \"1\" where no digit behind a leading zero belongs. Write \
      one JSON object per line.
      """
    ),
    (
      "{\"a\":1.}\n",
      """
      line 1, character 8: there is \"}\" where a digit belongs. Write one JSON object per \
      line.
      """
    ),
    (
      "{\"a\":-}\n",
      """
      line 1, character 7: there is \"}\" where a digit belongs. Write one JSON object per \
      line.
      """
    ),
    (
      "{\"a\":nul}\n",
      """
      line 1, character 6: there is \"n\" where a value belongs. Write one JSON object per \
      line.
      """
    ),
    (
      "{\"a\":1,\"b\":2,\"a\":3}\n",
      """
      line 1, character 14: the key \"a\" occurs twice in the object. Remove one of the two.
      """
    ),
    (
      "\"a\"\n",
      """
      line 1, character 1: there is \"\\\"\" where an object in braces belongs. Write one JSON \
      object per line.
      """
    ),
    (
      "",
      """
      there is no JSON object. Write one object per line.
      """
    ),
    (
      "{\"a\":1}\n{\"a\":\u{0}}\n",
      """
      line 2: there is a zero byte, so this is not a text table. Save the table as CSV in \
      UTF-8.
      """
    ),
  ]

  @Test(arguments: brokenLines)
  func brokenLinesAreRefused(text: String, expected: String) throws {
    let separator = expected.hasPrefix("line") ? ", " : ": "
    #expect(try message(text, name: "t.jsonl") == "t.jsonl" + separator + expected)
  }

  @Test func aBrokenLineFarDownIsFoundToo() throws {
    let text = (0..<500).map { "{\"x\":\($0),\"y\":1}\n" }.joined() + "{\"x\":1,\"y\":tru}\n"
    let error = #expect(throws: DataError.self) {
      try read(text, name: "t.jsonl", limits: ReadingLimits(blockSize: 256)) { $0.threads = 3 }
    }
    #expect(
      error?.place == DataPlace(file: error?.place.file, line: 501, character: 12))
  }

  @Test func nestingIsLimited() throws {
    let deep = { (count: Int) in
      "{\"x\":1,\"y\":2,\"z\":" + String(repeating: "[", count: count)
        + String(repeating: "]", count: count) + "}\n"
    }
    #expect(try read(deep(500), name: "t.jsonl").observationCount == 1)
    #expect(
      try message(deep(100_000), name: "t.jsonl")
        == """
        t.jsonl, line 1, character 530: values are nested deeper than 512 levels. Check that \
        the file is JSON Lines.
        """)
  }

  @Test func linesLongerThanABlockAreRead() throws {
    let long = String(repeating: "x", count: 5_000)
    let collector = try records(
      "{\"a\":\"\(long)\"}\n{\"a\":\"y\"}\n", name: "t.jsonl", blockSize: 64, threads: 2)
    #expect(collector.rows == [[long], ["y"]])
    let error = #expect(throws: DataError.self) {
      try records("{\"a\":1}\n{\"a\":\"\(long)", name: "t.jsonl", blockSize: 64, recordLimit: 1_024)
    }
    #expect(error?.code == .invalidJSON || error?.code == .recordTooLong)
  }
}
