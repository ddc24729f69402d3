import LeastSquares
import Testing

@testable import ScalingAnalysis

@Suite struct LikelihoodRegionTests {
  static let data = simulated(
    { 0.2 + 0.05 * logarithmBase2($0) }, at: [2, 4, 8, 8, 32, 100, 300, 300, 1000], sd: 0.03)

  @Test(arguments: [0, 1, 2], [0.8, 0.95, 0.99])
  func `profile intervals of linear families are Student's`(_ number: Int, _ level: Double) throws {
    let model: any CurveModel = [ConstantModel(), LinearModel(), LogLinearModel()][number]
    let fit = try model.fit(to: Self.data, level: level)
    let quantile = Distribution.studentTQuantile(
      0.5 + level / 2, degreesOfFreedom: Double(fit.statistics.residualDegreesOfFreedom))
    for coefficient in fit.coefficients {
      let estimate = try #require(coefficient.estimate)
      let half = quantile * (try #require(coefficient.standardError))
      let interval = try #require(coefficient.interval)
      #expect(relativeError(interval.lower.map { estimate - $0 }, half) < 1e-6)
      #expect(relativeError(interval.upper.map { $0 - estimate }, half) < 1e-6)
    }
  }

  @Test func `the band of a line is the textbook band`() throws {
    let fit = try LogLinearModel().fit(to: Self.data)
    let band = try #require(fit.confidenceBand(at: [2, 50, 5000]))
    let u = Self.data.log2x
    let mean = u.reduce(0, +) / Double(u.count)
    let square = u.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let spread = try #require(fit.statistics.residualStandardError)
    let quantile = Distribution.studentTQuantile(0.975, degreesOfFreedom: 7)
    for index in band.x.indices {
      let distance = logarithmBase2(band.x[index]) - mean
      let half =
        quantile * spread * (1 / Double(u.count) + distance * distance / square).squareRoot()
      #expect(relativeError(band.upper[index] - band.fitted[index], half) < 1e-6)
      #expect(relativeError(band.fitted[index] - band.lower[index], half) < 1e-6)
    }
    let prediction = try #require(fit.predictionBand(at: [50]))
    let half = band.upper[1] - band.fitted[1]
    let expected = (half * half + quantile * quantile * spread * spread).squareRoot()
    #expect(relativeError(prediction.upper[0] - prediction.fitted[0], expected) < 1e-6)
  }

  /// The ends found by following the ridge, against a dense scan of the profile itself.
  @Test(arguments: [ModelName.powerLaw, .saturatingPower, .saturatingExponential, .hinge])
  func `ends of a shape's interval lie where the profile crosses the level`(
    _ name: ModelName
  ) throws {
    let data = simulated(
      { 0.8 - 0.6 * exponential(-0.7 * logarithm($0 / 10)) },
      at: ratios(from: 10, to: 3000, count: 12), sd: 0.01, seed: 3)
    let model = FamilySelection().model(name, for: data)
    let fit = try model.fit(to: data)
    let parameter = model.shapeParameters[0]
    let interval = try #require(fit.coefficient(parameter.name)?.interval)
    let quantile = Distribution.studentTQuantile(
      0.975, degreesOfFreedom: Double(fit.statistics.residualDegreesOfFreedom))
    let critical =
      fit.statistics.residualSumOfSquares
      * (1 + quantile * quantile / Double(fit.statistics.residualDegreesOfFreedom))
    let reduced = VariableProjection(CurveProblem(model, data), response: data.y)
    let range = model.searchRanges(for: data)[0].bounds
    let inside = (0...20_000).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / 20_000
    }.filter { reduced.residualSumOfSquares(at: [$0]) <= critical }
    let step = (range.upperBound - range.lowerBound) / 20_000
    let lower = try #require(inside.first)
    let upper = try #require(inside.last)
    #expect(
      abs((interval.lower ?? .nan) - parameter.reported(lower))
        <= abs(parameter.reported(lower) - parameter.reported(lower - 1.01 * step)))
    #expect(
      abs((interval.upper ?? .nan) - parameter.reported(upper))
        <= abs(parameter.reported(upper + 1.01 * step) - parameter.reported(upper)))
  }
}
