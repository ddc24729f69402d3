import Testing

@testable import ScalingAnalysis

@Suite struct FormulaModelTests {
  static let x = (0..<14).map { 64 * exponentialBase2(0.7 * Double($0)) }
  /// Deterministic noise.
  static let noise = [3, -5, 1, 4, -2, -6, 5, 0, 2, -4, 6, -1, -3, 1].map { 0.003 * Double($0) }

  static func data(_ curve: (Double) -> Double) -> CurveData {
    CurveData(x: x, y: zip(x, noise).map { curve($0) + $1 }, isAccuracy: false)
  }

  static let truths: [(ModelName, CurveData)] = [
    (.constant, data { _ in 0.4 }),
    (.linear, data { 0.1 + 1e-5 * $0 }),
    (.logLinear, data { 0.1 + 0.05 * logarithmBase2($0) }),
    (.powerLaw, data { 0.2 * raise($0, to: 0.12) }),
    (.saturatingPower, data { 0.8 - 3 * raise($0, to: -0.4) }),
    (.saturatingExponential, data { 0.7 - 0.5 * exponential(-$0 / 3000) }),
    (.logistic, data { 0.9 / (1 + exponential(-0.8 * logarithmBase2($0 / 2000))) }),
  ]

  /// A built-in family written as its own formula is the same curve.
  @Test(arguments: truths.indices)
  func familiesWrittenAsFormulasGiveTheSameNumbers(number: Int) throws {
    let (name, data) = Self.truths[number]
    let family = FamilySelection().model(name, for: data)
    let builtIn = try family.fit(to: data)
    let formula = try Formula(family.formula, columns: ["x", "y"])
    let fixed = Dictionary(
      uniqueKeysWithValues: family.fixedCoefficients.map { ($0.name, $0.value) })
    let written = try FormulaModel(formula, constraints: ParameterConstraints(fixed: fixed))
      .fit(to: data)
    #expect(written.termination.converged)
    let close = { (a: Double?, b: Double?, tolerance: Double) in
      guard let a, let b else { return a == nil && b == nil }
      return abs(a - b) <= tolerance * max(abs(a), abs(b))
    }
    #expect(
      close(
        written.statistics.residualSumOfSquares, builtIn.statistics.residualSumOfSquares, 1e-9))
    for coefficient in builtIn.coefficients where coefficient.role == .estimated {
      let other = written.coefficient(coefficient.name)
      #expect(close(other?.estimate, coefficient.estimate, 1e-9), "\(coefficient.name)")
      #expect(close(other?.standardError, coefficient.standardError, 1e-7), "\(coefficient.name)")
      #expect(
        close(other?.interval?.lower, coefficient.interval?.lower, 1e-4), "\(coefficient.name)")
      #expect(
        close(other?.interval?.upper, coefficient.interval?.upper, 1e-4), "\(coefficient.name)")
    }
    let (a, b) = (
      written.confidenceBand(at: [100, 3000]), builtIn.confidenceBand(at: [100, 3000])
    )
    for index in 0..<2 {
      guard let a, let b else { continue }
      // Both follow the region in steps of their own parameters.
      let width = b.upper[index] - b.lower[index]
      #expect(abs(a.lower[index] - b.lower[index]) < 0.05 * width)
      #expect(abs(a.upper[index] - b.upper[index]) < 0.05 * width)
    }
  }

  @Test func severalPredictorsAndAFunctionAsResponse() throws {
    let n = (0..<24).map { raise(10, to: 7 + 0.1 * Double($0)) }
    let d = (0..<24).map { raise(10, to: 9 + 0.37 * Double($0 % 5)) }
    let loss = n.indices.map { 1.7 + 400 / raise(n[$0], to: 0.34) + 410 / raise(d[$0], to: 0.28) }
    let columns = [DataColumn("N", n), DataColumn("D", d), DataColumn("loss", loss)]
    let formula = try Formula(
      "log(loss) ~ log(E + A/N^alpha + B/D^beta)", columns: columns.map(\.name))
    let fit = try FormulaModel(
      formula,
      constraints: ParameterConstraints(
        starts: ["E": 1.5, "A": 300, "B": 300, "alpha": 0.3, "beta": 0.3])
    ).fit(to: formula.data(columns))
    for (name, truth) in [("E", 1.7), ("alpha", 0.34), ("beta", 0.28)] {
      #expect(abs((fit.coefficient(name)?.estimate ?? 0) - truth) < 1e-6)
    }
    #expect(!fit.isCurveOfX)
    #expect(fit.confidenceBand(at: [1e8]) == nil)
  }

  @Test func boundsHoldAndAreSaid() throws {
    let data = Self.data { 0.2 * raise($0, to: 0.12) }
    let formula = try Formula("y ~ a*x^b", columns: ["x", "y"])
    let fit = try FormulaModel(
      formula, constraints: ParameterConstraints(bounds: ["b": 0.2...1])
    ).fit(to: data)
    #expect(fit.coefficient("b")?.estimate == 0.2)
    #expect(fit.coefficient("b")?.standardError == nil)
    #expect(fit.coefficient("b")?.interval?.lower == nil)
    #expect(fit.has(.atBound))
  }

  @Test func aConstrainedFamilyKeepsItsName() throws {
    let data = Self.data { 0.8 - 3 * raise($0, to: -0.4) }
    let selection = FamilySelection(
      names: [.saturatingPower], constraints: ParameterConstraints(fixed: ["asymptote": 0.8]))
    let fit = try #require(try selection.rank(data).entries.first).fit
    #expect(fit.name == .saturatingPower)
    #expect(fit.coefficient("asymptote")?.role == .fixed)
    #expect(abs((fit.coefficient("exponent")?.estimate ?? 0) - 0.4) < 0.05)
  }

  static let badInput: [(String, ParameterConstraints, FitError.Code, String)] = [
    ("y ~ a*b*x", ParameterConstraints(), FitError.Code.notIdentifiable, "a and b"),
    ("y ~ a + b + c*x", ParameterConstraints(), .notIdentifiable, "a and b"),
    ("y ~ a*log(x - 100)", ParameterConstraints(), .notFinite, "row 1 (x = 64"),
    ("y ~ a*exp(b*x)", ParameterConstraints(starts: ["b": 10]), .notFinite, "b = 10"),
    (
      "y ~ a*exp(b*x)", ParameterConstraints(starts: ["b": 2], bounds: ["b": 0...1]),
      .invalidConstraint, "the start b = 2 lies outside its bounds 0..1"
    ),
    ("y ~ a*x", ParameterConstraints(starts: ["c": 2]), .invalidConstraint, "no parameter c"),
    ("y ~ a*x", ParameterConstraints(fixed: ["a": 2]), .invalidConstraint, "nothing to fit"),
    ("y ~ sqrt(-x)*a", ParameterConstraints(), .notFinite, "row 1"),
    (
      "y ~ a1+a2*x+a3*x^2+a4*x^3+a5*x^4+a6*sin(x)+a7*cos(x)+a8*exp(-x)+a9*log(x)+b1*x^5+b2*x^6"
        + "+b3*x^7+b4*x^8+b5*x^9", ParameterConstraints(), .tooFewPoints, "14"
    ),
  ]

  @Test(arguments: badInput)
  func badInputIsNamed(
    text: String, constraints: ParameterConstraints, code: FitError.Code, words: String
  ) throws {
    let data = Self.data { 0.1 + 0.05 * logarithmBase2($0) }
    let error = #expect(throws: FitError.self) {
      try FormulaModel(Formula(text, columns: ["x", "y"]), constraints: constraints).fit(to: data)
    }
    #expect(error?.code == code, "\(error?.description ?? "")")
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func aResponseThatIsNoNumberIsPlaced() throws {
    let formula = try Formula("log(y) ~ a + b*x", columns: ["x", "y"])
    let error = #expect(throws: FitError.self) {
      try formula.data(
        [DataColumn("x", [1, 2, 3, 4]), DataColumn("y", [1, 2, 0, 4])], lines: [2, 3, 4, 5])
    }
    #expect(
      error?.description
        == "the response log(y) is not a finite number at line 4 (y = 0); drop such rows with "
        + "--where")
  }

  @Test func theSameInputGivesTheSameFit() throws {
    let data = Self.data { 0.8 - 3 * raise($0, to: -0.4) }
    let model = try FormulaModel(Formula("y ~ a/(1 + (x/b)^c)", columns: ["x", "y"]))
    let fits = try (0..<2).map { _ in try model.fit(to: data) }
    #expect(fits[0].coefficients == fits[1].coefficients)
  }
}
