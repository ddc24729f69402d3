import Foundation
import Testing

/// `scaling fit --formula` from the table to the report.
struct FormulaCommandTests {
  /// Two predictors, one with a space in its name, and rows that are not in order.
  static let table = """
    run,tokens,model size,loss
    a,400,2,1.90
    a,100,1,2.52
    a,200,4,2.05
    b,300,2,2.01
    b,100,3,2.30
    b,250,1,2.24
    b,350,4,1.84
    a,150,2,2.27
    """

  private func run(_ arguments: [String], table: String = table) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(table, "t.csv")
    return try CommandRun(["fit", "t.csv"] + arguments, in: folder.url)
  }

  private func json(_ run: CommandRun) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test func anyColumnsArePredictors() throws {
    let run = try run([
      "--formula", "log(loss) ~ a + b*log(tokens) + c*log(`model size`)", "--series", "none",
      "--format", "json",
    ])
    #expect(run.exitCode == 0, "\(run.errors)")
    let series = try #require((try json(run)["series"] as? [[String: Any]])?.first)
    let fit = try #require((series["fits"] as? [[String: Any]])?.first)
    #expect(fit["model"] as? String == "formula")
    #expect(fit["formula"] as? String == "log(loss) ~ a + b*log(tokens) + c*log(`model size`)")
    let coefficients = try #require(fit["coefficients"] as? [[String: Any]])
    #expect(coefficients.map { $0["name"] as? String } == ["a", "b", "c"])
    #expect(coefficients.allSatisfy { $0["standardError"] as? Double != nil })
  }

  @Test func aFormulaIsFittedToEachSeriesAndFromStandardInput() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      [
        "fit", "-", "--series", "run", "--formula", "loss ~ a + b*log2(tokens)", "--format", "csv",
      ], in: folder.url, input: Self.table)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("a,") && run.output.contains("b,"))
  }

  static let badInput: [([String], String, Int32)] = [
    (
      ["--formula", "loss ~ a + b*lgo(tokens)"],
      "Error: the formula cannot be read: there is no function lgo; did you mean log? The "
        + "functions are exp, log, log2, log10, sqrt, sin, cos, tan, atan, tanh, erf, abs, "
        + "logistic, ln, min, max\n  loss ~ a + b*lgo(tokens)\n               ^", Int32(1)
    ),
    (
      ["--formula", "loss ~ a*(tokens"],
      "Error: the formula cannot be read: this parenthesis is not closed\n"
        + "  loss ~ a*(tokens\n           ^", 1
    ),
    (
      ["--formula", "log(loss - 1.85) ~ a + b*tokens", "--series", "none"],
      "Error: t.csv: the response log(loss - 1.85) is not a finite number at line 8 "
        + "(loss = 1.84); drop such rows with --where", 1
    ),
    (
      ["--formula", "loss ~ a + b*Tokens", "--series", "none"],
      "Error: t.csv: the observations say nothing about Tokens", 1
    ),
    (
      ["--formula", "loss ~ a + b*tokens", "--start", "a"],
      "Error: --start: \"a\" is not written NAME=VALUE.", 64
    ),
    (
      ["--formula", "loss ~ a + b*tokens", "--bound", "a=1..0"],
      "Error: --bound: the low end of a must lie below its high end.", 64
    ),
    (
      ["--formula", "loss ~ a + b*tokens", "--bound", "a=1"],
      "Error: --bound: a is \"1\", but must be LOW..HIGH, with at most one end left out.", 64
    ),
    (
      ["--model", "power-law", "--x", "tokens", "--y", "loss", "--fix", "expnent=1"],
      "Error: t.csv: there is no parameter expnent; did you mean exponent? The "
        + "parameters are scale, exponent", 1
    ),
  ]

  @Test(arguments: badInput)
  func badInputIsNamed(arguments: [String], message: String, exitCode: Int32) throws {
    let run = try run(arguments)
    #expect(run.problem.hasPrefix(message), "\(run.problem)")
    #expect(run.exitCode == exitCode)
    #expect(run.output.isEmpty)
  }

  @Test func aFamilyTakesFixedValues() throws {
    let run = try run([
      "--model", "power-law", "--x", "tokens", "--y", "loss", "--series", "none", "--fix",
      "exponent=-0.2", "--format", "json",
    ])
    #expect(run.exitCode == 0, "\(run.errors)")
    let series = try #require((try json(run)["series"] as? [[String: Any]])?.first)
    let fit = try #require((series["fits"] as? [[String: Any]])?.first)
    #expect(fit["model"] as? String == "power-law")
    let exponent = (fit["coefficients"] as? [[String: Any]])?.first {
      $0["name"] as? String == "exponent"
    }
    #expect(exponent?["role"] as? String == "fixed")
    #expect(exponent?["estimate"] as? Double == -0.2)
  }
}
