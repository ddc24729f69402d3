import Foundation
import Testing

/// `scaling check` on the claims and tables that ship with the project.
struct CheckCommandTests {
  private struct Document: Decodable {
    struct Finding: Decodable {
      var id: String
      var verdict: String?
      var statement: String?
      var error: String?
    }
    var schema: String
    var findings: [Finding]
  }

  private static func document(
    _ arguments: [String], exitCode: Int32, in folder: URL = packageRoot
  ) throws -> Document {
    let run = try CommandRun(["check"] + arguments + ["--format", "json"], in: folder)
    #expect(run.exitCode == exitCode, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test("the claims that ship get the verdicts that their data give")
  func shipped() throws {
    let document = try Self.document(["data/claims.yml"], exitCode: 2)
    #expect(document.schema == "scaling.check/1")
    #expect(document.findings.count >= 20)
    #expect(document.findings.allSatisfy { $0.error == nil })
    let verdicts = Dictionary(uniqueKeysWithValues: document.findings.map { ($0.id, $0.verdict) })
    #expect(verdicts["linear-gains"] == "contradicted")
    #expect(verdicts["linear-gains-15-points"] == "contradicted")
    #expect(verdicts["logarithmic-against-linear"] == "supported")
    #expect(verdicts["logarithmic-against-all"] == "inconclusive")
    #expect(verdicts["no-gains-beyond-2-17"] == "inconclusive")
    #expect(verdicts["voting-ceiling-in-general"] == "contradicted")
    #expect(verdicts["compute-172-tokens-public"] == "contradicted")
    #expect(verdicts["cost-of-the-high-compute-run"] == "supported")
    #expect(verdicts["up-to-27-percent-in-points"] == "contradicted")
    #expect(verdicts["doubling-time-of-horizons"] == "supported")
    #expect(verdicts["doubling-time-since-2024"] == "contradicted")
    #expect(verdicts["two-of-training-for-one-of-inference"] == "contradicted")
    #expect(verdicts["effort-ladder-is-logarithmic"] == "inconclusive")
  }

  @Test("what cannot be told apart from logarithmic is named")
  func rivals() throws {
    let run = try CommandRun(
      [
        "check", "--data", "data/o1-mini-aime2024.csv", "--where", "provenance=json", "--shape",
        "logarithmic",
      ], in: packageRoot)
    #expect(run.exitCode == 0)
    #expect(
      run.output.contains(
        "inconclusive: These 11 points cannot tell whether the curve is logarithmic in x: they do "
          + "not rule out a power-law approach to a ceiling, a logarithmic rise to a plateau, a "
          + "logistic curve in log x, a root of x and a power law."))
  }

  @Test("a share of simulations is said with its error, and a margin with the claim")
  func simulated() throws {
    let run = try CommandRun(
      [
        "check", "--data", "data/o1-mini-aime2024.csv", "--where", "provenance=json", "--shape",
        "linear", "--against", "logarithmic",
      ], in: packageRoot)
    #expect(run.exitCode == 2)
    #expect(
      run.output.contains(
        "contradicted: The data contradict that the curve is a straight line in x: a logarithmic "
          + "curve describes these 11 points better, by more than chance explains."))
    #expect(
      run.output.contains(
        "if a straight line in x were true, its best rival would fit better by as much or more: "
          + "0.1 % of simulations (error 0.1)"))
    #expect(
      run.output.contains("points scatter as right answers out of 30 questions do, times"))
  }

  @Test("single answers stand behind the points where their questions are named")
  func questions() throws {
    let folder = try TemporaryFolder()
    var table = "tokens,question,accuracy\n"
    for place in 0..<8 {
      for question in 0..<20 {
        let isRight = (question * 7 + place) % 20 < 3 + 2 * place
        table += "\(1000 << place),q\(question),\(isRight ? 1 : 0)\n"
      }
    }
    try folder.write(table, "t.csv")
    let run = try CommandRun(
      ["check", "--data", "t.csv", "--question", "question", "--shape", "linear"], in: folder.url)
    #expect(run.errors == "")
    #expect(
      run.output.contains("the 20 questions are drawn at random, and all points share them"))
  }

  @Test("a cell has the precision that it is printed with")
  func precision() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n80.0,x\n", "t.csv")
    try folder.write(
      """
      claims:
        - id: cell
          claim: eighty
          arithmetic: {figures: {f: {file: t.csv, column: a}}, formula: f, at-least: 79.9}

      """, "c.yml")
    let run = try CommandRun(["check", "c.yml"], in: folder.url)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("f: 80 (rounding 79.95 to 80.05)"))
  }

  @Test("points that stop before the claimed x say so")
  func stops() throws {
    let run = try CommandRun(
      [
        "check", "--data", "data/o1-mini-aime2024.csv", "--where", "provenance=json", "--shape",
        "plateau", "--after", "131072", "--strict",
      ], in: packageRoot)
    #expect(run.exitCode == 2)
    #expect(
      run.output.contains(
        "inconclusive: Whether anything is gained beyond 131,072 cannot be told: the points stop at "
          + "88,448."))
  }

  @Test("one bad claim leaves the others, and the exit code tells")
  func oneBad() throws {
    let folder = try TemporaryFolder()
    try folder.write("tokens,accuracy\n1,0.1\n2,0.25\n", "t.csv")
    try folder.write(
      """
      claims:
        - {id: no-column, data: {file: t.csv, y: acuracy}, shape: linear}
        - {id: nothing, data: {file: t.csv, where: tokens>5}, shape: linear}
        - {id: two-points, data: t.csv, shape: linear}

      """, "c.yml")
    let document = try Self.document(["c.yml"], exitCode: 1, in: folder.url)
    #expect(
      document.findings.map { $0.verdict ?? "error" } == ["error", "error", "inconclusive"])
    #expect(
      document.findings[0].error
        == "t.csv: there is no column \"acuracy\" (y:). Did you mean \"accuracy\"? The columns are "
        + "tokens, accuracy.")
    #expect(
      document.findings[2].statement
        == "2 points are no evidence of a shape: curves of every kind go through them, whatever R² "
        + "is.")
  }

  @Test(
    "wrong options are refused",
    arguments: [
      ([], "Name a file of claims, or one claim with --data and --shape."),
      (["--shape", "linear"], "One claim needs --data FILE and --shape SHAPE."),
      (
        ["--data", "t.csv", "--shape", "lineer"],
        "--shape: there is no \"lineer\"; did you mean linear?"
      ),
      (
        ["--data", "t.csv", "--shape", "linear", "--after", "3"],
        "--after goes with --shape plateau and no-plateau only."
      ),
      (
        ["--data", "t.csv", "--shape", "plateau", "--after", "-5"],
        "--after is -5.0, but must be an x above zero."
      ),
      (
        ["--data", "t.csv", "--shape", "plateau", "--against", "linear"],
        "A plateau has no rivals: it is judged by its bend. Leave out --against."
      ),
      (
        ["c.yml", "--level", "0.001"],
        "--level is 0.001, which 999 simulations cannot show. Give --simulations 2000 or more."
      ),
      (["c.yml", "--title", "Mine"], "--title is for a figure. Name its file with --svg."),
      (["-", "-"], "- is standard input, which can be read once. Name it once."),
      (["c.yml", "--simulations", "5"], "--simulations is 5, but must lie in 99...1000000"),
    ])
  func wrongOptions(options: [String], message: String) throws {
    let run = try CommandRun(["check"] + options, in: packageRoot)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message))
  }

  private static let small = """
    claims:
      - {id: sum, arithmetic: {formula: 2 + 2, equals: 4}}

    """

  @Test("an id of an earlier file is refused there, and claims without one are not")
  func sameID() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, "a.yml")
    try folder.write(
      Self.small + "  - {arithmetic: {formula: 1 + 1, equals: 2}}\n", "b.yml")
    let document = try Self.document(["a.yml", "b.yml"], exitCode: 1, in: folder.url)
    #expect(
      document.findings.map(\.error) == [
        nil, "b.yml: the id \"sum\" is used in an earlier file; give it another", nil,
      ])
  }

  @Test("an empty list of claims is refused")
  func empty() throws {
    let folder = try TemporaryFolder()
    try folder.write("claims: []\n", "c.yml")
    let run = try CommandRun(["check", "c.yml"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(
      run.problem
        == "Error: c.yml, line 1, column 9: the list of claims is empty; write at least one")
  }

  private static let twoSeries =
    "model,tokens,accuracy\n"
    + (0..<16).map { "\($0 < 8 ? "a" : "b"),\(1 << ($0 % 8)),\(0.1 + 0.05 * Double($0 % 8))\n" }
    .joined()

  @Test("options name the series that is meant, and the error says how")
  func series() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.twoSeries, "t.csv")
    let claim = ["check", "--data", "t.csv", "--shape", "logarithmic", "--simulations", "99"]
    let several = try CommandRun(claim + ["--series", "model"], in: folder.url)
    #expect(several.exitCode == 1)
    #expect(several.output.contains("with --name, or make one of them with --series none"))
    let named = try CommandRun(claim + ["--series", "model", "--name", "a"], in: folder.url)
    #expect(named.exitCode != 1, "\(named.errors)")
    #expect(named.output.contains("points: 8"))
  }

  @Test("a table from standard input is read once for the finding and its figure")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      [
        "check", "--data", "-", "--shape", "linear", "--series", "none", "--simulations", "99",
        "--svg", "f.svg",
      ], in: folder.url, input: Self.twoSeries)
    #expect(run.exitCode == 2, "\(run.errors)")
    #expect(folder.names == ["f.svg"])
  }

  @Test("y that never changes has no shape")
  func constant() throws {
    let folder = try TemporaryFolder()
    try folder.write("tokens,loss\n" + (0..<8).map { "\(1 << $0),0.5\n" }.joined(), "t.csv")
    let run = try CommandRun(
      ["check", "--data", "t.csv", "--y", "loss", "--shape", "linear"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.output.contains("y is the same at every x, so that there is no shape to judge"))
  }

  @Test("dates have no doublings")
  func dates() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "date,horizon\n" + (0..<8).map { "20\(18 + $0)-01-01,\(1 << $0)\n" }.joined(), "t.csv")
    let run = try CommandRun(
      ["check", "--data", "t.csv", "--x", "date", "--y", "horizon", "--shape", "linear"],
      in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.output.contains("x is a date, and a doubling of the year means nothing"))
  }

  @Test("the same bytes with any number of threads")
  func threads() throws {
    let runs = try ["1", "2"].map { threads in
      try CommandRun(
        [
          "check", "data/claims.yml", "--format", "json", "--simulations", "199", "--threads",
          threads,
        ],
        in: packageRoot
      ).output
    }
    #expect(runs[0] == runs[1])
  }
}
