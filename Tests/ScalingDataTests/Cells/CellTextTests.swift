import Testing

@testable import ScalingData

@Suite struct CellTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\"b", "a\\\"b"), ("a\nb\tc", "a\\nb\\tc"), ("\u{1b}[1m", "\\u{1b}[1m"),
    (String(repeating: "x", count: 50), String(repeating: "x", count: 40) + "…"),
  ])
  func textIsShortenedAndEscaped(text: String, expected: String) {
    #expect(CellText.shortened(text) == expected)
  }
}
