import Foundation
import ScalingAnalysis
import ScalingClaims

/// A plan for some points, and how often its promise is kept.
///
/// The check is independent of the search: other random numbers, curves refitted by least squares in
/// their coefficients instead of a search over shapes, and the verdict of `scaling check`.
struct PlanCase: Sendable {
  let label: String
  let data: CurveData
  let shape: ShapeClaim.Shape
  let rival: ShapeFamily
  let models: [ShapeFamily: ModelName]
  let seed: UInt64

  /// The points of o1-mini that are exact, as they are in data/o1-mini-aime2024.csv.
  static let o1Mini = CurveData(
    x: [
      363.46666666666664, 420.4, 470.6, 1106.3, 2193.733333333333, 5355.2, 8668.3,
      11103.566666666668, 22034.333333333332, 42867.666666666664, 88448.43333333333,
    ],
    y: [
      0.2, 0.26666666666666666, 0.2, 0.43333333333333335, 0.36666666666666664, 0.4, 0.6,
      0.5333333333333333, 0.5333333333333333, 0.675, 0.7,
    ], items: Array(repeating: 30, count: 11), isAccuracy: true)

  /// Points about a power law, or a logarithmic curve, with so many questions each.
  static func simulated(_ count: Int, questions: Int, power: Bool, seed: UInt64) -> CurveData {
    var random = RandomSource(seed: seed, stream: 77)
    let x = (0..<count).map { 100 * pow(2, Double($0)) }
    let y = x.map { x in
      let truth = power ? 0.15 * pow(x / 100, 0.2) : 0.15 + 0.05 * log2(x / 100)
      return Double(random.binomial(trials: questions, probability: truth)) / Double(questions)
    }
    return CurveData(
      x: x, y: y, items: Array(repeating: Double(questions), count: count), isAccuracy: true)
  }

  func plan(replicates: Int) -> ShapePlan? {
    let settings = PlanSettings(
      check: CheckSettings(seed: seed, threads: 2), mostRepeats: 32, replicates: replicates)
    return try? ShapePlan(data, ShapeClaim(shape, rivals: [rival]), settings: settings)
  }

  /// The share of right verdicts after the points of a candidate.
  func kept(_ candidate: ShapePlan.Candidate, _ plan: ShapePlan, runs: Int) -> Share {
    let points = candidate.points
    let x = points.positions
    let truths = plan.truths.compactMap { truth in
      models[truth.family].flatMap { RefittedTruth(truth, $0, data) }
    }
    let rights = parallelMap(runs, threads: 2) { run -> Bool in
      var random = RandomSource(seed: seed &+ 99_991, stream: UInt64(run))
      var pick = random.unit() * truths.reduce(0) { $0 + $1.truth.weight }
      guard
        let truth = truths.first(where: {
          pick -= $0.truth.weight
          return pick < 0
        }), let added = truth.draw(at: x, items: points.questions ?? 1, &random)
      else { return false }
      let all = CurveData(
        x: data.x + x, y: data.y + added, items: data.items + x.map { _ in points.questions },
        isAccuracy: true)
      let settings = CheckSettings(simulations: 399, seed: random.next())
      let finding = try? ShapeClaim(shape, rivals: [rival]).judge(all, settings)
      return finding?.verdict == (truth.truth.isClaimed ? .supported : .contradicted)
    }
    var share = Share()
    for right in rights { share.count(right) }
    return share
  }
}

/// One family as the truth, refitted by least squares in each draw.
private struct RefittedTruth: Sendable {
  let truth: PlausibleFamily
  private let model: ModelName
  private let data: CurveData
  private let weights: [Double]
  private let fitted: [Double]
  private let scatter: Double

  init?(_ truth: PlausibleFamily, _ model: ModelName, _ data: CurveData) {
    guard let pilot = Self.fit(model, data, data.y, data.x.map { _ in 1 }) else { return nil }
    let items = data.items.map { $0 ?? 1 }
    weights = zip(pilot.values(at: data.x), items).map { 1 / Self.variance($0, items: $1) }
    guard let fit = Self.fit(model, data, data.y, weights) else { return nil }
    fitted = fit.values(at: data.x)
    let squares = zip(zip(fitted, data.y), weights).map {
      $1 * ($0.0 - $0.1) * ($0.0 - $0.1)
    }
    scatter = squares.reduce(0, +) / Double(data.count - 2)
    (self.truth, self.model, self.data) = (truth, model, data)
  }

  func draw(at x: [Double], items: Double, _ random: inout RandomSource) -> [Double]? {
    let freedom = data.count - 2
    var chi = 0.0
    for _ in 0..<freedom {
      let value = random.normal()
      chi += value * value
    }
    let factor = (scatter * Double(freedom) / chi).squareRoot()
    let series = zip(fitted, weights).map { $0 + factor / $1.squareRoot() * random.normal() }
    guard let fit = Self.fit(model, data, series, weights) else { return nil }
    return fit.values(at: x).map { value in
      let scatter = factor * Self.variance(value, items: items).squareRoot()
      return min(max(value + scatter * random.normal(), 0), 1)
    }
  }

  private static func fit(
    _ model: ModelName, _ data: CurveData, _ y: [Double], _ weights: [Double]
  ) -> Fit? {
    let series = CurveData(x: data.x, y: y, isAccuracy: false, weights: .relative(weights))
    return try? FamilySelection().model(model, for: series).fit(to: series, level: 0.95)
  }

  private static func variance(_ value: Double, items: Double) -> Double {
    let share = (min(max(value, 0), 1) * items + 0.5) / (items + 1)
    return share * (1 - share) / items
  }
}
