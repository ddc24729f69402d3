import Foundation
import Testing

/// What `scaling ceiling` says and draws of curves at the edge of what it can tell.
struct CeilingSentenceTests {
  private static let rising = "1,.5 2,.7 4,.701 8,.7 16,.702 32,.699 64,.7"
  private static let falling = "1,.62 2,.2 4,.201 8,.2 16,.202 32,.199 64,.2"
  private static let constant = "1,.5 2,.5 4,.5 8,.5 16,.5"
  private static let peaked = "1,.1 2,.2 4,.31 8,.4 16,.51 32,.45 64,.39 128,.34 256,.3 512,.24"

  private static func run(
    _ rows: String, _ arguments: [String] = [], header: String = "tokens,accuracy"
  ) throws -> (run: CommandRun, figure: String) {
    let folder = try TemporaryFolder()
    let lines = rows.split(separator: " ").joined(separator: "\n")
    try folder.write("\(header)\n\(lines)\n", "t.csv")
    let run = try CommandRun(["ceiling", "t.csv", "--svg", "f.svg"] + arguments, in: folder.url)
    let figure = try? String(
      contentsOf: folder.url.appendingPathComponent("f.svg"), encoding: .utf8)
    let words = DrawnText(figure ?? "").texts.map(\.text).joined(separator: " ")
    return (run, words)
  }

  @Test(
    "with one point before the bend the level is the mean of those beyond",
    arguments: [
      (rising, "stops rising near 70 %", "level 70.04 % (69.88 to 70.20)"),
      (falling, "stops falling near 20 %", "level 20.03 % (19.92 to 20.15)"),
    ])
  func levelOfTail(rows: String, verdict: String, level: String) throws {
    let (run, figure) = try Self.run(rows)
    #expect(run.output.contains(verdict) && !run.output.contains("unknown level"))
    #expect(run.output.contains(level), "\(run.output)")
    #expect(figure.contains("flat at"), "\(figure)")
    #expect(run.output.contains(" or anywhere below 2.0") && figure.contains("The bend lies below"))
    #expect(figure.contains("Shaded: the plateau.") && figure.contains("plateau"), "\(figure)")
  }

  @Test("an x of zero names its line and an option that there is")
  func zero() throws {
    let run = try Self.run("0,.3 " + Self.rising).run
    #expect(run.exitCode == 1 && !run.problem.contains("--model"))
    #expect(
      run.problem.hasPrefix("Error: t.csv: line 2: x is 0: a plateau is judged by what a doubling"),
      "\(run.problem)")
  }

  @Test("a curve that never changes is an answer, alone as among others")
  func constant() throws {
    let named = { (name: String, rows: String) in
      rows.split(separator: " ").map { "\(name),\($0)" }.joined(separator: " ")
    }
    let alone = try Self.run(Self.constant)
    let among = try Self.run(
      named("c", Self.constant) + " " + named("r", Self.rising), header: "model,tokens,accuracy")
    for run in [alone.run, among.run] {
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.contains("Not analysed: y is 0.5 at every point: it neither rises nor"))
    }
    #expect(alone.figure.contains("Accuracy does not change with tokens"))
  }

  @Test("a wrong option that only the data can tell shows the usage of the command")
  func usage() throws {
    let run = try Self.run(Self.rising, ["--margin", "1"]).run
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("Usage: scaling ceiling "), "\(run.errors)")
    #expect(run.errors.hasSuffix("  See 'scaling ceiling --help' for more information.\n"))
  }

  @Test("points that turn leave out the curves that do not")
  func turns() throws {
    let (run, figure) = try Self.run(Self.peaked, ["--format", "text"])
    #expect(run.output.contains("No plateau: accuracy turns near 16.0 tokens"))
    #expect(!run.output.contains("breakpoint") && !run.output.contains("ceiling"))
    #expect(!figure.contains("Band:") && figure.contains("No curve is drawn"), "\(figure)")
    let document = try Self.run(Self.peaked, ["--format", "json"]).run.output
    #expect(!document.contains("\"onset\"") && !document.contains("\"gainPerDoublingBefore\""))
  }

  @Test("without scatter changes are zero, and numbers keep their digits")
  func exact() throws {
    let run = try Self.run("1,10 2,20 4,30 8,40 16,40 32,40 64,40", header: "x,y").run
    #expect(run.output.contains("changes by 0 per doubling (0 to 0)"), "\(run.output)")
    #expect(!run.output.contains("10.000 "))
  }

  @Test("sentence and table round the ends of the bend alike")
  func sameEnds() throws {
    let run = try CommandRun(["ceiling", "data/o1-mini-aime2024.csv"], in: packageRoot)
    let match = try #require(run.output.firstMatch(of: /breakpoint [0-9,]+ \(([^)]+)\)/))
    #expect(run.output.contains("or anywhere from \(match.1):"), "\(run.output)")
  }
}
