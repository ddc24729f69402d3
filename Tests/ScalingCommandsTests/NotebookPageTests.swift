import Foundation
import Testing

/// `scaling notebook run --html` makes self-contained pages of notebooks.
struct NotebookPageTests {
  private static let table = "tokens,accuracy\n100,0.11\n200,0.19\n400,0.31\n800,0.39\n1600,0.51\n"

  private static let notebook = """
    # What *tokens* buy

    A doubling adds {{ f.slopePerDoubling }}. See [the other](b.md#end), [the table](../data/t.csv)
    and [a site](https://example.org/x).

    ```scaling id=f
    scaling fit data/t.csv --model log-linear --svg output/f.svg
    ```

    ![The fit](../output/f.svg)
    ![From the web](https://example.org/x.png)

    | a | b |
    |---|--:|
    | 1 | 2 |

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["data", "notes"] {
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try folder.write(table, "data/t.csv")
    try folder.write(notebook, "notes/a.md")
    try folder.write("# Other\n\n## End\n", "notes/b.md")
    return folder
  }

  private static func page(_ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent("pages/html/a.html"), encoding: .utf8)
  }

  private static let arguments = ["notebook", "run", "notes", "--html", "pages/html"]

  @Test("a page has the text, the values, the output and the figures; links find their targets")
  func content() throws {
    let folder = try Self.folder()
    let run = try CommandRun(Self.arguments, in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("  written: pages/html/a.html\n"), "\(run.output)")
    #expect(run.errors.contains("the picture https://example.org/x.png is left out of the page"))
    let page = try Self.page(folder)
    for part in [
      "<title>What tokens buy</title>", "<h1 id=\"what-tokens-buy\">What <em>tokens</em> buy</h1>",
      "A doubling adds +10.00 points per doubling (", "<a href=\"b.html#end\">the other</a>",
      "<a href=\"../../data/t.csv\">the table</a>", "<a href=\"https://example.org/x\">a site</a>",
      "log-linear", "<img src=\"data:image/svg+xml;base64,", "alt=\"The fit\"",
      "<em>From the web</em>",
    ] {
      let isThere = page.contains(part)
      #expect(isThere, "\(part)")
    }
    let hasMarkers = page.contains("scaling:output") || page.contains("<data")
    #expect(!hasMarkers)
  }

  @Test("a second run writes no page, a changed table does")
  func renewal() throws {
    let folder = try Self.folder()
    _ = try CommandRun(Self.arguments, in: folder.url)
    let before = try Self.page(folder)
    #expect(!(try CommandRun(Self.arguments, in: folder.url).output.contains("written")))
    try folder.write(Self.table.replacingOccurrences(of: "0.51", with: "0.55"), "data/t.csv")
    let run = try CommandRun(Self.arguments, in: folder.url)
    #expect(run.output.contains("  written: pages/html/a.html\n"))
    let after = try Self.page(folder)
    #expect(after != before)
  }

  @Test(
    "pages that cannot be made are refused before anything runs",
    arguments: [
      (["notes", "--html", "../out"], "outside of"),
      (["notes/a.md", "data/a.md", "--html", "p"], "would both be p/a.html"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let folder = try Self.folder()
    try folder.write("# A\n", "data/a.md")
    let run = try CommandRun(["notebook", "run"] + arguments, in: folder.url)
    #expect(run.exitCode != 0)
    #expect(run.problem.contains(message), "\(run.problem)")
    #expect(folder.names == ["data", "notes"])
  }

  @Test(
    "a page is no wider than a phone and asks for nothing",
    .enabled(if: Browser.command != nil, Browser.missing))
  func browser() throws {
    let folder = try Self.folder()
    _ = try CommandRun(Self.arguments, in: folder.url)
    let found = try Browser.evaluate(
      """
      return {
        scrolled: page.documentElement.scrollWidth, drawn: page.querySelector("img").naturalWidth,
        asked: view.performance.getEntriesByType("resource").map(entry => entry.name)
          .filter(name => !name.startsWith("data:")).length,
      };
      """, in: try Self.page(folder), width: 360)
    #expect(try #require(found["scrolled"] as? Int) <= 360)
    #expect(found["drawn"] as? Int == 760)
    #expect(found["asked"] as? Int == 0)
  }
}
