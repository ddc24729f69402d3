import Foundation
import ScalingAnalysis
import ScalingClaims

/// What `scaling check` says of claims on the size of a figure, of one curve or of two compared.
struct FigureClaimSimulation: Sendable {
  /// A figure with its true value.
  struct Figure: Sendable {
    let label: String
    let family: ModelName
    /// The quantity as in a file of claims, at a design.
    let quantity: @Sendable (Design) -> String
    let value: @Sendable (Design) -> Double
    /// What counts as a little and as much, around the true value.
    let margin: @Sendable (Double) -> Double
    /// Whether it compares a curve with a flatter one that starts higher.
    var isComparison = false
  }

  let figure: Figure
  let design: Design
  let runs: Sampling
  let seed: UInt64

  static let designs: [Design] = [8, 15, 40].flatMap { points in
    [(2.0, 30), (3.5, 100), (5, 500)].map { decades, questions in
      Design(points: points, decades: decades, noise: .questions(questions))
    }
  }

  static let header = [
    "true ± margin", "at least the truth", "at least a hair more", "a margin off ± margin",
    "true ± 3 margins", "at least 5 margins more",
  ]

  /// The claims of `header` and the verdict that is counted, with whether it is wrong.
  private var claims: [(relation: Relation, counted: Verdict, isWrong: Bool)] {
    let value = figure.value(design)
    let margin = figure.margin(value)
    let hair = 1e-6 * margin
    return [
      (.equal(value, tolerance: margin), .contradicted, true),
      (.atLeast(value), .contradicted, true),
      (.atLeast(value + hair), .supported, true),
      (.equal(value + margin + hair, tolerance: margin), .supported, true),
      (.equal(value, tolerance: 3 * margin), .supported, false),
      (.atLeast(value + 5 * margin), .contradicted, false),
    ]
  }

  /// How often the counted verdict is said, for each claim.
  func run() -> [Share] {
    let claims = claims
    var result = claims.map { _ in Share() }
    let isTooOftenWrong = { (shares: [Share]) in
      zip(claims, shares).contains { $0.isWrong && $1.isTooOften }
    }
    runs.run(into: &result, isDoubtful: isTooOftenWrong) { number, result in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let first = curve(&random, isSecond: false)
      let second = figure.isComparison ? curve(&random, isSecond: true) : first
      guard let first, let second else { return }
      for (index, claim) in claims.enumerated() {
        guard let verdict = verdict(claim.relation, first, second) else { continue }
        result[index].count(verdict == claim.counted)
      }
    }
    return result
  }

  private func verdict(
    _ relation: Relation, _ first: JudgedCurve, _ second: JudgedCurve
  ) -> Verdict? {
    let quantity = figure.quantity(design)
    if figure.isComparison {
      return try? ComparisonClaim(quantity, model: figure.family, relation)
        .judge(["A": first, "B": second]).verdict
    }
    return try? SizeClaim(quantity, model: figure.family, relation).judge(first).verdict
  }

  private func curve(_ random: inout RandomSource, isSecond: Bool) -> JudgedCurve? {
    try? JudgedCurve(
      data(&random, isSecond: isSecond), figure.family, level: 1 - CheckSettings().level)
  }

  private func data(_ random: inout RandomSource, isSecond: Bool) -> CurveData {
    let y = design.x.map { x in
      let value = Truth(family: figure.family).value(at: x, design)
      return design.observe(isSecond ? Self.second(value) : value, &random)
    }
    guard case .questions(let items) = design.noise else {
      return CurveData(x: design.x, y: y, isAccuracy: false)
    }
    return CurveData(
      x: design.x, y: y, items: Array(repeating: Double(items), count: design.points),
      isAccuracy: true)
  }

  /// The second curve of a comparison, where the first has a value.
  private static func second(_ value: Double) -> Double { 0.26 + 0.7 * (value - 0.2) }

  static let figures: [Figure] = [
    Figure(
      label: "gain per doubling", family: .logLinear, quantity: { _ in "slopePerDoubling" },
      value: { Truth(family: .logLinear).coefficients($0)["slopePerDoubling"] ?? 0 },
      margin: { 0.2 * $0 }),
    Figure(
      label: "value at x, inside", family: .logLinear,
      quantity: { "value@\($0.largestX / 10)" },
      value: { Truth(family: .logLinear).value(at: $0.largestX / 10, $0) }, margin: { _ in 0.05 }),
    Figure(
      label: "value at 10 x the last", family: .saturatingPower,
      quantity: { "value@\($0.largestX * 10)" },
      value: { Truth(family: .saturatingPower).value(at: $0.largestX * 10, $0) },
      margin: { _ in 0.05 }),
    Figure(
      label: "x for a target of 60 %", family: .logLinear, quantity: { _ in "x@0.6" },
      value: { Design.smallestX * pow(10, $0.decades * 2 / 3) }, margin: { 0.2 * $0 }),
    Figure(
      label: "ceiling's level", family: .hinge, quantity: { _ in "ceiling" },
      value: { Truth(family: .hinge).coefficients($0)["ceiling"] ?? 0 }, margin: { _ in 0.05 }),
    Figure(
      label: "difference at the end", family: .logLinear,
      quantity: { "difference@\($0.largestX):A-B" },
      value: {
        let value = Truth(family: .logLinear).value(at: $0.largestX, $0)
        return value - second(value)
      }, margin: { _ in 0.05 }, isComparison: true),
    Figure(
      label: "A's slope over B's", family: .logLinear, quantity: { _ in "slope-ratio:A/B" },
      value: { _ in 1 / 0.7 }, margin: { 0.2 * $0 }, isComparison: true),
    Figure(
      label: "x where A crosses B", family: .logLinear, quantity: { _ in "crossing:A,B" },
      value: { Design.smallestX * pow(10, $0.decades / 3) }, margin: { 0.2 * $0 },
      isComparison: true),
  ]

  /// The row of the table.
  func row(_ shares: [Share]) -> [String] {
    guard case .questions(let questions) = design.noise else { return [] }
    return [
      figure.label, figure.family.rawValue, "\(design.points)", "\(design.decades)",
      "\(questions)",
    ]
      + zip(claims, shares).map { claim, share in
        let text = CoverageTable.percent(share)
        return claim.isWrong && share.isTooOften ? "**\(text)**" : text
      }
  }
}
