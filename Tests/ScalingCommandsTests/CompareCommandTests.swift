import Foundation
import Testing

/// `scaling fit --compare` and `--band` from the table to the report.
struct CompareCommandTests {
  static let table = """
    model,tokens,accuracy,n_problems
    A-1,1000,20.1,500
    A-1,2000,26.3,500
    A-1,4000,33.0,500
    A-1,8000,38.2,500
    A-1,16000,46.1,500
    A-1,32000,51.0,500
    A-1,64000,58.4,500
    A-1,128000,63.3,500
    B,1000,29.0,500
    B,2000,33.2,500
    B,4000,36.0,500
    B,8000,39.8,500
    B,16000,43.7,500
    B,32000,46.0,500
    B,64000,50.9,500
    B,128000,54.0,500

    """

  private func run(_ arguments: [String]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "t.csv")
    return try CommandRun(["fit", "t.csv", "--model", "log-linear"] + arguments, in: folder.url)
  }

  @Test func aTableOfComparisonsSaysWhatItAssumes() throws {
    let run = try run([
      "--compare", "slope-ratio:A-1/B", "--compare", "difference@64000:A-1-B", "--compare",
      "crossing:A-1,B", "--compare", "crossing@3e4..1e6:A-1,B",
    ])
    let section = try #require(run.output.range(of: "Series compared"))
    #expect(
      run.output[section.lowerBound...] == """
        Series compared as independent samples, each with a noise of its own

          comparison               models          estimate  95 % set
          slope-ratio:A-1/B        log-linear          1.76  1.66 to 1.87
          difference@64000:A-1-B   log-linear  +7.24 points  +6.30 to +8.19 points
          crossing:A-1,B           log-linear        10,018  8481 to 11,803         x from 1000 to 128,000
          crossing@3e4..1e6:A-1,B  log-linear    never meet  none                   A-1 is above throughout; x from 30,000 to 1,000,000; extrapolated

          ! shared-items: if both series answered the same questions their noise goes together, and differences are better known than these sets say

        """)
  }

  @Test func comparisonsAreInJSONAndCSV() throws {
    struct Document: Decodable {
      struct Piece: Decodable {
        var lower: Double?
        var upper: Double?
        var method: String
      }
      struct Comparison: Decodable {
        var comparison: String
        var models: [String]
        var estimate: Double?
        var interval: Piece?
        var set: [Piece]
        var bounded: Bool
      }
      var comparisons: [Comparison]
    }
    let arguments = ["--compare", "slope-ratio:A-1/B", "--compare", "crossing@3e4..1e6:A-1,B"]
    let json = try run(arguments + ["--format", "json"])
    let found = try JSONDecoder().decode(Document.self, from: Data(json.output.utf8)).comparisons
    #expect(found.map(\.comparison) == ["slope-ratio:A-1/B", "crossing@3e4..1e6:A-1,B"])
    #expect(found[0].models == ["log-linear", "log-linear"])
    #expect(found[0].interval?.method == "fieller")
    #expect(found[0].bounded)
    #expect(found[1].estimate == nil)
    #expect(found[1].set.isEmpty)
    let lines = try run(arguments + ["--format", "csv"]).output.split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("A-1 and B,log-linear,slope-ratio:A-1/B,comparison,1.76") })
    #expect(
      lines.contains {
        $0.hasPrefix("A-1 and B,log-linear,\"crossing@3e4..1e6:A-1,B\",comparison,,,,,fieller")
      })
  }

  static let badInput: [([String], String, Int32)] = [
    (
      ["--compare", "slope-ratio:A1/B"],
      "Error: t.csv: the comparison \"slope-ratio:A1/B\": there is no series \"A1\"; did you mean "
        + "\"A-1\"? the series are A-1, B", 1
    ),
    (
      ["--compare", "ratio@b:A-1/B"],
      "Error: t.csv: the comparison \"ratio@b:A-1/B\": no family fitted to both series has a "
        + "coefficient b; the coefficients are intercept, slopePerDoubling, slopePerTenfold", 1
    ),
    (
      ["--compare", "best:A-1/B"],
      "Error: --compare: the comparison \"best:A-1/B\": there is no such comparison; write "
        + "slope-ratio:A/B, ratio@COEFFICIENT:A/B, difference@X:A-B, difference:A-B, crossing:A,B "
        + "or crossing@X1..X2:A,B.", 64
    ),
  ]

  @Test(arguments: badInput)
  func whatCannotBeComparedIsNamed(
    arguments: [String], message: String, exitCode: Int32
  ) throws {
    let run = try run(arguments)
    #expect(run.problem.split(separator: "\n").first.map(String.init) == message)
    #expect(run.exitCode == exitCode)
    #expect(run.output.isEmpty)
  }

  @Test func aSimultaneousBandIsWiderAndSaysSo() throws {
    struct Document: Decodable {
      struct Interval: Decodable {
        var lower: Double
        var upper: Double
        var method: String
      }
      struct Prediction: Decodable {
        var confidenceInterval: Interval
        var predictionInterval: Interval
      }
      struct Fit: Decodable { var predictions: [Prediction] }
      struct Series: Decodable { var fits: [Fit] }
      struct Settings: Decodable { var band: String }
      var series: [Series]
      var settings: Settings
    }
    let at = ["--at", "5000,1e5", "--format", "json", "--band"]
    let documents = try ["pointwise", "simultaneous"].map {
      try JSONDecoder().decode(Document.self, from: Data(try run(at + [$0]).output.utf8))
    }
    #expect(documents.map(\.settings.band) == ["pointwise", "simultaneous"])
    let predictions = documents.map { $0.series[0].fits[0].predictions[0] }
    #expect(predictions.map(\.confidenceInterval.method) == ["profile", "simultaneous"])
    #expect(predictions[1].confidenceInterval.upper > predictions[0].confidenceInterval.upper)
    #expect(predictions[1].predictionInterval.upper > predictions[0].predictionInterval.upper)
    let text = try run(["--at", "5000,1e5", "--band", "simultaneous"]).output
    #expect(text.contains("curve's interval (all x together)  interval of 2 new points together"))
  }

  @Test func theFigureSaysWhichBandItDraws() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "t.csv")
    let figures = try ["pointwise", "simultaneous"].map {
      try CommandRun(
        ["plot", "t.csv", "--model", "log-linear", "--prediction", "--band", $0], in: folder.url
      ).output
    }
    #expect(figures[0].contains("interval of the curve at each x"))
    #expect(figures[1].contains("holds the whole curve with 95 % confidence"))
    #expect(figures[1].contains("95 % for 81 new points together"))
  }
}
