import Foundation
import Testing

/// `scaling fit --noise`, `--weights` and `--question`: exact text and exit code.
struct NoiseCommandTests {
  static let table = """
    x,accuracy,n,w,e,loss
    1,0.1,30,1,0.05,2.0
    2,0.2,30,1,0.05,1.8
    4,0.3,30,2,0.05,1.7
    8,0.5,30,2,0.05,1.6
    16,0.6,30,0,0.05,1.5
    32,0.7,30,1,,1.45

    """

  static func run(_ arguments: [String], table: String = table) throws -> CommandRun {
    let folder = try TemporaryFolder()
    _ = try folder.write(table, "t.csv")
    return try CommandRun(arguments, in: folder.url)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let problem: String
    let code: Int32
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals: [Refusal] = [
    Refusal(
      arguments: ["--noise", "binomial"],
      problem:
        "Error: t.csv: binomial noise needs the number of questions behind every point, and "
        + "there is none at line 2; give --items COLUMN or --items NUMBER, or use --noise gaussian",
      code: 1),
    Refusal(
      arguments: ["--y", "loss", "--noise", "binomial", "--items", "30"],
      problem:
        "Error: t.csv: y is 2 at line 2: binomial noise is for shares between 0 and 1; use "
        + "--noise gaussian, or --y-unit percent for percents", code: 1),
    Refusal(
      arguments: ["--weights", "relative=w"],
      problem:
        "Error: t.csv: the weight at line 6 is 0, but must be positive; drop such rows with "
        + "--where", code: 1),
    Refusal(
      arguments: ["--weights", "errors=e"],
      problem:
        "Error: t.csv: there is no standard error at line 7, and every point needs one; drop "
        + "such rows with --where", code: 1),
    Refusal(
      arguments: ["--noise", "binomal"],
      problem:
        "Error: --noise: the noise \"binomal\": there is no such noise; did you mean binomial? "
        + "Choose from gaussian, binomial, binomial-overdispersed, huber[:DELTA] and bisquare[:C].",
      code: 64),
    Refusal(
      arguments: ["--noise", "huber:-1"],
      problem:
        "Error: --noise: the noise \"huber:-1\": \"-1\" is not a positive number of scales, such "
        + "as huber:1.345.", code: 64),
    Refusal(
      arguments: ["--weights", "w"],
      problem: "Error: --weights is \"w\", but says what a column means: relative=COLUMN, "
        + "errors=COLUMN or counts=COLUMN.", code: 64),
    Refusal(
      arguments: ["--weights", "count=w"],
      problem: "Error: --weights: there is no meaning \"count\"; did you mean counts? Choose from "
        + "relative, errors and counts.", code: 64),
    Refusal(
      arguments: ["--weights", "counts=n", "--noise", "huber"],
      problem: "Error: --weights counts=n goes with gaussian noise; huber noise weighs the points "
        + "itself. Leave out one of the two.", code: 64),
    Refusal(
      arguments: ["--weights", "errors=e", "--stderr", "w"],
      problem: "Error: --stderr w and --weights errors=e name two columns of standard errors. Name "
        + "one.", code: 64),
    Refusal(
      arguments: ["--weights", "relative=weight"],
      problem:
        "Error: t.csv: there is no column \"weight\" (--weights). Did you mean \"w\"? The columns are x, accuracy, n, "
        + "w, e, loss.", code: 1),
  ]

  @Test("what cannot be fitted is refused in one sentence", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let run = try Self.run(["fit", "t.csv"] + refusal.arguments)
    #expect(run.exitCode == refusal.code)
    #expect(run.output.isEmpty)
    #expect(run.problem.split(separator: "\n").first.map(String.init) == refusal.problem)
  }

  @Test("the noise is in the heading, in JSON and in the note of a figure")
  func named() throws {
    let options = ["t.csv", "--items", "n", "--noise", "binomial", "--model", "log-linear"]
    let text = try Self.run(["fit"] + options)
    #expect(text.output.hasPrefix("t: accuracy against x, 6 points, binomial noise\n"))
    let json = try Self.run(["fit"] + options + ["--format", "json"]).output
    #expect(json.contains("\"noise\": \"binomial\""))
    #expect(json.contains("\"deviance\""))
    let figure = try Self.run(["plot"] + options)
    #expect(figure.output.contains("Fitted with binomial noise."))
  }

  @Test(
    "bootstrap, hold-out, quantities and predictions work under every noise",
    arguments: [
      ["--noise", "binomial", "--items", "n"],
      ["--noise", "binomial-overdispersed", "--items", "n"], ["--noise", "huber"],
      ["--noise", "bisquare"], ["--weights", "relative=n"], ["--weights", "counts=n"],
      ["--weights", "errors=n"],
    ])
  func everything(_ options: [String]) throws {
    let run = try Self.run(
      ["fit", "t.csv", "--model", "log-linear", "--holdout", "x>16", "--bootstrap", "100"]
        + ["--quantity", "value@4", "--quantity", "x@0.5", "--at", "64"] + options)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("Held out: 1 point"))
    #expect(run.output.contains("value@4"))
    #expect(!run.output.contains("nan"))
  }

  @Test("standard errors in a table are drawn, and a note says that they weigh nothing")
  func standardErrors() throws {
    let run = try Self.run(["fit", "t.csv", "--stderr", "e", "--model", "log-linear"])
    #expect(
      run.errors.contains(
        "note: the standard errors in e draw the bars; the fit takes one variance for all points "
          + "(weigh them with --weights errors=e)\n"))
  }

  static let answers: String = {
    var lines = ["budget,problem,sample,right"]
    for budget in 0..<6 {
      for problem in 0..<8 {
        for sample in 0..<2 {
          let isRight = (problem * 7 + sample * 3) % 11 < 2 * budget - (problem % 3)
          lines.append("\(1 << budget),p\(problem),\(sample),\(isRight)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  @Test("a table of answers becomes points with intervals from the questions")
  func questions() throws {
    let run = try Self.run(
      ["fit", "t.csv", "--y", "right", "--question", "problem", "--model", "log-linear"],
      table: Self.answers)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("t: right against budget, 6 points, 8 questions\n"))
    #expect(run.output.contains("coefficient (95 % question-jackknife interval)"))
    #expect(!run.output.contains("shared-items"))
    #expect(run.errors.contains("note: t: 8 questions from problem, each at every x\n"))
    let resampled = try Self.run(
      ["fit", "t.csv", "--y", "right", "--question", "problem", "--bootstrap", "100"]
        + ["--model", "log-linear", "--format", "json"], table: Self.answers)
    #expect(resampled.output.contains("\"resample\": \"question\""))
    #expect(resampled.output.contains("\"method\": \"question-jackknife\""))
  }

  @Test("questions with a formula or with items of their own are refused")
  func questionConflicts() throws {
    let formula = try Self.run(
      ["fit", "t.csv", "--question", "problem", "--formula", "right ~ a + b*log2(budget)"],
      table: Self.answers)
    #expect(formula.exitCode == 64)
    let items = try Self.run(
      ["fit", "t.csv", "--y", "right", "--question", "problem", "--items", "8"],
      table: Self.answers)
    #expect(items.exitCode == 64)
    #expect(
      items.errors.hasPrefix(
        "Error: --question counts the items of a point itself. Leave out --items, --weights and "
          + "--stderr."))
  }
}
