import Testing

@testable import ScalingAnalysis

@Suite struct FormulaLinearityTests {
  static let curves: [(String, [String], Bool)] = [
    ("b1*(1-exp(-b2*x))", ["b1"], false),
    ("b1 + b2*x + b3*x^2", ["b1", "b2", "b3"], false),
    ("b1*b2*x*((1+b2*x)^(-1))", ["b1"], false),
    ("(b1/b2)*exp(-0.5*((x-b3)/b2)^2)", ["b1"], false),
    ("b1*(x^2+x*b2)/(x^2+x*b3+b4)", ["b1"], false),
    ("(b1+b2*x+b3*x^2)/(1+b4*x+b5*x^2)", ["b1", "b2", "b3"], false),
    ("b1+b2*exp(-x*b4)+b3*exp(-x*b5)", ["b1", "b2", "b3"], false),
    ("exp(-b1*x)/(b2+b3*x)", [], true),
    ("b1*b2 + b3", ["b1", "b3"], false),
    ("x + b1*x", ["b1"], true),
    ("-(b1 - 2)*x/3", ["b1"], true),
    ("b1*exp(b1*x)", [], true),
    ("log(b1*x) + b2", ["b2"], true),
    ("min(b1, x)*b2", ["b2"], false),
    ("b1*x + b1*w", ["b1"], false),
    ("b1*b2 + b2*b3 + b3*b1", ["b1"], true),
    ("b2*(b1 + b3*x)", ["b1", "b3"], false),
    ("b1/b2 + sqrt(b3)", ["b1"], true),
  ]

  @Test(arguments: curves)
  func theLargestLinearSetIsFound(curve: String, linear: [String], hasOffset: Bool) throws {
    let formula = try Formula("y ~ \(curve)", columns: ["x", "w", "y"])
    let model = try FormulaModel(formula)
    #expect(model.linearNames == linear)
    #expect(model.hasOffset == hasOffset)
  }

  @Test func boundedParametersAreSearchedAndFixedOnesAreNumbers() throws {
    let formula = try Formula("y ~ a + b*x + c*exp(-d*x)", columns: ["x", "y"])
    let model = try FormulaModel(
      formula,
      constraints: ParameterConstraints(bounds: ["a": 0...1], fixed: ["d": 0.5]))
    #expect(model.linearNames == ["b", "c"])
    #expect(model.shapeParameters.map(\.name) == ["a"])
    #expect(model.fixedCoefficients == [FixedCoefficient(name: "d", value: 0.5)])
  }
}
