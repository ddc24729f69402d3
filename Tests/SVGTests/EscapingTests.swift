import Testing

@testable import SVG

@Suite struct EscapingTests {
  @Test(arguments: [
    ("a < b & c > \"d\" 'e'", "a &lt; b &amp; c &gt; &quot;d&quot; &#39;e&#39;"),
    ("bell\u{7} null\u{0} delete\u{7F} next\u{85} end", "bell null delete next end"),
    ("line\nbreak\ttab", "line break tab"),
    ("noncharacters \u{FFFE}\u{FFFF}.", "noncharacters ."),
    ("10 % 中文 🙂 é", "10 % 中文 🙂 é"),
    ("]]>", "]]&gt;"),
  ])
  func escapesSpecialCharactersAndRemovesControls(text: String, expected: String) {
    var bytes: [UInt8] = []
    Escaping.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
