import ScalingAnalysis
import Testing

@testable import ScalingClaims

/// How often the contest is wrong, and that it is the same for any number of threads.
struct ShapeContestTests {
  private static let settings = CheckSettings(simulations: 99)

  private static func points(_ count: Int) -> [Double] {
    (0..<count).map { 400 * raise(2, to: 8 * Double($0) / Double(count - 1)) }
  }

  private static func series(
    _ truth: ShapeFamily, count: Int, noise: Double, seed: UInt64
  ) -> CurveData {
    let x = points(count)
    var random = RandomSource(seed: seed, stream: UInt64(count))
    let y = x.map { x in
      let place = logarithm(x / 400) / naturalLogarithmOf2 / 8
      let curve =
        switch truth {
        case .linear: (x - 400) / (400 * 255)
        case .powerLaw: 0.2 * raise(x / 400, to: 0.25)
        case .hinge: min(place, 0.6) / 0.6
        default: place
        }
      return 0.2 + 0.5 * curve + noise * random.normal()
    }
    return CurveData(x: x, y: y, isAccuracy: false)
  }

  struct Cell: Sendable, CustomTestStringConvertible {
    var truth: ShapeFamily
    var claim: ShapeClaim.Shape
    var count: Int
    var noise: Double
    var testDescription: String { "\(claim.rawValue) on \(truth.rawValue), \(count) points" }
  }

  static let runs = 16

  @Test(
    "a claim that is true is seldom contradicted",
    arguments: [
      Cell(truth: .logarithmic, claim: .logarithmic, count: 8, noise: 0.05),
      Cell(truth: .logarithmic, claim: .logarithmic, count: 15, noise: 0.02),
      Cell(truth: .linear, claim: .linear, count: 11, noise: 0.05),
      Cell(truth: .hinge, claim: .saturating, count: 15, noise: 0.03),
    ])
  func wronglyContradicted(cell: Cell) throws {
    let wrong = try Self.count(cell, .contradicted)
    // At 5 %, five or more of 16 come up once in a thousand.
    #expect(wrong < 5, "\(wrong) of \(Self.runs)")
  }

  @Test(
    "a claim that is false is seldom supported",
    arguments: [
      Cell(truth: .hinge, claim: .logarithmic, count: 11, noise: 0.05),
      Cell(truth: .powerLaw, claim: .logarithmic, count: 15, noise: 0.03),
      Cell(truth: .logarithmic, claim: .saturating, count: 15, noise: 0.05),
      Cell(truth: .logarithmic, claim: .linear, count: 8, noise: 0.15),
    ])
  func wronglySupported(cell: Cell) throws {
    let wrong = try Self.count(cell, .supported)
    #expect(wrong < 5, "\(wrong) of \(Self.runs)")
  }

  @Test("little noise decides: a straight line is contradicted by logarithmic data")
  func power() throws {
    let cell = Cell(truth: .logarithmic, claim: .linear, count: 11, noise: 0.05)
    #expect(try Self.count(cell, .contradicted) > 12)
  }

  private static func count(
    _ cell: Cell, _ outcome: ShapeContest.Outcome
  ) throws -> Int {
    try (0..<runs).count { run in
      let contest = try ShapeContest(
        series(cell.truth, count: cell.count, noise: cell.noise, seed: UInt64(run)),
        claimed: cell.claim.claimed, rivals: cell.claim.rivals, settings: settings)
      return contest.outcome(level: settings.level) == outcome
    }
  }

  @Test("one, two and five threads give the same contest")
  func threads() throws {
    let data = Self.series(.logarithmic, count: 11, noise: 0.05, seed: 3)
    let contests = try [1, 2, 5].map { threads in
      try ShapeContest(
        data, claimed: [.logarithmic], rivals: [.linear, .hinge],
        settings: CheckSettings(simulations: 99, threads: threads))
    }
    #expect(contests[0] == contests[1] && contests[1] == contests[2])
  }

  @Test("the order of the points does not matter to the observed differences")
  func order() throws {
    let data = Self.series(.powerLaw, count: 9, noise: 0.05, seed: 4)
    let turned = CurveData(x: data.x.reversed(), y: data.y.reversed(), isAccuracy: false)
    let (a, b) = (try contest(data, Self.settings), try contest(turned, Self.settings))
    for (left, right) in zip(a.rivals, b.rivals) {
      #expect(left.family == right.family)
      #expect(abs(left.difference - right.difference) < 1e-9)
    }
  }

  @Test("a share so close to its limit that another seed may decide otherwise is said to be")
  func closeCall() throws {
    let data = Self.series(.logarithmic, count: 8, noise: 0.15, seed: 5)
    let contest = try contest(data, Self.settings)
    let share = try #require(contest.rivals.map(\.pValue).max())
    let near = share + 1.5 * contest.error(of: share)
    let words = { (limit: Double) in
      ShapeWords(
        claim: ShapeClaim(.logarithmic), data: data, contest: contest, level: 2 * limit
      ).finding.against
    }
    #expect(
      words(near).hasSuffix(
        " The share of \(percent(share)) lies within two errors of the simulation of the limit of "
          + "\(percent(near)): another seed may say otherwise; raise --simulations."))
    #expect(!words(2).contains("another seed"))
  }

  @Test("x at zero is refused")
  func zero() throws {
    let data = CurveData(x: [0, 1, 2, 3, 4], y: [1, 2, 3, 4, 5], isAccuracy: false)
    #expect(
      throws: ClaimError(
        "the shape of a curve is judged on ratios of x, so x must be above zero; leave out the "
          + "other rows with where")
    ) {
      try ShapeContest(
        data, claimed: [.linear], rivals: [.logarithmic], settings: Self.settings)
    }
  }
}

private func contest(_ data: CurveData, _ settings: CheckSettings) throws -> ShapeContest {
  try ShapeContest(
    data, claimed: [.logarithmic], rivals: [.linear, .powerLaw], settings: settings)
}
