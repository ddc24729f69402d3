import Foundation
import Testing

@testable import ScalingAnalysis

struct CeilingAnalysisTests {
  private static let x = (0..<15).map { exp2(Double(8 + $0)) }

  private static func data(
    _ seed: Int, sd: Double = 0.02, _ truth: (Double) -> Double
  ) -> CurveData {
    var random = RandomSource(seed: 11, stream: UInt64(seed))
    return CurveData(
      x: x, y: x.map { truth(log2($0)) + sd * random.normal() }, isAccuracy: true)
  }

  private static let settings = CeilingSettings(simulations: 199)

  /// Verdicts over simulated series.
  private static func verdicts(
    _ count: Int, sd: Double = 0.02, _ truth: (Double) -> Double
  ) throws -> [CeilingVerdict: Int] {
    var result: [CeilingVerdict: Int] = [:]
    for seed in 0..<count {
      let analysis = try CeilingAnalysis(data(seed, sd: sd, truth), settings: settings)
      result[analysis.verdict, default: 0] += 1
    }
    return result
  }

  @Test("a clear plateau is found, with onset and level inside their intervals")
  func plateau() throws {
    let analysis = try CeilingAnalysis(Self.data(1, sd: 0.01) { 0.05 * min($0, 16) - 0.2 })
    #expect(analysis.verdict == .plateau)
    let onset = try #require(analysis.onset?.interval)
    #expect(try #require(onset.lower) < exp2(16))
    #expect(try #require(onset.upper) > exp2(16))
    let level = try #require(analysis.level?.interval)
    #expect(try #require(level.lower) < 0.6)
    #expect(try #require(level.upper) > 0.6)
  }

  @Test("a curve that goes on is called a plateau in at most 5 % of simulations")
  func noFalsePlateau() throws {
    let verdicts = try Self.verdicts(300) { 0.04 * $0 - 0.2 }
    // 15 of 300 are expected at most; 25 has a chance below 1 % at a rate of 5 %.
    #expect(verdicts[.plateau, default: 0] <= 25)
    #expect(verdicts[.noPlateauInRange, default: 0] > 100)
  }

  @Test("a curve that slows down but still gains more than the margin is hardly called a plateau")
  func slowingDown() throws {
    let verdicts = try Self.verdicts(300) { 0.9 - 0.8 * exp2(-0.07 * ($0 - 8)) }
    #expect(verdicts[.plateau, default: 0] <= 25)
  }

  @Test("a plateau of five points is denied in at most 5 % of simulations")
  func noFalseDenial() throws {
    let verdicts = try Self.verdicts(300) { 0.05 * min($0, 18) - 0.2 }
    #expect(verdicts[.noPlateauInRange, default: 0] <= 25)
  }

  @Test("a flat curve is flat throughout; noise without a trend is not decided")
  func flat() throws {
    let flat = try CeilingAnalysis(Self.data(3, sd: 0.005) { _ in 0.6 }, settings: Self.settings)
    #expect(flat.reason == .flatThroughout)
    let noise = try CeilingAnalysis(Self.data(3, sd: 0.2) { _ in 0.6 }, settings: Self.settings)
    #expect(noise.verdict == .inconclusive)
  }

  @Test("a falling loss has a plateau too")
  func falling() throws {
    let analysis = try CeilingAnalysis(Self.data(5, sd: 0.01) { 0.9 - 0.05 * min($0, 16) })
    #expect(analysis.verdict == .plateau)
  }

  @Test("the order of the observations does not matter")
  func order() throws {
    let data = Self.data(1, sd: 0.02) { 0.05 * min($0, 16) - 0.2 }
    let turned = CurveData(x: data.x.reversed(), y: data.y.reversed(), isAccuracy: true)
    let (one, two) = (try CeilingAnalysis(data), try CeilingAnalysis(turned))
    #expect(one.verdict == two.verdict)
    #expect(abs(one.flattening.statistic - two.flattening.statistic) < 1e-9)
  }

  @Test("four points are too few")
  func tooFew() {
    let data = CurveData(x: [1, 2, 4, 8], y: [0.1, 0.2, 0.3, 0.3], isAccuracy: true)
    #expect(throws: FitError.self) { try CeilingAnalysis(data) }
  }

  @Test("points without any scatter beyond the bend are a plateau, not a division by zero")
  func exact() throws {
    let y = Self.x.map { 0.05 * min(log2($0), 16) - 0.2 }
    let analysis = try CeilingAnalysis(CurveData(x: Self.x, y: y, isAccuracy: true))
    #expect(analysis.verdict == .plateau)
    #expect(analysis.flattening.pValue < 0.01)
  }

  private static func holds(_ interval: Interval?, _ value: Double) -> Bool {
    guard let interval else { return false }
    return (interval.lower ?? -.infinity)...(interval.upper ?? .infinity) ~= value
  }

  /// A sigmoid in log2 x, from `floor` to 0.9, with its middle at 2^`middle`.
  private static func sigmoid(_ seed: Int, middle: Double, floor: Double = 0) -> CurveData {
    data(seed, sd: 0.004) { floor + (0.9 - floor) / (1 + exp(-1.1 * ($0 - middle))) }
  }

  @Test(
    "the top of a clear sigmoid is a plateau, though no bend describes it", arguments: [0, 0.25])
  func topOfASigmoid(_ floor: Double) throws {
    let analysis = try CeilingAnalysis(
      Self.sigmoid(1, middle: 12, floor: floor), settings: Self.settings)
    let approach = try #require(analysis.approach)
    #expect(approach.fit.name == .logistic && approach.lead > 10)
    #expect(analysis.reason == .flatAfterApproach && analysis.verdict == .plateau)
    #expect(Self.holds(analysis.level?.interval, 0.9))
    // The true gain per doubling is 0.01 where 1.1 (0.9 − floor) p (1 − p) = 0.01.
    let span = 1.1 * (0.9 - floor)
    let share = (1 + sqrt(1 - 4 * 0.01 / span)) / 2
    let truth = exp2(12 + log(share / (1 - share)) / 1.1)
    #expect(Self.holds(analysis.onset?.interval, truth))
  }

  @Test("a sigmoid that still rises at its last point has no plateau in range")
  func middleOfASigmoid() throws {
    let analysis = try CeilingAnalysis(Self.sigmoid(2, middle: 18), settings: Self.settings)
    #expect(analysis.approach != nil)
    #expect(analysis.verdict == .noPlateauInRange)
  }

  @Test("a curve that turns and falls is no plateau, although it does not rise any more")
  func hump() throws {
    let analysis = try CeilingAnalysis(
      Self.data(4, sd: 0.01) { 0.8 - 0.05 * abs($0 - 17) }, settings: Self.settings)
    #expect(analysis.reason == .turnsBack && analysis.verdict == .noPlateauInRange)
    #expect(analysis.level == nil)
  }

  @Test(
    "the rounding of an exact line is no scatter to see a bend in",
    arguments: [1, 2, 3] as [UInt64])
  func exactLine(_ seed: UInt64) throws {
    let data = CurveData(x: Self.x, y: Self.x.map { 0.1 + 0.05 * (log2($0) - 8) }, isAccuracy: true)
    let analysis = try CeilingAnalysis(
      data, settings: CeilingSettings(simulations: 199, seed: seed))
    #expect(analysis.flattening.pValue == 1 && analysis.verdict == .noPlateauInRange)
  }
}
