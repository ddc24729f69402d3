import Testing

@testable import SVG

/// Names from right to left do not take the text beside them along.
struct BidirectionalTextTests {
  @Test(
    "a stretch from right to left is isolated, and nothing else is",
    arguments: [
      ("plain µ – text", "plain µ – text"),
      ("שלום עולם: +6.0", "\u{2068}שלום עולם\u{2069}: +6.0"),
      ("a مرحبا b", "a \u{2068}مرحبا\u{2069} b"),
      ("א 3 ב", "\u{2068}א 3 ב\u{2069}"),
      ("א and ב", "\u{2068}א\u{2069} and \u{2068}ב\u{2069}"),
    ])
  func isolates(_ text: String, _ expected: String) {
    #expect(
      Array(BidirectionalText.isolated(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test("characters that set the direction of what follows are left out")
  func overrides() {
    var writer = SVGWriter()
    writer.open("text")
    writer.content("\u{202E}evil\u{2066} name")
    writer.close()
    #expect(writer.text == "<text>evil name</text>")
  }

  @Test("the text of an element is isolated")
  func writer() {
    var writer = SVGWriter()
    writer.open("text")
    writer.content("שלום +6")
    writer.close()
    #expect(writer.text == "<text>\u{2068}שלום\u{2069} +6</text>")
  }
}
