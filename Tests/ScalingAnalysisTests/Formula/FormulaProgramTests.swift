import Testing

@testable import ScalingAnalysis

@Suite struct FormulaProgramTests {
  static let curves = [
    "a*exp(-b*x) + c", "a*x^b", "x^(a*b) + c", "(a + b*x)/(1 + c*x^2)", "a*sin(b*x) + cos(c)",
    "tan(a*x/9) + atan(b*x) + tanh(c*x)", "erf(a*x - b)*c", "logistic(a*(x - b))/c",
    "log(a*x) + log2(b + x) + log10(c*x^2)", "sqrt(a + b*x)*c", "min(a*x, b) + max(c, x)",
    "abs(a - x) + b^2*c^3", "a^b^c", "-a*-b/-(c + x)", "(a - x)^2/b^2", "2^(a*x)*b*c",
  ]

  /// Derivatives against central differences, at more rows than fit into one block.
  @Test(arguments: curves)
  func derivativesEqualDifferences(curve: String) throws {
    let formula = try Formula("y ~ \(curve)", columns: ["x", "y"])
    let x = (0..<150).map { 0.31 + 0.037 * Double($0) }
    // The response is the first column.
    let columns = Array(repeating: 0, count: x.count) + x
    let program = FormulaProgram([formula.curve], derivativesIn: [0, 1, 2])
    let point = [0.83, 1.27, 0.59]
    func values(_ parameters: [Double]) -> [Double] {
      var result = Array(repeating: 0.0, count: x.count)
      program.run(rows: x.count, columns: columns, parameters: parameters, values: &result)
      return result
    }
    var slopes = Array(repeating: Double.nan, count: 3 * x.count)
    program.run(
      rows: x.count, columns: columns, parameters: point, values: nil, slopes: &slopes)
    for parameter in 0..<3 {
      let step = 1e-5
      var (above, below) = (point, point)
      above[parameter] += step
      below[parameter] -= step
      let (high, low) = (values(above), values(below))
      for row in x.indices {
        let difference = (high[row] - low[row]) / (2 * step)
        let slope = slopes[parameter * x.count + row]
        #expect(abs(slope - difference) < 2e-8 * max(abs(difference), 1), "row \(row)")
      }
    }
  }

  static let known: [(String, Double)] = [
    ("a*x^2", 9.0), ("exp(a*x)", 3 * 403.4287934927351), ("log(a)*x", 1.5), ("a^3", 12),
    ("(a-2)^2", 0), ("x/a", -0.75), ("sqrt(a*x)", 3 / (2 * 2.449489742783178)), ("a^x", 12),
    ("(a-2)^1.5", 0), ("x^a", 9 * 1.0986122886681098), ("0^a", 0), ("abs(-a)", 1),
  ]

  @Test(arguments: known)
  func derivativesOfKnownForm(curve: String, expected: Double) throws {
    let formula = try Formula("y ~ \(curve)", columns: ["x", "y"])
    var slopes = [Double.nan]
    FormulaProgram([formula.curve], derivativesIn: [0]).run(
      rows: 1, columns: [0, 3], parameters: [2], values: nil, slopes: &slopes)
    #expect(abs(slopes[0] - expected) <= 4e-16 * abs(expected))
  }

  @Test func equalSubexpressionsAreComputedOnce() throws {
    let formula = try Formula("y ~ exp(-a*x)*b + exp(-a*x)*c", columns: ["x", "y"])
    let program = FormulaProgram([formula.curve])
    #expect(program.steps.count { if case .call = $0.action { true } else { false } } == 1)
  }
}
