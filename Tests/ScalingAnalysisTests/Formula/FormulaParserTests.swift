import Testing

@testable import ScalingAnalysis

@Suite struct FormulaParserTests {
  /// The value of an expression at x = 3, w = 0.5 and all parameters 2.
  private func value(_ expression: String) throws -> Double {
    let formula = try Formula("y ~ zero_*0 + \(expression)", columns: ["x", "y", "w", "a b"])
    let inputs: [String: Double] = ["x": 3, "y": 7, "w": 0.5, "a b": 11]
    let columns = formula.columnNames.map { inputs[$0] ?? .nan }
    var result = [0.0]
    FormulaProgram([formula.curve]).run(
      rows: 1, columns: columns, parameters: formula.parameterNames.map { _ in 2 } + [0],
      values: &result)
    return result[0]
  }

  static let values: [(String, Double)] = [
    ("1 + 2*3", 7), ("(1 + 2)*3", 9), ("2^3^2", 512), ("2**3**2", 512), ("-x^2", -9),
    ("2^-1", 0.5), ("-2^-2", -0.25), ("10 - 4 - 3", 3), ("24/4/2", 3), ("2*x^2", 18),
    ("--x", 3), ("+x", 3), ("1.5e2", 150), ("1E-2*100", 1), (".5*4", 2), ("2.*x", 6),
    ("exp(log(x))", 3), ("log2(8)", 3), ("log10(1000)", 3), ("ln(exp(2))", 2), ("sqrt(x*x)", 3),
    ("min(x, 1, 2)", 1), ("max(x, 1, 2)", 3), ("abs(-x)", 3), ("logistic(0)", 0.5),
    ("atan(1)*4/pi", 1), ("tanh(0) + sin(0) + tan(0) + erf(0)", 0), ("cos(0)", 1),
    ("`a b` + w", 11.5), ("p*x", 6), ("x·w×2 − 1", 2), ("logistic(x) + logistic(-x)", 1),
  ]

  @Test(arguments: values)
  func expressionsHaveTheirValue(expression: String, expected: Double) throws {
    #expect(abs(try value(expression) - expected) < 1e-14 * max(abs(expected), 1))
  }

  @Test func namesAreColumnsOrParameters() throws {
    let formula = try Formula("log(`my y`) ~ a*x^b + c*w", columns: ["x", "my y", "w", "z"])
    #expect(formula.parameterNames == ["a", "b", "c"])
    #expect(formula.predictorNames == ["x", "w"])
    #expect(formula.columnNames == ["my y", "x", "w"])
    #expect(formula.responseText == "log(`my y`)")
    #expect(try Formula("`my y` ~ a", columns: ["my y"]).responseText == "my y")
  }

  static let euler: [(String, [String])] = [
    ("y ~ a*e^(-b*x)", ["a", "b"]),
    ("y ~ e + b*x^c", ["e", "b", "c"]),
    ("y ~ e^x + e", ["e"]),
    ("y ~ a*pi*x", ["a"]),
  ]

  @Test(arguments: euler)
  func eIsEulersNumberOnlyAsTheBaseOfPowers(text: String, parameters: [String]) throws {
    #expect(try Formula(text, columns: ["x", "y"]).parameterNames == parameters)
  }

  @Test func mentionedNamesAndColumnsAreNoConstants() throws {
    let named = try Formula("y ~ a*pi*e^x", columns: ["x", "y"], parameters: ["pi", "e"])
    #expect(named.parameterNames == ["a", "pi", "e"])
    let columns = try Formula("y ~ a*pi", columns: ["pi", "y"])
    #expect(columns.predictorNames == ["pi"])
  }

  static let mistakes: [(String, String, Int)] = [
    ("y ~ b1*expp(x)", "there is no function expp; did you mean exp?", 7),
    ("y ~ b1*(1 + x", "this parenthesis is not closed", 7),
    ("y ~ b1*(1 + x))", "this parenthesis closes nothing", 14),
    ("y ~ b1*", "something is missing at the end", 7),
    ("y ~ b1*/x", "something is missing before /", 7),
    ("y ~ b1*()", "there is nothing between these parentheses", 7),
    ("y ~ 2 x", "an operator such as * is missing before this", 6),
    ("y ~ b1 b2", "an operator such as * is missing before this", 7),
    ("b1*x", "there is no ~ between the response and the curve", 4),
    ("y ~ 2*x", "there is no parameter to fit", 4),
    ("3 ~ b1*x", "the response, left of ~, names no column", 0),
    ("z ~ b1*x", "there is no column z", 0),
    ("y ~ b1*`xx`", "there is no column xx; did you mean x?", 7),
    ("y ~ b1*`x", "this backtick is not closed", 7),
    ("y ~ b1 $ x", "\"$\" has no meaning in a formula", 7),
    ("y ~ b1*min(x)", "min compares at least two values", 7),
    ("y ~ b1*exp(x, 2)", "exp takes one value, not 2", 7),
    ("y ~ b1 ~ x", "there is a second ~", 7),
    ("y ~ x(b1)", "x is a column, not a function; write x*(…) for a product", 4),
    ("y ~ b1 + 1e999", "this number is too large", 9),
    ("", "there is no ~", 0),
  ]

  @Test(arguments: mistakes)
  func errorsShowThePlace(text: String, problem: String, position: Int) throws {
    let error = #expect(throws: FitError.self) {
      try Formula(text, columns: ["x", "y"])
    }
    let message = try #require(error?.description)
    #expect(error?.code == .invalidFormula)
    #expect(message.hasPrefix("the formula cannot be read: \(problem)"), "\(message)")
    let caret = "\n  " + String(repeating: " ", count: position) + "^"
    #expect(message.hasSuffix("\n  \(text)\(caret)"), "\(message)")
  }
}
