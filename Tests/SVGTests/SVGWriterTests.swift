import Testing

@testable import SVG

@Suite struct SVGWriterTests {
  @Test func writesNestedElements() {
    var writer = SVGWriter()
    writer.open("g")
    writer.attribute("class", "a\"b")
    writer.open("line")
    writer.attribute("x2", 10.04)
    writer.close()
    writer.open("text")
    writer.content("1 < 2")
    writer.close()
    writer.close()
    #expect(
      writer.text == #"<g class="a&quot;b"><line x2="10"/><text>1 &lt; 2</text></g>"#)
  }

  @Test func ignoresACloseTooMany() {
    var writer = SVGWriter()
    writer.open("g")
    writer.close()
    writer.close()
    #expect(writer.text == "<g/>")
  }
}
