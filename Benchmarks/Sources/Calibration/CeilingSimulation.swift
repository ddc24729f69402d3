import ScalingAnalysis

/// What `scaling ceiling` says of simulated curves of one truth under one design.
struct CeilingSimulation: Sendable {
  let truth: Truth
  let design: Design
  let runs: Int
  let seed: UInt64

  private static let simulations = 399

  /// The gain per doubling over the last doubling of the true curve.
  var endGain: Double {
    let end = design.largestX
    return truth.value(at: end, design) - truth.value(at: end / 2, design)
  }

  func run() -> Tally {
    var tally = Tally()
    for number in 0..<runs {
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = design.series(truth, &random)
      let settings = CeilingSettings(
        margin: 0.01, simulations: Self.simulations, seed: seed &+ UInt64(number))
      guard let analysis = try? CeilingAnalysis(data, settings: settings) else { continue }
      tally.plateau.count(analysis.verdict == .plateau)
      tally.noPlateau.count(analysis.verdict == .noPlateauInRange)
      guard truth.family == .hinge else { continue }
      let coefficients = truth.coefficients(design)
      if let onset = analysis.onset?.interval, let value = coefficients["breakpoint"] {
        tally.onset.count(onset.covers(value))
        if analysis.verdict == .plateau { tally.onsetSaid.count(onset.covers(value)) }
      }
      if let level = analysis.level?.interval, let value = coefficients["ceiling"] {
        tally.level.count(level.covers(value))
        if analysis.verdict == .plateau { tally.levelSaid.count(level.covers(value)) }
      }
    }
    return tally
  }

  /// Answers, and what the intervals of the hinge cover.
  struct Tally: Sendable {
    var plateau = Share()
    var noPlateau = Share()
    var onset = Share()
    var level = Share()
    /// The same where a plateau was said.
    var onsetSaid = Share()
    var levelSaid = Share()
  }
}
