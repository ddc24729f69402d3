import ScalingAnalysis
import ScalingClaims

/// What `scaling check` says of claims on the shape of simulated curves.
struct ShapeClaimSimulation: Sendable {
  let truth: ClaimTruth
  let design: Design
  let runs: Sampling
  let seed: UInt64

  static let shapes: [ShapeClaim.Shape] = [
    .linear, .logarithmic, .powerLaw, .saturating, .diminishing, .accelerating,
  ]
  static let simulations = 99

  /// The points, questions and decades that are crossed with the truths.
  static let designs: [Design] = [8, 15, 40].flatMap { points in
    [(2.0, 30), (3.5, 100), (5, 500)].map { decades, questions in
      Design(points: points, decades: decades, noise: .questions(questions))
    }
  }

  /// Verdicts on one claim.
  struct Verdicts: Sendable {
    var supported = Share()
    var contradicted = Share()

    mutating func count(_ verdict: Verdict) {
      supported.count(verdict == .supported)
      contradicted.count(verdict == .contradicted)
    }

    /// Both shares in percent; in bold a wrong one that occurs too often.
    func cell(_ standing: ClaimTruth.Standing) -> String {
      Self.judged(supported, standing.makesSupportWrong) + " / "
        + Self.judged(contradicted, standing.makesContradictionWrong)
    }

    /// Whether a wrong verdict occurs more often than it may.
    func areTooOftenWrong(_ standing: ClaimTruth.Standing) -> Bool {
      standing.makesSupportWrong && supported.isTooOften
        || standing.makesContradictionWrong && contradicted.isTooOften
    }

    private static func judged(_ share: Share, _ isWrong: Bool) -> String {
      let text = CoverageTable.percent(share)
      return isWrong && share.isTooOften ? "**\(text)**" : text
    }
  }

  /// The verdicts on each of `shapes`.
  func run() -> [Verdicts] {
    var result = Self.shapes.map { _ in Verdicts() }
    runs.run(
      into: &result,
      isDoubtful: { zip($0, Self.shapes).contains { $0.areTooOftenWrong(standing($1)) } }
    ) { number, result in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let data = truth.data(design, &random)
      let settings = CheckSettings(
        simulations: Self.simulations, seed: seed &+ UInt64(number))
      for (index, shape) in Self.shapes.enumerated() {
        guard let finding = try? ShapeClaim(shape).judge(data, settings) else { continue }
        result[index].count(finding.verdict)
      }
    }
    return result
  }

  private func standing(_ shape: ShapeClaim.Shape) -> ClaimTruth.Standing {
    truth.standing(shape, design)
  }

  /// The row of the table.
  func row(_ verdicts: [Verdicts]) -> [String] {
    guard case .questions(let questions) = design.noise else { return [] }
    return [truth.label, "\(design.points)", "\(design.decades)", "\(questions)"]
      + zip(Self.shapes, verdicts).map { shape, verdicts in
        let standing = standing(shape)
        let mark =
          switch standing {
          case .holds: " ✓"
          case .near: " ≈"
          case .fails, .isFlat: ""
          }
        return verdicts.cell(standing) + mark
      }
  }
}
