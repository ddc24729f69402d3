import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// What a plan answers, and that it keeps what it promises.
struct ShapePlanTests {
  private static let x = [1.0, 2, 4, 8, 16, 32, 64]

  /// Points about a logarithmic curve, off by some pattern.
  private static func data(noise: Double) -> CurveData {
    let pattern = [1, -0.6, -0.9, 1.2, -0.4, -0.8, 0.5]
    let y = x.indices.map { 0.2 + 0.08 * Double($0) + noise * pattern[$0] }
    return CurveData(x: x, y: y, isAccuracy: false)
  }

  private static func settings(
    threads: Int = 2, budget: Double? = nil, power: Double = 0.8, places: [Double] = [128, 512],
    replicates: Int = 50
  ) -> PlanSettings {
    PlanSettings(
      check: CheckSettings(simulations: 99, threads: threads), power: power, budget: budget,
      places: places, mostRepeats: 4, replicates: replicates)
  }

  private static let claim = ShapeClaim(.logarithmic, rivals: [.linear])

  @Test("points that decide leave nothing to measure")
  func decided() throws {
    let plan = try ShapePlan(Self.data(noise: 0.01), Self.claim, settings: Self.settings())
    #expect(plan.answer == .decided(.supported))
    #expect(plan.candidates.isEmpty)
  }

  @Test("a plan that reaches the power is the cheapest that was seen to")
  func measure() throws {
    let plan = try ShapePlan(
      Self.data(noise: 0.12), Self.claim, settings: Self.settings(power: 0.6))
    guard case .measure(let chosen) = plan.answer else {
      Issue.record("\(plan.answer)")
      return
    }
    #expect(chosen.chance.right >= 0.6)
    #expect(chosen.chance.isWithin(0.05), "whichever family is true")
    #expect(chosen.cost == chosen.points.positions.reduce(0, +))
    let clear = plan.candidates.filter { $0.chance.right - 3 * $0.chance.error > 0.6 }
    #expect(clear.allSatisfy { $0.cost >= chosen.cost })
    #expect(abs(plan.truths.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
  }

  @Test("one, two and three threads give the same plan")
  func threads() throws {
    let plans = try [1, 2, 3].map { threads in
      try ShapePlan(
        Self.data(noise: 0.12), Self.claim,
        settings: Self.settings(threads: threads, replicates: 40))
    }
    #expect(plans[0] == plans[1] && plans[1] == plans[2])
  }

  @Test("a budget below every plan leaves none, one below the needed gives the best affordable")
  func budget() throws {
    let data = Self.data(noise: 0.12)
    let nothing = try ShapePlan(data, Self.claim, settings: Self.settings(budget: 100))
    #expect(nothing.answer == .none(best: nil))
    let little = try ShapePlan(
      data, Self.claim, settings: Self.settings(budget: 130, power: 0.99))
    guard case .none(let best?) = little.answer else {
      Issue.record("\(little.answer)")
      return
    }
    #expect(best.points.x == [128] && best.points.repeats == 1)
    #expect(best.chance.right < 0.99)
  }

  @Test("the promised chance is what an independent simulation finds, within its error")
  func promise() throws {
    let data = Self.data(noise: 0.12)
    let claim = Self.claim
    let plan = try ShapePlan(
      data, claim, settings: Self.settings(places: [512], replicates: 160))
    let chosen: ShapePlan.Candidate? =
      switch plan.answer {
      case .measure(let candidate): candidate
      case .none(let best): best
      case .decided: nil
      }
    let candidate = try #require(chosen)
    let runs = 160
    let outcomes = parallelMap(runs, threads: 2) { run -> Bool in
      var random = RandomSource(seed: 977, stream: UInt64(run))
      let truth = random.unit() < Self.weight(of: .logarithmic, plan)
      let added = Regression(data, isLogarithmic: truth)
        .draw(at: candidate.points.positions, &random)
      let all = CurveData(
        x: data.x + candidate.points.positions, y: data.y + added, isAccuracy: false)
      let settings = CheckSettings(simulations: 99, seed: random.next())
      let finding = try? claim.judge(all, settings)
      return finding?.verdict == (truth ? .supported : .contradicted)
    }
    let share = Double(outcomes.count { $0 }) / Double(runs)
    // Three standard errors of the difference of two shares near 0.85.
    #expect(abs(share - candidate.chance.right) < 0.12, "\(share), \(candidate.chance.right)")
  }

  private static func weight(of family: ShapeFamily, _ plan: ShapePlan) -> Double {
    plan.truths.first { $0.family == family }?.weight ?? 0
  }

  @Test("a plateau has no contest, and questions that are not known cannot be planned")
  func refused() {
    #expect(
      throws: ClaimError(
        "a plateau is judged by its bend and not by a contest of shapes; take the shape saturating, "
          + "or logarithmic against hinge")
    ) {
      try ShapePlan(Self.data(noise: 0.12), ShapeClaim(.plateau), settings: Self.settings())
    }
    var settings = Self.settings()
    settings.items = [100]
    #expect(
      throws: ClaimError(
        "the number of questions matters only where it is known for every point; name its column, "
          + "or leave it out")
    ) {
      try ShapePlan(Self.data(noise: 0.12), Self.claim, settings: settings)
    }
  }
}

/// A regression on x or log x with draws from its exact posterior, by other means than the plan's:
/// coefficients from their joint distribution, no refits.
private struct Regression {
  private let isLogarithmic: Bool
  private let centre: Double
  private let mean: Double
  private let slope: Double
  private let squares: Double
  private let variance: Double
  private let count: Double

  init(_ data: CurveData, isLogarithmic: Bool) {
    self.isLogarithmic = isLogarithmic
    let u = data.x.map { isLogarithmic ? logarithm($0) : $0 }
    count = Double(u.count)
    let centre = u.reduce(0, +) / count
    let mean = data.y.reduce(0, +) / count
    let squares = u.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    let slope = zip(u, data.y).reduce(0) { $0 + ($1.0 - centre) * $1.1 } / squares
    let residuals = zip(u, data.y).map { $1 - mean - slope * ($0 - centre) }
    variance = residuals.reduce(0) { $0 + $1 * $1 } / (count - 2)
    (self.centre, self.mean, self.slope, self.squares) = (centre, mean, slope, squares)
  }

  func draw(at x: [Double], _ random: inout RandomSource) -> [Double] {
    let freedom = Int(count) - 2
    let chi = (0..<freedom).reduce(0.0) { sum, _ in
      let value = random.normal()
      return sum + value * value
    }
    let spread = (variance * Double(freedom) / chi).squareRoot()
    let level = mean + spread * random.normal() / count.squareRoot()
    let gain = slope + spread * random.normal() / squares.squareRoot()
    return x.map { x in
      let place = isLogarithmic ? logarithm(x) : x
      return level + gain * (place - centre) + spread * random.normal()
    }
  }
}
