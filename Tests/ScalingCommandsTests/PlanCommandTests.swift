import Foundation
import Testing

/// `scaling plan`, on the points of o1-mini and on small tables.
struct PlanCommandTests {
  private struct Document: Decodable {
    struct Risk: Decodable {
      var truth: String
      var chance: Double
    }
    struct Candidate: Decodable {
      var largestWrong: Risk
      var place: String
      var x: [Double]
      var repeats: Int
      var questions: Double?
      var cost: Double
      var right: Double
      var wrong: Double
      var monteCarloError: Double
    }
    struct Truth: Decodable {
      var family: String
      var weight: Double
    }
    var schema: String
    var answer: String
    var statement: String
    var recommended: Candidate?
    var best: Candidate?
    var verdict: String?
    var truths: [Truth]
    var candidates: [Candidate]
  }

  private static let points = ["data/o1-mini-aime2024.csv", "--where", "provenance=json"]

  private static func document(_ arguments: [String]) throws -> Document {
    let run = try CommandRun(["plan"] + arguments + ["--format", "json"], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test("a recommended measurement reaches the wanted chance, at its cost in tokens")
  func recommended() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "tokens,accuracy,n\n1,0.3,30\n2,0.2,30\n4,0.2667,30\n8,0.4333,30\n16,0.5,30\n32,0.4333,30\n"
        + "64,0.6333,30\n", "t.csv")
    let document = try Self.document(
      [
        folder.url.appendingPathComponent("t.csv").path, "--items", "n", "--shape", "logarithmic",
        "--against", "linear", "--at", "2,8", "--repeats", "16", "--replicates", "40",
        "--simulations", "99", "--power", "0.5",
      ])
    #expect(document.schema == "scaling.plan/1")
    #expect(document.answer == "measure")
    let plan = try #require(document.recommended)
    #expect(plan.place == "named" && plan.questions == 30)
    #expect(plan.right >= 0.5 && plan.monteCarloError < 0.1)
    #expect(plan.largestWrong.chance <= 0.05 && plan.largestWrong.chance >= plan.wrong)
    #expect(plan.cost == plan.x.reduce(0, +) * 30 * Double(plan.repeats))
    #expect(document.truths.map(\.family) == ["logarithmic", "linear"])
  }

  @Test("a chance that is bought with wrong verdicts under one family recommends nothing")
  func risky() throws {
    let document = try Self.document(
      Self.points + [
        "--shape", "logarithmic", "--against", "power-law", "--at", "363", "--repeats", "16",
        "--replicates", "80", "--simulations", "99", "--power", "0.2",
      ])
    #expect(document.answer == "none")
    let best = try #require(document.best)
    #expect(best.right > 0.2 && best.wrong < best.largestWrong.chance)
    #expect(best.largestWrong.chance > 0.05 && best.largestWrong.truth == "power-law")
    #expect(document.statement.contains("with wrong verdicts in at most 5.0 % of cases"))
  }

  @Test("what is decided already needs nothing, in words and without a figure")
  func decided() throws {
    let run = try CommandRun(["plan"] + Self.points + ["--shape", "linear"], in: packageRoot)
    #expect(run.exitCode == 0)
    #expect(
      run.output
        == "The 11 points so far decide: that the curve is a straight line in x is contradicted. "
        + "Nothing needs to be measured.\n")
    let figure = try CommandRun(
      ["plan"] + Self.points + ["--shape", "linear", "--svg", "never.svg"], in: packageRoot)
    #expect(figure.exitCode == 0 && figure.output == run.output)
    #expect(figure.errors.contains("note: there is nothing to draw"))
    #expect(
      !FileManager.default.fileExists(atPath: packageRoot.appendingPathComponent("never.svg").path))
  }

  @Test("no affordable design is an answer, with the best chance")
  func none() throws {
    let options = [
      "--shape", "logarithmic", "--against", "power-law", "--at", "2000", "--repeats", "2",
      "--replicates", "40", "--simulations", "199", "--cost-per-million", "4.4",
    ]
    let document = try Self.document(Self.points + options)
    #expect(document.answer == "none")
    #expect(
      document.statement.hasPrefix(
        "No design that was looked at decides whether the curve is logarithmic in x, against a power "
          + "law: ")
    )
    let best = try #require(document.best)
    #expect(abs(best.cost - 2 * 2000 * 30 * 4.4 / 1e6) < 1e-12)
    let poor = try Self.document(Self.points + options + ["--budget", "0.01"])
    #expect(poor.answer == "none" && poor.best == nil && poor.candidates.isEmpty)
    #expect(
      poor.statement
        == "No affordable design decides whether the curve is logarithmic in x, against a power law: "
        + "no plan costs so little within a budget of 0.0100.")
  }

  @Test("the same bytes with any number of threads, and a figure beside the report")
  func threads() throws {
    let folder = try TemporaryFolder()
    let outputs = try ["1", "2"].map { threads in
      let figure = folder.url.appendingPathComponent("\(threads).svg").path
      let run = try CommandRun(
        ["plan"] + Self.points + [
          "--shape", "logarithmic", "--against", "power-law", "--at", "363", "--repeats", "3",
          "--replicates", "40", "--simulations", "99", "--threads", threads, "--svg", figure,
        ], in: packageRoot)
      #expect(run.exitCode == 0, "\(run.errors)")
      return run.output + (try String(contentsOfFile: figure, encoding: .utf8))
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].contains("<svg"))
  }

  @Test(
    "wrong options are refused",
    arguments: [
      (["t.csv"], "Say what is claimed with --shape, such as --shape logarithmic."),
      (["t.csv", "--shape", "linear", "--power", "1"], "--power is 1.0, but must lie between 0"),
      (
        ["t.csv", "--shape", "linear", "--budget", "0"], "--budget is 0.0, but must be above zero."
      ),
      (["t.csv", "--shape", "linear", "--at", "10,-1"], "--at: -1.0 is not above zero."),
      (
        ["t.csv", "--shape", "linear", "--repeats", "0"], "--repeats is 0, but must lie in 1...64."
      ),
      (["t.csv", "--shape", "linear", "--questions", "x"], "--questions: \"x\" is not a whole"),
      (["t.csv", "--shape", "linear", "--budget", "-3"], "--budget is -3.0, but must be above"),
      (["t.csv", "--shape", "linear", "--width", "400"], "--width is for a figure. Name its file"),
      (["t.csv", "--shape", "lineer"], "--shape: there is no \"lineer\"; did you mean linear?"),
    ])
  func wrongOptions(options: [String], message: String) throws {
    let run = try CommandRun(["plan"] + options, in: packageRoot)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("a plateau, and a table with several series, are refused in one line")
  func refused() throws {
    let plateau = try CommandRun(
      ["plan"] + Self.points + ["--shape", "plateau"], in: packageRoot)
    #expect(plateau.exitCode == 64)
    #expect(plateau.problem.contains("A plateau is judged by its bend"))
    #expect(plateau.output.isEmpty)
  }
}
