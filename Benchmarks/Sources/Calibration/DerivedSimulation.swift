import ScalingAnalysis

/// How often the intervals of derived quantities (`scaling fit --quantity`) hold the truth.
struct DerivedSimulation: Sendable {
  let truth: Truth
  let design: Design
  let runs: Sampling
  let seed: UInt64

  /// A value inside the data and one two doublings beyond, the gain from 40 % of the range to its
  /// end, and the x of the value that the curve has there.
  var quantities: [(name: String, quantity: DerivedQuantity, value: Double)] {
    let end = design.largestX
    let value = { (x: Double) in truth.value(at: x, design) }
    let middle = design.grid(11)[4]
    return [
      ("value inside", .value(at: middle), value(middle)),
      ("value at 4 x the end", .value(at: 4 * end), value(4 * end)),
      ("gain from 40 % on", .gain(from: middle, to: end), value(end) - value(middle)),
      ("x of a target", .position(target: value(middle)), middle),
    ]
  }

  func run() -> [Tally] {
    let quantities = quantities
    var result = Array(repeating: Tally(), count: quantities.count)
    runs.run(into: &result, isDoubtful: { $0.contains { $0.unwarned.isOutside() } }) {
      number, result in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = design.series(truth, &random)
      guard let fit = try? FamilySelection().model(truth.family, for: data).fit(to: data) else {
        return
      }
      let isWarned = fit.diagnostics.contains(where: \.isWarning)
      for (index, quantity) in quantities.enumerated() {
        guard let estimate = try? fit.derived(quantity.quantity), let interval = estimate.interval
        else { continue }
        let covers = interval.covers(quantity.value)
        result[index].all.count(covers)
        if !isWarned { result[index].unwarned.count(covers) }
      }
    }
    return result
  }

  struct Tally: Sendable {
    var all = Share()
    /// Of fits without a warning.
    var unwarned = Share()
  }

  private static let families: [ModelName] = [
    .linear, .logLinear, .powerLaw, .saturatingPower, .logistic, .hinge,
  ]

  static func table(runs: Sampling, seed: UInt64) -> CoverageTable {
    let designs = [8, 15, 40].flatMap { points in
      [Design.Noise.gaussian(0.02), .questions(100)].map {
        Design(points: points, decades: 3.5, noise: $0)
      }
    }
    let simulations = families.flatMap { family in designs.map { (family, $0) } }.enumerated().map {
      DerivedSimulation(
        truth: Truth(family: $1.0), design: $1.1, runs: runs, seed: seed &+ UInt64($0))
    }
    let tallies = parallelMap(simulations.count, threads: 2) { simulations[$0].run() }
    var table = CoverageTable(
      title: "Derived quantities",
      explanation: "\(runs), over 3.5 decades; fits without a warning, in brackets "
        + "all. The target is the true value at 40 % of the range.",
      header: ["truth", "points", "noise"] + (simulations.first?.quantities.map(\.name) ?? []))
    for (simulation, tally) in zip(simulations, tallies) {
      table.rows.append(
        [
          simulation.truth.family.rawValue, "\(simulation.design.points)",
          simulation.design.noise.label,
        ]
          + tally.map {
            CoverageTable.judged($0.unwarned) + " (" + CoverageTable.percent($0.all) + ")"
          })
    }
    return table
  }
}
