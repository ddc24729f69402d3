import Testing

@testable import ScalingAnalysis

@Suite struct DoublingTimeTests {
  static let x = (0..<12).map { 2019 + 0.5 * Double($0) }
  static let y = zip(x, [0.1, -0.2, 0.3, 0, -0.1, 0.2, -0.3, 0.1, 0, 0.2, -0.1, -0.2]).map {
    exponentialBase2(($0 - 2019) / 0.6 + $1)
  }

  /// Whatever the logarithm, and the same as one over the slope of log2.
  @Test(arguments: ["log2(y) ~ a + b*x", "log(y) ~ a + b*x", "log10(y) ~ a + b*x"])
  func `a doubling time is that of y`(_ text: String) throws {
    let formula = try Formula(text, columns: ["x", "y"])
    let logarithms = Self.y.map { value in
      text.hasPrefix("log2")
        ? logarithmBase2(value)
        : text.hasPrefix("log10") ? logarithmBase10(value) : logarithm(value)
    }
    let data = CurveData(x: Self.x, y: logarithms, isAccuracy: false)
    let fit = try FormulaModel(formula).fit(to: data)
    let found = try #require(try fit.derived(.doublingTime))
    let reference = CurveData(x: Self.x, y: Self.y.map(logarithmBase2), isAccuracy: false)
    let slope = try #require(try LinearModel().fit(to: reference).coefficient("slope"))
    #expect(relativeError(found.estimate, 1 / (try #require(slope.estimate))) < 1e-8)
    #expect(
      relativeError(found.interval?.lower, 1 / (try #require(slope.interval?.upper))) < 1e-6)
    #expect(
      relativeError(found.interval?.upper, 1 / (try #require(slope.interval?.lower))) < 1e-6)
  }

  @Test func `a response that is no logarithm has none`() throws {
    let data = CurveData(x: Self.x, y: Self.y, isAccuracy: false)
    #expect(try LinearModel().fit(to: data).derived(.doublingTime) == nil)
    #expect(throws: FitError.self) {
      try FamilySelection(names: [.linear]).rank(data).derived([.doublingTime], bootstraps: [:])
    }
  }
}
