import Foundation
import Testing

/// `scaling fit --holdout` and `--holdout-top`, from the table to the report and the figure.
struct HoldoutCommandTests {
  static let o1mini = [
    "fit", "data/o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--model",
    "log-linear,hinge",
  ]

  struct Document: Decodable {
    struct Point: Decodable {
      var doublingsBeyond: Double?
      var covered: Bool?
    }
    struct Score: Decodable {
      var rmsle: Double?
      var meanAbsoluteError: Double?
      var meanError: Double?
      var worstError: Double?
      var covered: Int
      var points: [Point]
    }
    struct Coefficient: Decodable {
      var name: String
      var estimate: Double?
    }
    struct Fit: Decodable {
      var model: String
      var coefficients: [Coefficient]
      var holdout: Score?
    }
    struct Verdict: Decodable {
      var observations: Int
      var best: String, preferred: String, criterion: String, verdict: String
    }
    struct Series: Decodable {
      var name: String, observations: Int
      var fits: [Fit]
      var holdout: Verdict?
    }
    var series: [Series]
  }

  static func document(_ arguments: [String]) throws -> Document {
    let run = try CommandRun(arguments + ["--format", "json"], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test(arguments: [["--holdout", "x > 2e5"], ["--holdout-top", "3"]])
  func aConditionAndACountHoldOutTheSamePoints(arguments: [String]) throws {
    let document = try Self.document(Self.o1mini + arguments)
    let series = try #require(document.series.first)
    #expect(series.observations == 12)
    let verdict = try #require(series.holdout)
    #expect(verdict.observations == 3)
    #expect(verdict.best == "hinge")
    #expect(verdict.preferred == "log-linear")
    #expect(
      verdict.verdict
        == "hinge predicts the held-out points best (mean absolute error 2.22 points), but the "
        + "ranking preferred log-linear (mean absolute error 18.87 points).")
    let score = try #require(series.fits.first { $0.model == "log-linear" }?.holdout)
    #expect(score.covered == 1)
    #expect(abs(try #require(score.points.last?.doublingsBeyond) - 2.997) < 1e-3)
  }

  @Test func onATimeAxisDistancesAreInYears() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "date,score\n2021-01-01,1\n2022-01-01,2.1\n2023-01-01,2.9\n2024-01-01,4\n2025-01-01,5\n",
      "t.csv")
    let run = try CommandRun(
      [
        "fit", "t.csv", "--y", "score", "--y-unit", "number", "--model", "linear", "--holdout-top",
        "1",
      ], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("Held out: 1 point, up to 1.00 years beyond the fitted range"))
  }

  @Test func textAndMarkdownAndTableSayIt() throws {
    let text = try CommandRun(Self.o1mini + ["--holdout-top", "3"], in: packageRoot).output
    #expect(text.contains("Held out: 3 points, up to 3.00 doublings beyond the fitted range\n"))
    #expect(text.contains("hinge predicts the held-out points best"))
    let markdown = try CommandRun(
      Self.o1mini + ["--holdout-top", "3", "--format", "markdown"], in: packageRoot
    ).output
    #expect(markdown.contains("| model | RMSLE | mean \\|error\\| (points) |"))
    let table = try CommandRun(
      Self.o1mini + ["--holdout-top", "3", "--format", "csv"], in: packageRoot
    ).output
    #expect(table.split(separator: "\n")[0].hasSuffix(",holdout_farthest_doublings"))
  }

  @Test func withoutAHoldoutNothingIsSaidOfIt() throws {
    for format in ["text", "json", "csv", "markdown"] {
      let run = try CommandRun(Self.o1mini + ["--format", format], in: packageRoot)
      #expect(!run.output.lowercased().contains("holdout"))
      #expect(!run.output.lowercased().contains("held"))
      #expect(!run.output.contains("quantit"))
    }
  }

  @Test func theFigureShowsHeldOutPointsHollow() throws {
    let folder = try TemporaryFolder()
    let table = packageRoot.appendingPathComponent("data/o1-mini-aime2024.csv").path
    let run = try CommandRun(
      ["plot", table, "--x", "avg_tokens_used", "--holdout-top", "3", "-o", "a.svg"],
      in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    let picture = try String(
      contentsOf: folder.url.appendingPathComponent("a.svg"), encoding: .utf8)
    #expect(picture.contains("Hollow: 3 points held out of the fit"))
  }

  @Test func aSeriesWithoutEnoughPointsLeftIsNotFittedButTheOthersAre() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "model,tokens,loss\na,1,4\na,2,3\na,4,2.3\na,8,1.9\na,16,1.6\nb,8,4\nb,16,3\nb,32,2.3\n",
      "t.csv")
    let run = try CommandRun(
      ["fit", "t.csv", "--series", "model", "--holdout", "tokens>10", "--model", "log-linear"],
      in: folder.url)
    #expect(run.exitCode == 0)
    #expect(
      run.output.contains(
        "Not fitted: 2 of 3 points are held out and 1 is left: a curve needs at least 3; hold out "
          + "fewer"))
    #expect(run.output.contains("Held out: 1 point, up to 1.00 doublings beyond"))
  }

  static let badInput: [([String], String, Int32)] = [
    (
      ["--holdout", "x>9"],
      "Error: t.csv: none of the 5 points meets 'x>9', so nothing is held out. Choose a condition "
        + "that some points meet and others do not.", 1
    ),
    (
      ["--holdout", "tokens>0"],
      "Error: t.csv: each of the 5 points meets 'tokens>0', so nothing is left to fit. Choose a "
        + "condition that some points meet and others do not.", 1
    ),
    (
      ["--holdout-top", "3"],
      "Error: t.csv: 3 of 5 points are held out and 2 are left: a curve needs at least 3; hold out "
        + "fewer", 1
    ),
    (
      ["--holdout-top", "9"],
      "Error: t.csv: 5 of 5 points are held out and none is left: a curve needs at least 3; hold "
        + "out fewer", 1
    ),
    (
      ["--holdout", "token>3"],
      "Error: t.csv: there is no column \"token\" (--holdout). Did you mean \"tokens\"? The columns "
        + "are tokens, accuracy.", 1
    ),
    (
      ["--holdout", "tokens"],
      "Error: the condition \"tokens\" has no comparison. Write --holdout 'COLUMN=VALUE', or !=, "
        + "<, <=, > or >= in place of =.", 1
    ),
    (
      ["--holdout-top=-1"],
      "Error: --holdout-top is -1, but must not be negative.", 64
    ),
  ]

  @Test(arguments: badInput)
  func badInputIsNamed(arguments: [String], message: String, exitCode: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.ok, "t.csv")
    let run = try CommandRun(["fit", "t.csv"] + arguments, in: folder.url)
    #expect(run.problem.split(separator: "\n").first.map(String.init) == message)
    #expect(run.exitCode == exitCode)
    #expect(run.output.isEmpty)
  }
}

extension HoldoutCommandTests {
  struct Curve: Sendable {
    var domain: String
    var model: String
    var slope: Double
    var rmsle: Double
  }

  static let curves = [
    Curve(domain: "LM", model: "1.07e+09", slope: -0.0443, rmsle: 0.01711),
    Curve(domain: "LM", model: "1.68e+07", slope: -0.0134, rmsle: 0.00637),
    Curve(domain: "NMT", model: "6 Enc, 6 Dec", slope: -0.1631, rmsle: 0.26187),
    Curve(domain: "NMT", model: "28 Enc, 6 Dec", slope: -0.1663, rmsle: 0.17085),
    Curve(domain: "NMT", model: "TEnc-LSTM", slope: -0.1314, rmsle: 0.18992),
  ]

  @Test(
    "power laws of the extrapolation benchmark, fitted and scored on logarithms",
    .enabled(if: ReferenceTests.folder != nil, ReferenceTests.isMissing), arguments: curves)
  func extrapolationBenchmark(_ curve: Curve) throws {
    let file = try #require(ReferenceTests.folder).appendingPathComponent(
      "revisiting-nsl-benchmark/benchmark.lang.csv")
    let document = try Self.document([
      "fit", file.path, "--series", "none", "--where", "Domain=\(curve.domain)", "--where",
      "Model=\(curve.model)", "--formula", "log(Loss) ~ a + c*log(`Seen Examples`)", "--holdout",
      "Training=0",
    ])
    let fit = try #require(document.series.first?.fits.first)
    let slope = try #require(fit.coefficients.first { $0.name == "c" }?.estimate)
    #expect(abs(slope - curve.slope) < 1e-4)
    #expect(abs(try #require(fit.holdout?.rmsle) - curve.rmsle) < 1e-4)
  }
}
