import Foundation
import Testing

/// `scaling law` on runs of a known law.
struct LawCommandTests {
  struct Document: Decodable {
    struct Interval: Decodable { var lower: Double?, upper: Double? }
    struct Coefficient: Decodable {
      var name: String
      var role: String
      var estimate: Double
      var standardError: Double?
      var interval: Interval?
    }
    struct Law: Decodable {
      var form: String
      var objective: String
      var value: Double
      var coefficients: [Coefficient]
    }
    struct Figure: Decodable { var estimate: Double, interval: Interval? }
    struct Optimum: Decodable {
      var compute: Double
      var parameters: Figure
      var tokens: Figure
      var tokensPerParameter: Figure
    }
    struct Diagnostic: Decodable { var code: String, message: String }
    var schema: String
    var law: Law
    var optimum: [Optimum]
    var diagnostics: [Diagnostic]
  }

  /// Runs of L = 1.7 + 406/N^0.34 + 2000/D^0.37, a little off.
  static func runs() -> String {
    var text = "params_n,tokens_d,loss,part\n"
    var wobble = 0.0
    for n in 0..<7 {
      for d in 0..<7 {
        let (size, tokens) = (1e7 * pow(3, Double(n)), 1e9 * pow(2.5, Double(d)))
        wobble = (wobble + 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
        let loss = 1.7 + 406 / pow(size, 0.34) + 2000 / pow(tokens, 0.37)
        text +=
          "\(size),\(tokens),\(loss * (1 + 0.004 * (wobble - 0.5))),\(n < 6 ? "low" : "high")\n"
      }
    }
    return text
  }

  static func run(_ arguments: [String], _ text: String) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(text, "runs.csv")
    return try CommandRun(["law"] + arguments, in: folder.url)
  }

  @Test("JSON with the law, its optimum and intervals; the same for any number of threads")
  func json() throws {
    let arguments = [
      "runs.csv", "--bootstrap", "100", "--budget", "1e21", "--format", "json", "--threads",
    ]
    let one = try Self.run(arguments + ["1"], Self.runs())
    #expect(one.exitCode == 0, "\(one.errors)")
    #expect(try Self.run(arguments + ["3"], Self.runs()).output == one.output)
    let document = try JSONDecoder().decode(Document.self, from: Data(one.output.utf8))
    #expect(document.schema == "scaling.law/1")
    #expect(document.law.form == "hoffmann")
    #expect(document.law.objective == "huber-log")
    #expect(document.law.coefficients.map(\.name) == ["A", "B", "E", "alpha", "beta", "a"])
    let alpha = try #require(document.law.coefficients.first { $0.name == "alpha" })
    #expect(abs(alpha.estimate - 0.34) < 0.02)
    #expect(alpha.standardError != nil)
    let optimum = try #require(document.optimum.first)
    #expect(
      abs(6 * optimum.parameters.estimate * optimum.tokens.estimate / 1e21 - 1) < 1e-9)
    #expect(optimum.tokensPerParameter.interval?.lower != nil)
  }

  @Test("text with the objective, a prediction, a comparison and a hold-out")
  func text() throws {
    let run = try Self.run(
      [
        "runs.csv", "--bootstrap", "0", "--at", "7e10:1.4e12", "--against", "hoffmann-2022",
        "--holdout", "part=high",
      ], Self.runs())
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("objective huber-log, delta 0.001, summed: "))
    #expect(run.output.contains("hoffmann-2022"))
    #expect(run.output.contains("held out (part=high): 7 rows, RMSLE 0.00"))
    #expect(run.errors.contains("note: 42 of 49 rows meet the conditions"))
  }

  @Test("fixed coefficients are evaluated, not fitted")
  func fixed() throws {
    let run = try Self.run(
      ["runs.csv", "--fix", "A=406,B=2000", "--fix", "E=1.7,alpha=0.34,beta=0.37"], Self.runs())
    #expect(run.exitCode == 0)
    #expect(run.output.contains("fixed"))
    #expect(!run.output.contains("refits"))
  }

  @Test(
    "bad input: one clear message",
    arguments: [
      ("N,D,loss\n1,1,-2\n", [], 1, "-2.0 is not above zero"),
      ("N,D,loss\n0,1,2\n", [], 1, "0.0 is not above zero"),
      ("N,D,loss\n1,1,2\n2,2,1\n", [], 1, "2 rows cannot carry the 5 coefficients"),
      (
        "N,D,loss\n5,1,9\n5,2,8\n5,3,7\n5,4,6\n5,5,5\n", [], 1, "so alpha is not identified"
      ),
      ("N,loss\n1,2\n", [], 1, "no column has a well-known name for the tokens D"),
      ("N,D,loss\n1,1,2\n", ["--form", "chinchilla"], 64, "there is no form \"chinchilla\""),
      ("N,D,loss\n1,1,2\n", ["--objective", "mse"], 64, "there is no objective \"mse\""),
      ("N,D,loss\n1,1,2\n", ["--fix", "gamma=1"], 1, "no coefficient \"gamma\""),
      ("N,D,loss\n1,1,2\n", ["--at", "5"], 64, "not of the form N:D"),
      (
        "flops,N,loss\n1,1,3\n1,2,2\n1,3,3\n", ["--form", "isoflop"], 1,
        "a law in compute needs at least two budgets"
      ),
    ] as [(String, [String], Int32, String)])
  func refusals(text: String, arguments: [String], code: Int32, message: String) throws {
    let run = try Self.run(["runs.csv"] + arguments, text)
    #expect(run.exitCode == code)
    #expect(run.problem.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("CSV has a row per coefficient and per figure asked for; the figure says the finding")
  func csvAndFigure() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.runs(), "runs.csv")
    let run = try CommandRun(
      [
        "law", "runs.csv", "--bootstrap", "100", "--budget", "1e21", "--at", "1e9:1e11", "--format",
        "csv", "--svg", "law.svg", "--width", "360", "--source", "made up",
      ], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "form,quantity,role,estimate,standard_error,lower,upper,objective,value,observations")
    let names = lines.dropFirst().map { $0.split(separator: ",")[1] }
    #expect(
      names == [
        "A", "B", "E", "alpha", "beta", "a", "parameters@1e+21", "tokens@1e+21",
        "tokensPerParameter@1e+21", "loss@1e+21", "loss@1000000000.0:100000000000.0",
      ])
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 10 })
    let figure = try String(
      contentsOf: folder.url.appendingPathComponent("law.svg"), encoding: .utf8)
    #expect(figure.contains("tokens per parameter"))
    #expect(figure.contains("made up"))
    #expect(figure.contains("width=\"360\""))
  }

  @Test("minima as CSV are read again as minima, with the same law; the figure shows the profiles")
  func isoflopTable() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.profiles(), "runs.csv")
    let first = try CommandRun(
      ["law", "isoflop", "runs.csv", "--format", "csv", "-o", "minima.csv", "--svg", "all.svg"],
      in: folder.url)
    #expect(first.exitCode == 0, "\(first.errors)")
    let figure = try String(
      contentsOf: folder.url.appendingPathComponent("all.svg"), encoding: .utf8)
    #expect(figure.contains("Profiles of equal compute"))
    let again = try CommandRun(
      ["law", "isoflop", "minima.csv", "--format", "csv", "--svg", "law.svg"], in: folder.url)
    #expect(again.exitCode == 0, "\(again.errors)")
    let table = try String(
      contentsOf: folder.url.appendingPathComponent("minima.csv"), encoding: .utf8)
    let column = { (text: String) in
      text.split(separator: "\n").dropFirst().compactMap {
        Double($0.split(separator: ",", omittingEmptySubsequences: false)[5])
      }
    }
    #expect(column(table).count == 4)
    for (one, other) in zip(column(table), column(again.output)) {
      #expect(abs(one / other - 1) < 1e-9)
    }
  }

  @Test("a figure over its input, or over the report, is refused")
  func figureOverInput() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.runs(), "runs.csv")
    let over = try CommandRun(
      ["law", "runs.csv", "--bootstrap", "0", "--svg", "runs.csv"], in: folder.url)
    #expect(over.exitCode == 1)
    #expect(over.problem.contains("this is an input"))
    let same = try CommandRun(
      ["law", "runs.csv", "--svg", "a.svg", "-o", "a.svg"], in: folder.url)
    #expect(same.exitCode == 64)
    #expect(folder.names == ["runs.csv"])
  }

  static func profiles() -> String {
    var text = "flops,params_n,loss\n"
    for step in 0..<4 {
      let compute = 1e18 * pow(10, Double(step))
      for size in -4...4 {
        let n = pow(compute, 0.5) * pow(1.6, Double(size)) / 20
        text += "\(compute),\(n),\(2 + 406 / pow(n, 0.34) + 700 / pow(compute / 6 / n, 0.34))\n"
      }
    }
    return text
  }

  @Test("profiles: the law of the optimal parameters in compute")
  func isoflop() throws {
    let run = try Self.run(
      ["isoflop", "runs.csv", "--loss-noise", "0.0001", "--format", "json"], Self.profiles())
    #expect(run.exitCode == 0, "\(run.errors)")
    struct Report: Decodable {
      struct Power: Decodable { var exponent: Double }
      struct Law: Decodable { var form: String, parameters: Power, tokens: Power }
      var law: Law
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
    #expect(abs(report.law.parameters.exponent - 0.5) < 0.01)
  }
}
