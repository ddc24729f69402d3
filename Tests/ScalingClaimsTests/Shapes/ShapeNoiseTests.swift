import ScalingAnalysis
import ScalingData
import Testing

@testable import ScalingClaims

/// Simulated noise has the variance that is known of the observations.
struct ShapeNoiseTests {
  private static func spread(
    _ noise: ShapeNoise, at value: Double, factor: Double, draws: Int = 20_000
  ) -> (mean: Double, variance: Double) {
    var random = RandomSource(seed: 7, stream: 1)
    let values = (0..<draws).map { _ in
      noise.draw(around: [value], spread: factor, &random)[0] - value
    }
    let mean = values.reduce(0, +) / Double(draws)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(draws))
  }

  @Test(
    "shares of questions have the binomial variance, times the factor",
    arguments: [(30.0, 0.1), (30, 0.5), (30, 0.93), (1000, 0.4), (1000, 0.004)], [0.5, 1, 2])
  func items(place: (items: Double, share: Double), factor: Double) {
    let (mean, variance) = Self.spread(.items([place.items]), at: place.share, factor: factor)
    // Half a question on either side, so that nothing is certain.
    let share = (place.share * place.items + 0.5) / (place.items + 1)
    let wanted = factor * factor * share * (1 - share) / place.items
    #expect(abs(variance / wanted - 1) < 0.06)
    #expect(abs(mean) < 5 * (wanted / 20_000).squareRoot())
  }

  @Test("questions drawn as a whole scatter as their mean does")
  func questions() {
    let scores: [[Double?]] = (0..<12).map { [$0 < 4 ? 1 : 0] }
    let data = CurveData(
      x: [1], y: [1.0 / 3], items: [12], isAccuracy: true,
      questions: QuestionScores(names: (0..<12).map { "\($0)" }, scores: scores))
    let (_, variance) = Self.spread(ShapeNoise(data), at: 0.5, factor: 1)
    // p(1 − p)/(n − 1): the unbiased variance over n.
    #expect(abs(variance / (2.0 / 9 / 11) - 1) < 0.06)
  }

  @Test("the residuals give the factor of the binomial noise")
  func factor() {
    let noise = ShapeNoise.items([100, 100, 100, 100])
    let fitted = [0.5, 0.5, 0.5, 0.5]
    let spread = noise.spread([0.6, 0.4, 0.6, 0.4], around: fitted, degreesOfFreedom: 4)
    #expect(abs(spread - 2) < 1e-9)
  }
}
