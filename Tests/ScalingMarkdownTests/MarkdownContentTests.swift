import HTML
import Testing

@testable import ScalingMarkdown

/// Markdown as the content of a page.
struct MarkdownContentTests {
  private static func html(_ text: String) -> String {
    MarkdownContent(text).nodes.map(\.text).joined()
  }

  @Test(
    "each construct becomes its element",
    arguments: [
      (
        "a *b* **c** `d<e` ~~f~~",
        "<p>a <em>b</em> <strong>c</strong> <code>d&lt;e</code> <s>f</s></p>\n"
      ),
      ("a\nb  \nc", "<p>a b<br>c</p>\n"),
      ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
      ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
      ("- [x] a\n- [ ] b", "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>\n"),
      ("```text\na  <b\n```", "<pre tabindex=\"0\"><code>a  &lt;b\n</code></pre>\n"),
      ("[a](b.md)", "<p><a href=\"b.md\">a</a></p>\n"),
      ("![a *b*](c.svg)", "<p><img src=\"c.svg\" alt=\"a b\"></p>\n"),
      ("---", "<hr>\n"),
    ])
  func constructs(markdown: String, expected: String) {
    #expect(Self.html(markdown) == expected)
  }

  @Test("a table has headers with their scope, and sides")
  func table() {
    let html = Self.html("| a | b |\n|---|---:|\n| 1 \\| 2 | 3 |\n")
    #expect(
      html.contains(
        "<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr>"))
    #expect(html.contains("<tr><td>1 | 2</td><td class=\"right\">3</td></tr>"))
  }

  @Test("HTML does not get into the page: text within a line stays, blocks are named by line")
  func html() {
    let content = MarkdownContent(
      "<!-- scaling:end -->\n\nIt is <data value=\"f.x\">6.1</data>.<script>x()</script>\n\n"
        + "<div onclick=\"x()\">\n\nText\n")
    #expect(content.nodes.map(\.text).joined() == "<p>It is 6.1.x()</p>\n<p>Text</p>\n")
    #expect(content.omittedLines == [5])
  }

  @Test("a link that could run a script leads nowhere")
  func scripts() {
    #expect(Self.html("[a](javascript:x)") == "<p><a href=\"#\">a</a></p>\n")
  }

  @Test("headings have names as GitHub makes them; the first is the title")
  func headings() {
    let content = MarkdownContent("# What's *new*?\n\n## A\n\n## A\n")
    #expect(content.title == "What's new?")
    #expect(
      content.nodes.map(\.text).joined()
        == "<h1 id=\"whats-new\">What&#39;s <em>new</em>?</h1>\n<h2 id=\"a\">A</h2>\n"
        + "<h2 id=\"a-1\">A</h2>\n")
  }

  @Test("an empty text is an empty page")
  func empty() {
    #expect(MarkdownContent("").nodes.isEmpty)
  }
}
