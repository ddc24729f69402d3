import Foundation
import Testing

/// `scaling report` makes a page; what is wrong is said, and nothing is left behind.
struct ReportCommandTests {
  private static let curve = "tokens,accuracy\n100,0.11\n200,0.19\n400,0.31\n800,0.39\n1600,0.51\n"

  private static let samples = """
    question,sample,answer,correct
    q1,1,5,1
    q1,2,5,1
    q1,3,7,0
    q2,1,1,0
    q2,2,1,0
    q2,3,2,1
    q3,1,9,1
    q3,2,9,1
    q3,3,9,1

    """

  private static func page(
    _ table: String, _ arguments: [String] = [], expecting exitCode: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(table, "t.csv")
    let run = try CommandRun(["report", "t.csv"] + arguments, in: folder.url)
    #expect(run.exitCode == exitCode, "\(run.errors)", sourceLocation: location)
    return run.output
  }

  @Test("a table of points becomes a page with its verdict, figures, tables and files")
  func curves() throws {
    let page = try Self.page(Self.curve)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    for part in [
      "<h1>Accuracy by tokens</h1>", "AICc units behind",
      "<h2>Is there a plateau?</h2>",
      "data-scale=\"log\"", "data-scale=\"linear\"", "download=\"fit.csv\"",
      "download=\"fit.json\"", "download=\"figure-log.svg\"", "download=\"points.csv\"",
      "download=\"inspect.json\"", "Nothing in the table looks wrong.", "x: tokens (guessed)",
      "SHA-256 ",
    ] {
      let isThere = page.contains(part)
      #expect(isThere, "\(part)")
    }
  }

  @Test(
    "a table without a curve has a page that says what is in it and why nothing was fitted",
    arguments: [
      ("tokens,accuracy\n100,0.5\n", "1 point: a curve needs at least 3"),
      ("tokens,accuracy\n100,0.5\n200,0.6\n", "2 points: a curve needs at least 3"),
      ("tokens,accuracy\n1,0.5\n2,0.5\n3,0.5\n", "y is 0.5 at every point"),
      ("tokens,accuracy\n1,0.5\n1,0.6\n1,0.7\n", "x is 1 at every point"),
      ("name,note\na,b\n", "no column has a well-known name for y"),
      ("tokens,accuracy\nlow,good\nhigh,bad\n", "line 2, column &quot;tokens&quot;"),
      (
        "tokens,value\n1,1e300\n2,2e300\n3,3e300\n4,1e300\n5,4e300\n",
        "1e+300 is too large: least squares takes squares"
      ),
    ])
  func unfitted(_ table: String, _ reason: String) throws {
    let page = try Self.page(table)
    #expect(page.contains("<strong>Nothing was fitted.</strong> "))
    #expect(page.contains(reason) && page.contains("What is in each column"), "\(reason)")
    #expect(!page.contains("not finite;") && !page.contains("-nan"))
    #expect(page.matches(of: /There is no figure/).count <= 1)
  }

  @Test("each series without a curve has its reason, beside those with one")
  func someUnfitted() throws {
    let rows = Self.curve.split(separator: "\n").dropFirst().map { "good,\($0)\n" }.joined()
    let page = try Self.page(
      "model,tokens,accuracy\n\(rows)one,100,0.5\nthree,1,0\nthree,2,1\nthree,3,0\n")
    #expect(page.contains(">not fitted: too-few-points</td>"))
    #expect(page.contains(">fitted, not ranked</td>") && page.contains(">not analysed</td>"))
    #expect(!page.contains("<th scope=\"col\"></th>") && !page.contains("Nothing was fitted"))
  }

  @Test("the overview says which series were not searched for a plateau")
  func manySeries() throws {
    let rows = (1...14).map { series in
      Self.curve.split(separator: "\n").dropFirst().map { "m\(series),\($0)\n" }.joined()
    }
    let page = try Self.page("model,tokens,accuracy\n" + rows.joined(), ["--model", "log-linear"])
    #expect(page.matches(of: />not searched</).count == 2)
    #expect(page.contains("Plateaus are searched in the first 12 series"))
  }

  @Test("on dates the page leads with the trend per year, and no plateau is searched")
  func dates() throws {
    let rows = (1...8).map { "2024-0\($0)-01,\(10 * $0 + ($0 % 3))\n" }.joined()
    let page = try Self.page("date,accuracy\n" + rows)
    #expect(page.contains("<p class=\"lead\"><strong>Accuracy rises"))
    #expect(page.contains(" points per year (") && page.contains("date holds dates"))
    #expect(!page.contains("per doubling of time") && !page.contains("log-linear"))
  }

  @Test("the verdicts on claims come first")
  func claimsFirst() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.curve, "t.csv")
    try folder.write(
      """
      claims:
        - {id: straight, data: {file: t.csv}, shape: linear}
        - {id: slope, data: {file: t.csv}, size: {quantity: slopePerDoubling, is: 10 points, tolerance: 2 points}}

      """, "c.yml")
    let page = try CommandRun(["report", "t.csv", "--claims", "c.yml"], in: folder.url).output
    let lead = try #require(page.range(of: "<p class=\"lead\">2 claims: "))
    let plateau = try #require(page.range(of: "No plateau in range."))
    #expect(lead.lowerBound < plateau.lowerBound)
  }

  @Test("a long series is reduced to means, and the page says so")
  func longSeries() throws {
    let rows = (0..<3_000).map { index in
      let place = Double(index % 1_500) / 100
      return "\(100 * exp2(place)),\(0.1 + 0.04 * place + 0.01 * Double(index * 7 % 11))\n"
    }
    let page = try Self.page("tokens,accuracy\n" + rows.joined(), ["--model", "linear,log-linear"])
    #expect(
      page.contains("3000 points") && page.contains("3000 points of 1 series are reduced to "))
    #expect(page.contains("Decided: log-linear.") && page.contains(", relative weights"))
    #expect(page.utf8.count < 300_000)
  }

  @Test("what a killed command left is removed by the next one, what a living one writes is not")
  func litter() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.curve, "t.csv")
    let own = ProcessInfo.processInfo.processIdentifier
    for name in [
      "p.html.partial-1999999999", "p.html.partial-\(own)", "p.html.partial-x",
      "q.html.partial-1999999999",
    ] {
      try folder.write("half", name)
    }
    let run = try CommandRun(["report", "t.csv", "-o", "p.html"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(
      left == [
        "p.html", "p.html.partial-\(own)", "p.html.partial-x", "q.html.partial-1999999999", "t.csv",
      ])
  }

  @Test("the page holds no address outside of itself")
  func selfContained() throws {
    let page = try Self.page(Self.curve)
    let addresses = page.matches(of: /(?:href|src|srcset|action)="([^"]*)"/).map { $0.1 }
    #expect(addresses.count >= 7)
    #expect(addresses.allSatisfy { $0.hasPrefix("data:") || $0.hasPrefix("#") })
    #expect(!page.contains("@import") && !page.contains("url(http"))
  }

  @Test("no id occurs twice, and every reference to one holds")
  func identifiers() throws {
    let page = try Self.page(Self.curve)
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(ids.count > 20 && Set(ids).count == ids.count)
    let references = page.matches(of: /aria-labelledby="([^"]*)"/)
      .flatMap { $0.1.split(separator: " ").map(String.init) }
    #expect(!references.isEmpty && Set(references).isSubset(of: ids))
    let clips = page.matches(of: /url\(#([^)]*)\)/).map { String($0.1) }
    #expect(Set(clips).isSubset(of: ids))
  }

  @Test("the files in the page are what the commands give")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.curve, "t.csv")
    let page = try CommandRun(["report", "t.csv"], in: folder.url).output
    for (file, arguments) in [
      ("fit.csv", ["fit", "t.csv", "--format", "csv"]),
      ("fit.json", ["fit", "t.csv", "--format", "json"]),
      ("ceiling.json", ["ceiling", "t.csv", "--format", "json"]),
      ("inspect.json", ["inspect", "t.csv", "--format", "json"]),
      ("figure-linear.svg", ["plot", "t.csv", "--lens", "linear"]),
    ] {
      let pattern = try Regex("base64,([A-Za-z0-9+/=]*)\" download=\"\(file)\"")
      let text = try #require(page.firstMatch(of: pattern)?[1].substring)
      let bytes = try #require(Data(base64Encoded: String(text)))
      let direct = try CommandRun(arguments, in: folder.url)
      #expect(String(decoding: bytes, as: UTF8.self) == direct.output, "\(file)")
    }
  }

  @Test("a table of single samples is reported as votes")
  func votes() throws {
    let page = try Self.page(Self.samples)
    for part in [
      "What votes over repeated samples reach", "download=\"votes.json\"",
      "3 questions, 3 samples each",
    ] {
      let isThere = page.contains(part)
      #expect(isThere, "\(part)")
    }
  }

  @Test("the same input gives the same bytes, with any number of threads")
  func deterministic() throws {
    let one = try Self.page(Self.curve, ["--threads", "1"])
    let two = try Self.page(Self.curve, ["--threads", "2"])
    #expect(one == two)
  }

  @Test("text of the table cannot become part of the page")
  func escaping() throws {
    let name = "<script>alert(1)</script>"
    let table =
      "model,tokens,accuracy\n"
      + Self.curve.split(separator: "\n").dropFirst()
      .map { "\(name),\($0)\n\"a&b\",\($0)\n" }.joined()
    let page = try Self.page(table)
    #expect(!page.contains(name))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("a&amp;b"))
  }

  @Test("claims are judged in the page; one that cannot be judged makes the command fail")
  func claims() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.curve, "t.csv")
    try folder.write(
      "claims:\n  - {id: s, data: {file: t.csv}, size: {quantity: slopePerDoubling, is: 10 points, tolerance: 2 points}}\n",
      "c.yml")
    let arguments = ["report", "t.csv", "--claims", "c.yml", "-o", "p.html"]
    let run = try CommandRun(arguments, in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try String(contentsOf: folder.url.appendingPathComponent("p.html"), encoding: .utf8)
    #expect(page.contains("<strong class=\"supported\">Supported.</strong>"))
    #expect(page.contains("download=\"claim-1.svg\"") && page.contains("download=\"check.json\""))
    try folder.write("claims:\n  - {id: s, data: {file: no.csv}, shape: linear}\n", "c.yml")
    let failing = try CommandRun(arguments, in: folder.url)
    #expect(failing.exitCode == 1)
    #expect(failing.problem.contains("no.csv"), "\(failing.problem)")
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var exitCode: Int32 = 1
    var message: String
    var testDescription: String { message }
  }

  @Test(
    "what is wrong is said, and no file is left behind",
    arguments: [
      Bad(arguments: ["no.csv", "-o", "p.html"], message: "no.csv"),
      Bad(arguments: ["words.csv", "-o", "p.html"], message: "words.csv"),
      Bad(
        arguments: ["t.csv", "--claims", "no.yml", "-o", "p.html"],
        message: "no.yml: cannot be read"),
      Bad(
        arguments: ["t.csv", "--claims", "bad.yml", "-o", "p.html"],
        message: "bad.yml, line 3, column 1"),
      Bad(arguments: ["t.csv", "-o", "t.csv"], message: "t.csv: this is an input"),
      Bad(arguments: ["t.csv", "-o", "no/p.html"], message: "no/p.html: cannot be written"),
      Bad(arguments: ["-"], exitCode: 64, message: "save standard input to a file"),
      Bad(
        arguments: ["t.csv", "--claims", "-"], exitCode: 64,
        message: "save standard input to a file"),
      Bad(arguments: ["t.csv", "words.csv"], exitCode: 64, message: "name one, not 2"),
      Bad(arguments: ["t.csv", "--port", "80"], exitCode: 64, message: "--port goes with --watch"),
      Bad(
        arguments: ["t.csv", "--watch", "-o", "p.html"], exitCode: 64,
        message: "leave out -o p.html"),
      Bad(
        arguments: ["t.csv", "--answer", "a", "--y", "b"], exitCode: 64,
        message: "Leave out one pair"),
    ])
  func badInput(bad: Bad) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.curve, "t.csv")
    try folder.write("tokens,accuracy\n1,0.1\n2,0.2\n4,red\n8,0.4\n", "words.csv")
    try folder.write("claims:\n  - id: [\n", "bad.yml")
    let before = folder.names
    let run = try CommandRun(["report"] + bad.arguments, in: folder.url)
    #expect(run.exitCode == bad.exitCode)
    #expect(run.problem.contains(bad.message), "\(run.problem)")
    #expect(run.output.isEmpty)
    #expect(folder.names == before)
    let table = try String(contentsOf: folder.url.appendingPathComponent("t.csv"), encoding: .utf8)
    #expect(table == Self.curve)
  }

  @Test("a table with thousands of series and points makes a page below 1 MB that says its bounds")
  func bounds() throws {
    var table = "model,tokens,accuracy\n"
    for series in 0..<300 {
      for step in 0..<4 {
        let noise = Double((series * 7 + step * 13) % 11) / 100
        table += "model-\(series),\(100 << step),\(0.1 + 0.1 * Double(step) + noise)\n"
      }
    }
    let page = try Self.page(table)
    #expect(page.utf8.count < 1_000_000)
    #expect(page.contains("The first 100 of 300 series"))
    #expect(page.contains("The first 12 of 300 series in full"))
    #expect(page.contains("The first 200 of 400 points"))
    #expect(page.contains("too large for this page: scaling fit t.csv --format json"))
  }
}
