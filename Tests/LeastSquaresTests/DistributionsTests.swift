import Testing

@testable import LeastSquares

/// Expected values from R: qt, pt, qnorm, qf.
@Suite struct DistributionsTests {
  @Test(arguments: [
    (0.975, 1.0, 12.70620473617471), (0.975, 9, 2.262157162740992), (0.995, 30, 2.749995653567231),
  ])
  func `quantiles of Student's t`(_ p: Double, _ df: Double, _ expected: Double) {
    #expect(
      abs(Distribution.studentTQuantile(p, degreesOfFreedom: df) / expected - 1) < 1e-10)
  }

  @Test func `the tail of Student's t undoes its quantile`() {
    let t = Distribution.studentTQuantile(0.975, degreesOfFreedom: 7)
    #expect(abs(Distribution.studentTTwoSided(t, degreesOfFreedom: 7) - 0.05) < 1e-12)
    #expect(abs(Distribution.studentTTwoSided(-t, degreesOfFreedom: 7) - 0.05) < 1e-12)
  }

  @Test func `quantiles of the normal and of F`() {
    #expect(abs(Distribution.normalQuantile(0.975) - 1.959963984540054) < 1e-12)
    let f = Distribution.fQuantile(0.95, numerator: 1, denominator: 9)
    #expect(abs(f - 2.262157162740992 * 2.262157162740992) < 1e-9)
  }

  /// Beta(3, 2) has the distribution function x³(4 − 3x).
  @Test(arguments: [0.1, 0.5, 0.9])
  func `the upper tail of a beta variable`(_ x: Double) {
    let tail = Distribution.betaUpperTail(x, a: 3, b: 2)
    #expect(abs(tail - (1 - x * x * x * (4 - 3 * x))) < 1e-12)
  }

  /// Shapes so small that half of the probability lies below the smallest number.
  @Test(arguments: [1e-4, 0.01, 0.05, 0.5, 3])
  func gammaQuantilesOfSmallShapesAreNumbers(shape: Double) {
    for probability in [1e-3, 0.2, 0.5, 0.9, 0.999] {
      let x = Distribution.gammaQuantile(probability, shape: shape)
      #expect(x.isFinite && x >= 0)
      if x > 0 {
        #expect(abs(Distribution.gammaLowerTail(x, shape: shape) - probability) < 1e-9)
      }
      let other = Distribution.gammaLowerTail(x, shape: 9.5)
      #expect(other >= 0 && other <= 1)
    }
  }
}
