import Testing

@testable import ScalingAnalysis

@Suite struct CurveEstimatorTests {
  static let x = ratios(from: 100, to: 1e6, count: 24)

  /// A curve of the family with noise, at accuracies that every family can have.
  static func data(weights: Weights = .none) -> CurveData {
    let curve = simulated({ x -> Double in 0.9 - 2 * raise(x, to: -0.3) }, at: x, sd: 0.01)
    return CurveData(x: x, y: curve.y, isAccuracy: false, weights: weights)
  }

  static func start(_ fit: Fit, times factor: Double = 1) -> [String: Double] {
    fit.coefficients.reduce(into: [:]) { $0[$1.name] = $1.estimate.map { $0 * factor } }
  }

  @Test(arguments: everyModel.indices)
  func `from the optimum of a fit an estimate is the fit`(_ index: Int) throws {
    let data = Self.data()
    let model = everyModel[index]
    let fit = try model.fit(to: data)
    let shape = Dictionary(
      uniqueKeysWithValues: zip(model.shapeParameters, fit.shape).map {
        ($0.name, $0.reported($1))
      })
    let estimate = try CurveEstimator(model, like: data).estimate(data.y, startingAt: shape)
    #expect(estimate.coefficients.map(\.name) == fit.coefficients.map(\.name))
    #expect(estimate.coefficients.map(\.role) == fit.coefficients.map(\.role))
    #expect(
      relativeError(estimate.residualSumOfSquares, fit.statistics.residualSumOfSquares) < 1e-9)
    for (mine, theirs) in zip(estimate.coefficients, fit.coefficients) {
      // What the data do not identify, a fit withholds.
      guard let expected = theirs.estimate else { continue }
      #expect(relativeError(mine.estimate, expected, floor: 1e-3) < 1e-5, "\(mine.name)")
      guard let error = theirs.standardError else { continue }
      #expect(relativeError(mine.standardError, error, floor: 1e-3) < 1e-4, "\(mine.name)")
    }
    #expect(estimate.converged == fit.termination.converged)
  }

  @Test(arguments: Weights.Kind.allCases)
  func `weights mean what they mean to a fit`(_ kind: Weights.Kind) throws {
    let values = (0..<24).map { row -> Double in kind == .errors ? 0.01 : Double(1 + row % 4) }
    let data = Self.data(weights: Weights(kind, values))
    let model = SaturatingPowerModel()
    let fit = try model.fit(to: data)
    let estimate = try CurveEstimator(model, like: data)
      .estimate(data.y, startingAt: Self.start(fit, times: 1.5))
    #expect(estimate.converged)
    for (mine, theirs) in zip(estimate.coefficients, fit.coefficients) {
      #expect(try relativeError(mine.estimate, #require(theirs.estimate)) < 1e-6)
      #expect(try relativeError(mine.standardError, #require(theirs.standardError)) < 1e-5)
    }
  }

  @Test func `an estimator that was used before answers as a new one`() throws {
    let data = Self.data()
    let other = simulated(
      { x -> Double in 0.7 - 3 * raise(x, to: -0.4) }, at: Self.x, sd: 0.02, seed: 7)
    let used = try CurveEstimator(SaturatingPowerModel(), like: data)
    let start = ["exponent": 0.3]
    _ = try used.estimate(data.y, startingAt: start)
    let again = try used.estimate(other.y, startingAt: start)
    let fresh = try CurveEstimator(SaturatingPowerModel(), like: other)
      .estimate(other.y, startingAt: start)
    #expect(again == fresh)
    #expect(try used.estimate(other.y, startingAt: again.values).converged)
  }

  @Test func `a formula is estimated as well`() throws {
    let data = Self.data()
    let model = try FormulaModel(Formula("y ~ a - b*x^-c", columns: ["x", "y"]))
    let fit = try model.fit(to: data)
    let estimate = try CurveEstimator(model, like: data)
      .estimate(data.y, startingAt: Self.start(fit))
    #expect(estimate.converged)
    for (mine, theirs) in zip(estimate.coefficients, fit.coefficients) {
      #expect(try relativeError(mine.standardError, #require(theirs.standardError)) < 1e-5)
    }
  }

  static let impossibleStarts: [([String: Double], String)] = [
    ([:], "saturating-power has no start for exponent"),
    (["exponent": -1.0], "exponent of saturating-power cannot start at -1"),
  ]

  @Test(arguments: impossibleStarts)
  func `a start that cannot be is refused in words`(
    _ start: [String: Double], _ message: String
  ) throws {
    let data = Self.data()
    let estimator = try CurveEstimator(SaturatingPowerModel(), like: data)
    let error = #expect(throws: FitError.self) {
      try estimator.estimate(data.y, startingAt: start)
    }
    #expect(error?.code == .invalidConstraint)
    #expect(error?.description.contains(message) == true)
  }

  @Test func `a response that is not finite is refused`() throws {
    let data = Self.data()
    var response = data.y
    response[3] = .nan
    let estimator = try CurveEstimator(SaturatingPowerModel(), like: data)
    let error = #expect(throws: FitError.self) {
      try estimator.estimate(response, startingAt: ["exponent": 0.3])
    }
    #expect(error?.code == .notFinite)
  }

  @Test func `too few observations for the family are refused`() {
    let few = CurveData(x: [1, 2, 3], y: [0.1, 0.2, 0.4], isAccuracy: false)
    let error = #expect(throws: FitError.self) {
      try CurveEstimator(SaturatingPowerModel(), like: few)
    }
    #expect(error?.code == .tooFewPoints)
  }

  @Test func `coefficients that cannot be told apart have no standard error`() throws {
    let data = Self.data()
    let model = try FormulaModel(Formula("y ~ a + b*x + c*x", columns: ["x", "y"]))
    let estimate = try CurveEstimator(model, like: data).estimate(data.y)
    #expect(estimate.coefficients.count == 3)
    #expect(estimate.coefficients.allSatisfy { $0.standardError == nil })
  }
}
