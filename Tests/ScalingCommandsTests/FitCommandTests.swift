import Foundation
import Testing

/// `scaling fit` on the table that ships with the project, as JSON.
struct FitCommandTests {
  static let o1mini = [
    "data/o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--noise", "gaussian",
  ]

  struct Document: Decodable {
    struct Interval: Decodable { var lower: Double?, upper: Double? }
    struct Coefficient: Decodable {
      var name: String
      var estimate: Double?
      var standardError: Double?
      var interval: Interval?
    }
    struct Statistics: Decodable {
      var aicc: Double?
      var rSquared: Double?
      var residualSumOfSquares: Double
    }
    struct Diagnostic: Decodable { var code: String, message: String }
    struct Termination: Decodable { var converged: Bool }
    struct Fit: Decodable {
      var model: String
      var coefficients: [Coefficient]
      var statistics: Statistics
      var diagnostics: [Diagnostic]
      var termination: Termination

      func estimate(_ name: String) -> Double? {
        coefficients.first { $0.name == name }?.estimate
      }
    }
    struct Preferred: Decodable { var model: String, akaikeWeight: Double, decided: Bool }
    struct Series: Decodable {
      var name: String
      var observations: Int
      var fits: [Fit]
      var preferred: Preferred?
    }
    struct Input: Decodable { var path: String, sha256: String, rows: Int }
    var schema: String
    var input: [Input]
    var series: [Series]

    func fit(_ model: String) -> Fit? { series.first?.fits.first { $0.model == model } }
  }

  static func document(_ arguments: [String]) throws -> Document {
    let run = try CommandRun(["fit"] + arguments + ["--format", "json"], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test("on 15 points the hinge ranks first, by the published differences")
  func allPoints() throws {
    let document = try Self.document(Self.o1mini)
    let fits = try #require(document.series.first).fits
    #expect(document.schema == "scaling.fit/1")
    #expect(document.input[0].rows == 15)
    #expect(fits.first?.model == "hinge")
    let best = try #require(document.fit("hinge")?.statistics.aicc)
    let logistic = try #require(document.fit("logistic")?.statistics.aicc)
    let logLinear = try #require(document.fit("log-linear")?.statistics.aicc)
    #expect(abs(logistic - best - 2.05) < 0.01)
    #expect(abs(logLinear - best - 9.91) < 0.01)
    let hinge = try #require(document.fit("hinge"))
    #expect(abs(try #require(hinge.estimate("ceiling")) - 0.67) < 0.005)
    #expect(abs(log2(try #require(hinge.estimate("breakpoint"))) - 15.64) < 0.2)
    #expect(abs(hinge.statistics.residualSumOfSquares - 0.03379) < 0.00034)
    let curve = try #require(document.fit("logistic"))
    #expect(abs(try #require(curve.estimate("ceiling")) - 0.6932) < 0.0069)
    #expect(abs(try #require(curve.estimate("steepnessPerDoubling")) - 0.4220) < 0.0042)
    #expect(abs(log2(try #require(curve.estimate("midpoint"))) - 10.296) < 0.1)
    #expect(document.series[0].preferred?.decided == false)
  }

  @Test("on the 11 exact points log-linear ranks first and no ceiling of 168 % is printed")
  func exactPoints() throws {
    let document = try Self.document(Self.o1mini + ["--where", "provenance=json"])
    #expect(document.series[0].observations == 11)
    let best = try #require(document.series[0].fits.first)
    #expect(best.model == "log-linear")
    #expect(abs(try #require(best.estimate("slopePerDoubling")) - 0.06064) < 1e-4)
    #expect(abs(try #require(best.estimate("intercept")) + 0.28402) < 1e-4)
    #expect(abs(try #require(best.statistics.rSquared) - 0.8971) < 1e-4)
    let linear = try #require(document.fit("linear"))
    let difference = try #require(linear.statistics.aicc) - (best.statistics.aicc ?? 0)
    #expect(abs(difference - 16.26) < 0.01)
    let saturating = try #require(document.fit("saturating-power"))
    #expect(saturating.estimate("asymptote") == nil)
    #expect(saturating.diagnostics.contains { $0.code == "asymptote-not-identified" })
  }

  @Test(
    "subsets of the points give the published lines",
    arguments: [
      (["--where", "token_limit<=2048"], 8, 0.06627, 0.01265, 1e-4),
      (["--where", "provenance=digitised"], 4, -0.0017, 0.0044, 5e-4),
    ])
  func subsets(
    _ condition: [String], _ count: Int, _ slope: Double, _ error: Double, _ tolerance: Double
  ) throws {
    let document = try Self.document(Self.o1mini + ["--model", "log-linear"] + condition)
    #expect(document.series[0].observations == count)
    let coefficient = try #require(
      document.fit("log-linear")?.coefficients.first { $0.name == "slopePerDoubling" })
    #expect(abs(try #require(coefficient.estimate) - slope) < tolerance)
    #expect(abs(try #require(coefficient.standardError) - error) < tolerance)
  }

  @Test("the same bytes twice, and for one and two threads")
  func deterministic() throws {
    let arguments =
      ["fit"] + Self.o1mini
      + ["--format", "json", "--bootstrap", "200", "--model", "hinge,log-linear,logistic"]
    let once = try CommandRun(arguments + ["--threads", "1"], in: packageRoot)
    let again = try CommandRun(arguments + ["--threads", "2"], in: packageRoot)
    #expect(once.exitCode == 0)
    #expect(once.output == again.output)
    let other = try CommandRun(arguments + ["--seed", "2"], in: packageRoot)
    #expect(other.output != once.output)
  }

  @Test("standard input and percent signs are read")
  func standardInput() throws {
    let table = "tokens,accuracy\n100,10%\n200,20%\n400,29%\n800,41%\n1600,50%\n"
    let run = try CommandRun(
      ["fit", "-", "--model", "log-linear", "--format", "csv"], in: packageRoot, input: table)
    #expect(run.exitCode == 0)
    let slope = try #require(
      run.output.split(separator: "\n").first { $0.contains("slopePerDoubling") })
    let cells = slope.split(separator: ",", omittingEmptySubsequences: false)
    #expect(abs(try #require(Double(cells[4])) - 0.101) < 1e-12)
    #expect(run.errors.contains("percent"))
  }

  @Test("predictions say when they leave the data")
  func predictions() throws {
    let run = try CommandRun(
      ["fit"] + Self.o1mini + ["--model", "log-linear", "--at", "10000,10000000"],
      in: packageRoot)
    #expect(run.exitCode == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.filter { $0.hasSuffix("extrapolated") }.count == 1)
  }
}
