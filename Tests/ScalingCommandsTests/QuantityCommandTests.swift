import Foundation
import Testing

/// `scaling fit --quantity` from the table to the report.
struct QuantityCommandTests {
  struct Document: Decodable {
    struct Interval: Decodable {
      var lower: Double?
      var upper: Double?
      var method: String
    }
    struct Quantity: Decodable {
      var quantity: String
      var estimate: Double?
      var interval: Interval?
      var bootstrapInterval: Interval?
      var extrapolated: Bool
      var reached: Bool?
    }
    struct Fit: Decodable {
      var model: String
      var quantities: [Quantity]?
    }
    struct Series: Decodable { var fits: [Fit] }
    var series: [Series]

    func quantities(_ model: String) -> [Quantity] {
      series.first?.fits.first { $0.model == model }?.quantities ?? []
    }
  }

  private func document(_ arguments: [String]) throws -> Document {
    let run = try CommandRun(arguments + ["--format", "json"], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test func everyQuantityHasAnIntervalAndSaysWhatItIs() throws {
    let document = try document([
      "fit", "data/o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--model",
      "log-linear,hinge", "--quantity", "value@1e7", "--quantity", "x@0.5", "--quantity",
      "gain-per-doubling@1e4", "--quantity", "gain@1e4..1e5", "--quantity", "1/intercept",
      "--quantity", "x@0.9", "--bootstrap", "100",
    ])
    let line = document.quantities("log-linear")
    #expect(
      line.map(\.quantity) == [
        "value@1e7", "x@0.5", "gain-per-doubling@1e4", "gain@1e4..1e5", "1/intercept", "x@0.9",
      ])
    #expect(line.map(\.extrapolated) == [true, false, false, false, false, true])
    #expect(line.map(\.reached) == [nil, true, nil, nil, nil, true])
    #expect(line.allSatisfy { $0.estimate != nil && $0.interval?.method == "profile" })
    #expect(line[0].bootstrapInterval?.method == "bootstrap-expanded")
    let hinge = document.quantities("hinge")
    #expect(hinge.last?.reached == false)
    #expect(hinge.last?.estimate == nil)
  }

  @Test func aTableOfQuantitiesIsInTextAndMarkdown() throws {
    let arguments = [
      "fit", "data/o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--model", "log-linear,hinge",
      "--quantity", "x@0.9",
    ]
    let text = try CommandRun(arguments, in: packageRoot).output
    #expect(text.contains("x@0.9"))
    #expect(text.contains("never reached"))
    let markdown = try CommandRun(arguments + ["--format", "markdown"], in: packageRoot).output
    #expect(markdown.contains("| model | quantity | estimate | interval |  |"))
    let table = try CommandRun(arguments + ["--format", "csv"], in: packageRoot).output
    #expect(table.contains(",log-linear,x@0.9,quantity,"))
  }

  @Test(
    "the doubling time of frontier time horizons",
    .enabled(if: ReferenceTests.folder != nil, ReferenceTests.isMissing))
  func doublingTime() throws {
    let file = try #require(ReferenceTests.folder).appendingPathComponent(
      "metr-time-horizons/horizons.csv")
    let document = try document([
      "fit", file.path, "--series", "none", "--where", "frontier_at_release=1", "--where",
      "release_date<=2025-02-28", "--formula", "log2(p50_horizon_minutes) ~ a + b*release_date",
      "--quantity", "1/b", "--quantity", "doubling-time",
    ])
    let named = try #require(document.quantities("formula").last)
    #expect(abs(try #require(named.estimate) * 365.25 - 212.96) < 0.1)
    let time = try #require(document.quantities("formula").first)
    // Dates are years; 365.25 days to a year.
    #expect(abs(try #require(time.estimate) * 365.25 - 212.96) < 0.1)
    #expect(try #require(time.interval?.lower) * 365.25 > 171)
    #expect(try #require(time.interval?.upper) * 365.25 < 249)
  }

  static let badInput: [([String], String, Int32)] = [
    (
      ["--quantity", "best@3"],
      "Error: --quantity: the quantity \"best@3\": there is no such quantity; write value@X, "
        + "x@TARGET, gain-per-doubling@X, gain@X1..X2, doubling-time or 1/COEFFICIENT.", 64
    ),
    (
      ["--quantity", "value@"],
      "Error: --quantity: the quantity \"value@\": \"\" is not a number.", 64
    ),
    (
      ["--model", "log-linear", "--quantity", "doubling-time"],
      "Error: t.csv: the quantity \"doubling-time\": no curve is one of a logarithm; fit one, such "
        + "as --formula 'log2(y) ~ a + b*x'", 1
    ),
    (
      ["--model", "log-linear", "--quantity", "1/slope"],
      "Error: t.csv: the quantity \"1/slope\": no curve has a coefficient slope; the coefficients "
        + "are intercept, slopePerDoubling, slopePerTenfold", 1
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
