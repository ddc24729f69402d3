import Testing

@testable import HTML

/// What nodes look like in a page.
struct HTMLNodeTests {
  @Test("text and attribute values are escaped, wherever they come from")
  func escaping() {
    let node = HTMLNode.element(
      .p, [.label("\"quoted\" & <b>")], ["<script>alert('1')</script>", .element(.br)])
    #expect(
      node.text == "<p aria-label=\"&quot;quoted&quot; &amp; &lt;b&gt;\">"
        + "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;<br></p>\n")
  }

  @Test("an element without content has an end tag, unless HTML gives it none")
  func emptyElements() {
    #expect(HTMLNode.element(.td).text == "<td></td>")
    #expect(HTMLNode.element(.input, [.flag("checked")]).text == "<input checked>")
  }

  @Test("lines stay lines in preformatted text only")
  func lines() {
    #expect(HTMLNode.element(.code, text: "a\nb").text == "<code>a b</code>")
    #expect(
      HTMLNode.element(.pre, [], [.element(.code, text: "a\nb")]).text
        == "<pre><code>a\nb</code></pre>\n")
  }

  @Test(
    "an address that could run a script leads nowhere",
    arguments: [
      ("javascript:alert(1)", "#"), ("JavaScript:x", "#"), ("vbscript:x", "#"),
      ("https://example.org/a:b", "https://example.org/a:b"), ("a/b:c.md", "a/b:c.md"),
      ("#x:y", "#x:y"), ("data:text/csv;base64,", "data:text/csv;base64,"),
    ])
  func addresses(address: String, expected: String) {
    #expect(
      HTMLNode.element(.a, [.href(address)]).text == "<a href=\"\(expected)\"></a>")
  }

  @Test(
    "base 64 follows the examples of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func base64(text: String, expected: String) {
    #expect(
      DataURL.text(type: "text/plain", Array(text.utf8)) == "data:text/plain;base64," + expected)
  }

  @Test("a document begins with its type")
  func document() {
    let page = HTMLNode.element(.html, [.language("en")], [.element(.title, text: "a")])
    #expect(
      String(decoding: page.document, as: UTF8.self)
        == "<!DOCTYPE html>\n<html lang=\"en\">\n<title>a</title>\n</html>\n")
  }
}
