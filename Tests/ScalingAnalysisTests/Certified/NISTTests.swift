import Testing

@testable import ScalingAnalysis

/// Certified values of NIST's Statistical Reference Datasets, where a family covers the model.
@Suite struct NISTTests {
  @Test func `DanWood is a power law`() throws {
    let data = CurveData(
      x: [1.309, 1.471, 1.49, 1.565, 1.611, 1.68], y: [2.138, 3.421, 3.597, 4.34, 4.882, 5.66],
      isAccuracy: false)
    let fit = try PowerLawModel().fit(to: data)
    try expect(fit, "scale", 0.76886226176, error: 0.01828197386)
    try expect(fit, "exponent", 3.8604055871, error: 0.051726610913)
    #expect(relativeError(fit.statistics.residualSumOfSquares, 0.0043173084083) < 1e-9)
    #expect(relativeError(fit.statistics.residualStandardError, 0.032853114039) < 1e-9)
  }

  /// Its model is a logistic in x itself: a logistic in log2 of 2^x.
  @Test func `Rat42 is a logistic`() throws {
    let data = CurveData(
      x: [9, 14, 21, 28, 42, 57, 63, 70, 79].map(exponentialBase2),
      y: [8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08], isAccuracy: false)
    let fit = try LogisticModel().fit(to: data)
    try expect(fit, "ceiling", 72.462237576, error: 1.7340283401)
    try expect(fit, "steepnessPerDoubling", 0.067359200066, error: 0.0034465663377)
    let midpoint = try #require(fit.coefficient("midpoint")?.estimate)
    #expect(relativeError(logarithmBase2(midpoint) * 0.067359200066, 2.6180768402) < 1e-7)
    #expect(relativeError(fit.statistics.residualSumOfSquares, 8.0565229338) < 1e-9)
  }

  private func expect(_ fit: Fit, _ name: String, _ value: Double, error: Double) throws {
    let coefficient = try #require(fit.coefficient(name))
    #expect(relativeError(coefficient.estimate, value) < 1e-8, "\(name)")
    #expect(relativeError(coefficient.standardError, error) < 1e-7, "\(name)")
    #expect(fit.termination.converged)
  }
}
