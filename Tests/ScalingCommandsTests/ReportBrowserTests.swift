import Foundation
import Testing

/// Reports in a real browser: read out, clicked, narrow, dark and printed.
@Suite(.enabled(if: Browser.command != nil, Browser.missing), .serialized)
struct ReportBrowserTests {
  /// The report on the published table with a claim, made once.
  private static let report: Result<String, any Error> = Result {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      claims:
        - id: slope
          claim: a doubling adds six points
          data: {file: \(packageRoot.path)/data/o1-mini-aime2024.csv}
          size: {quantity: slopePerDoubling, model: hinge, is: 6 points, tolerance: 3 points}

      """, "c.yml")
    let run = try CommandRun(
      ["report", "data/o1-mini-aime2024.csv", "--claims", folder.url.path + "/c.yml"],
      in: packageRoot)
    try #require(run.exitCode == 0, "\(run.errors)")
    return run.output
  }

  /// The report on single samples, made once.
  private static let votes: Result<String, any Error> = Result {
    let folder = try TemporaryFolder()
    var table = "question,sample,answer,correct\n"
    for question in 0..<40 {
      for sample in 0..<16 {
        let isRight = (question * 31 + sample * 17) % 40 > question / 2
        table += "q\(question),\(sample),\(isRight ? 0 : 1 + sample % 3),\(isRight ? 1 : 0)\n"
      }
    }
    try folder.write(table, "votes.csv")
    return try CommandRun(["report", "votes.csv"], in: folder.url).output
  }

  private static func page(_ name: String) throws -> String {
    try (name == "votes" ? votes : report).get()
  }

  @Test(
    "nothing is wider than a phone, and the figure is the one for phones",
    arguments: ["curves", "votes"])
  func phone(name: String) throws {
    let found = try Browser.evaluate(
      """
      const shown = element => view.getComputedStyle(element).display !== "none";
      return {
        width: view.innerWidth, scrolled: page.documentElement.scrollWidth,
        narrow: [...page.querySelectorAll("figure:not([hidden]) .narrow")].every(shown),
        wide: [...page.querySelectorAll("figure:not([hidden]) .wide")].some(shown),
        small: Math.min(...[...page.querySelectorAll("figure:not([hidden]) .narrow text")].map(
          text => parseFloat(view.getComputedStyle(text).fontSize)
            * text.ownerSVGElement.getBoundingClientRect().width / text.ownerSVGElement.viewBox.baseVal.width)),
      };
      """, in: try Self.page(name), width: 360)
    #expect(found["width"] as? Int == 360)
    #expect(try #require(found["scrolled"] as? Int) <= 360)
    #expect(found["narrow"] as? Bool == true && found["wide"] as? Bool == false)
    #expect(try #require(found["small"] as? Double) >= 10)
  }

  @Test("a click sorts a column by number and another turns it; empty cells stay last")
  func sorting() throws {
    let found = try Browser.evaluate(
      """
      const table = page.querySelector("#ranking-1");
      const column = index => [...table.tBodies[0].rows].map(row => row.cells[index].textContent);
      const header = table.tHead.rows[0].cells[4];
      const before = column(0);
      header.querySelector("button").click();
      const rising = column(4).map(parseFloat);
      const state = header.getAttribute("aria-sort");
      header.querySelector("button").click();
      return {before, rising, state, falling: column(4).map(parseFloat), after: column(0),
        turned: header.getAttribute("aria-sort")};
      """, in: try Self.page("curves"), width: 900)
    let rising = try #require(found["rising"] as? [Double])
    #expect(rising.count == 8 && rising == rising.sorted())
    #expect(found["falling"] as? [Double] == Array(rising.reversed()))
    #expect(found["state"] as? String == "ascending")
    #expect(found["turned"] as? String == "descending")
    let before = try #require(found["before"] as? [String])
    #expect(before.first == "hinge" && found["after"] as? [String] != before)
    #expect(Set(before) == Set(try #require(found["after"] as? [String])))
  }

  @Test("the choice of scale shows one figure; without scripts both are there")
  func scale() throws {
    let script = """
      const shown = () => [...page.querySelectorAll(".lens figure")].filter(
        figure => view.getComputedStyle(figure).display !== "none").map(figure => figure.dataset.scale);
      const before = shown();
      const choice = page.querySelector("input[value=linear]");
      if (choice.closest("fieldset").hidden === false) choice.click();
      return {before, after: shown(), buttons: page.querySelectorAll("button").length};
      """
    let page = try Self.page("curves")
    let found = try Browser.evaluate(script, in: page, width: 900)
    #expect(found["before"] as? [String] == ["log"] && found["after"] as? [String] == ["linear"])
    let silent = page.replacing(/<script>[\s\S]*?<\/script>/, with: "")
    let without = try Browser.evaluate(script, in: silent, width: 900)
    #expect(without["before"] as? [String] == ["log", "linear"])
    #expect(without["after"] as? [String] == ["log", "linear"])
    #expect(without["buttons"] as? Int == 0)
  }

  @Test(
    "text is legible and everything has a name, light and dark",
    arguments: ["curves", "votes"], [false, true])
  func accessibility(name: String, isDark: Bool) throws {
    let found = try Browser.evaluate(
      Self.audit, in: try Self.page(name), width: 900, isDark: isDark)
    #expect(found["isDark"] as? Bool == isDark)
    #expect(found["problems"] as? [String] == [], "\(found["problems"] ?? "")")
    #expect(try #require(found["texts"] as? Int) > 100)
  }

  @Test("the checks find what is wrong: pale text, a header without scope, a name used twice")
  func auditFindsProblems() throws {
    let page = try Self.page("curves")
      .replacing("--muted:#5b636e", with: "--muted:#9aa0a8")
      .replacing(" scope=\"col\"", with: "", maxReplacements: 1)
      .replacing("<h2 id=\"files\">", with: "<h6 id=\"points\">")
    let found = try Browser.evaluate(Self.audit, in: page, width: 900)
    let problems = try #require(found["problems"] as? [String])
    for start in ["contrast 2.", "no scope: ", "twice: points", "a level is left out"] {
      #expect(problems.contains { $0.hasPrefix(start) }, "\(start)")
    }
  }

  /// The checks of WCAG 2.2 that a script can make on pages like these.
  private static let audit = """
    const problems = [];
    const rgb = text => (text.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
      .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = element => {
      for (let at = element; at; at = at.parentElement) {
        const color = rgb(view.getComputedStyle(at).backgroundColor);
        if (color.length === 3 || color[3] > 0) return color;
      }
      return [255, 255, 255];
    };
    let texts = 0;
    for (const element of page.querySelectorAll("body *")) {
      const isText = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
      if (!isText || ["SCRIPT", "STYLE", "style", "title", "desc"].includes(element.tagName)) continue;
      if (element.closest("[hidden]") || !element.getClientRects().length) continue;
      texts += 1;
      const style = view.getComputedStyle(element);
      const color = rgb(element.ownerSVGElement ? style.fill : style.color);
      const [a, b] = [light(color), light(ground(element))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < 4.5) problems.push("contrast " + ratio.toFixed(2) + ": " + element.textContent.slice(0, 40));
    }
    let level = 0;
    for (const heading of page.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) problems.push("a level is left out before " + heading.textContent);
      level = next;
    }
    if (page.querySelectorAll("h1").length !== 1) problems.push("not one h1");
    if (page.documentElement.lang !== "en" || !page.title) problems.push("no language or title");
    if (page.querySelectorAll("main").length !== 1) problems.push("not one main");
    for (const cell of page.querySelectorAll("th")) {
      if (!["col", "row"].includes(cell.scope)) problems.push("no scope: " + cell.textContent);
    }
    for (const table of page.querySelectorAll("table")) {
      if (!table.caption || !table.caption.textContent.trim()) problems.push("no caption: " + table.id);
    }
    for (const drawing of page.querySelectorAll("svg")) {
      const names = (drawing.getAttribute("aria-labelledby") || "").split(" ").map(id => page.getElementById(id));
      if (drawing.getAttribute("role") !== "img" || !names.every(name => name && name.textContent)) problems.push("a figure has no name");
    }
    const ids = [...page.querySelectorAll("[id]")].map(element => element.id);
    for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) problems.push("twice: " + id);
    for (const element of page.querySelectorAll("a, button, input")) {
      const name = element.textContent.trim() || (element.labels && element.labels[0] && element.labels[0].textContent.trim());
      if (!name) problems.push("no name: " + element.outerHTML.slice(0, 60));
    }
    const skip = page.querySelector("a");
    skip.focus();
    if (skip.hash !== "#content" || skip.getBoundingClientRect().left < 0) problems.push("no link to skip");
    return {problems, texts, isDark: view.matchMedia("(prefers-color-scheme: dark)").matches};
    """

  @Test("it prints to a PDF of several pages")
  func print() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(try Self.page("curves"), "page.html")
    let pdf = folder.url.appendingPathComponent("page.pdf")
    _ = try Browser.run(["--print-to-pdf=\(pdf.path)"], on: file)
    let text = String(decoding: try Data(contentsOf: pdf), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    let pages = text.matches(of: /\/Type \/Page\b[^s]/).count
    #expect((2...12).contains(pages), "\(pages)")
  }

  @Test("it asks for nothing from anywhere")
  func offline() throws {
    let found = try Browser.evaluate(
      "return {entries: view.performance.getEntriesByType(\"resource\").map(entry => entry.name).filter(name => !name.startsWith(\"data:\"))};",
      in: try Self.page("curves"), width: 900)
    #expect(found["entries"] as? [String] == [])
  }
}
