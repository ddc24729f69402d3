public import ScalingAnalysis

/// A contest between a claimed shape and its rivals, judged by simulation on exactly these x.
///
/// The statistic is the difference of the maximised log-likelihoods, n/2·ln(RSS of the rival/RSS
/// of the claim). Its distribution under each family is that of series simulated from the fitted
/// curve with the noise of the questions or of the residuals (`ShapeNoise`), to which claim and
/// rivals are fitted again (Cox 1962; Williams 1970; as a parametric bootstrap test Davison and
/// Hinkley 1997, §4.2). No degrees of freedom are counted: a richer family fits better in the
/// simulations as well. Rivals that come as near to the claim as one likes take part with the
/// curves that depart from it by a tenth of their spread or more: what is supported is the claimed
/// shape to within that margin.
public struct ShapeContest: Sendable, Equatable {
  /// One rival's part.
  public struct Rival: Sendable, Equatable {
    /// The family.
    public let family: ShapeFamily
    /// ln likelihood of the claim less that of the rival.
    public let difference: Double
    /// How often a difference as large in favour of the claim appears when the rival is true.
    public let pValue: Double
    /// How often the claim would be contradicted when the rival is true as fitted.
    public let power: Double
    /// How often a difference as small appears when the claim is true, against this rival alone.
    public let claimPValue: Double
  }

  /// The best of the claimed families.
  public let claimed: ShapeFamily
  /// The rivals in order of how well they fit.
  public let rivals: [Rival]
  /// How often the claim does as badly against its best rival when it is true.
  public let claimPValue: Double
  /// Simulated series per family.
  public let simulations: Int
  /// Observations.
  public let count: Int
  /// What scatters the observations in the simulations.
  let noise: ShapeNoise
  /// The factor of the noise around the best of all the curves.
  let spread: Double

  /// The rival that fits best.
  public var best: Rival { rivals[0] }

  /// Judges claimed families against rivals.
  ///
  /// - Parameters:
  ///   - data: the curve.
  ///   - claimed: the families that are the claim.
  ///   - rivals: the families that the claim denies.
  ///   - settings: the level, and what simulations take.
  ///   - progress: is told the finished share.
  /// - Throws: `ClaimError` for x at or below zero, or too few different x.
  public init(
    _ data: CurveData, claimed: [ShapeFamily], rivals: [ShapeFamily], settings: CheckSettings,
    progress: (Double) -> Void = { _ in }
  ) throws(ClaimError) {
    let bench = try ShapeBench(
      data, try ShapeField(x: data.x, claimed: claimed, rivals: rivals))
    let observed = bench.likelihoods(data.y)
    let claim = bench.strongest(claimed, observed)
    var simulated: [ShapeFamily: [[Double]]] = [:]
    for family in [claim] + rivals {
      simulated[family] = bench.simulate(family, data.y, settings)
      progress(Double(simulated.count) / Double(rivals.count + 1))
    }
    let own = simulated[claim] ?? []
    let against = { (row: [Double], rival: ShapeFamily) -> Double in
      bench.value(claimed, row) - row[bench.index(rival)]
    }
    let overall = { (row: [Double]) in bench.value(claimed, row) - bench.value(rivals, row) }
    let worst = own.map(overall).sorted()
    let critical = worst[max(0, Int(Self.threshold(settings.level) * Double(worst.count + 1)) - 1)]
    self.rivals = rivals.map { rival in
      let rows = simulated[rival] ?? []
      let difference = against(observed, rival)
      return Rival(
        family: rival, difference: difference,
        pValue: Self.share(rows.count { against($0, rival) >= difference }, rows.count),
        power: Double(rows.count { overall($0) <= critical }) / Double(rows.count),
        claimPValue: Self.share(own.count { against($0, rival) <= difference }, own.count))
    }.sorted { $0.difference < $1.difference }
    let actual = overall(observed)
    claimPValue = Self.share(worst.count { $0 <= actual }, worst.count)
    self.claimed = claim
    simulations = settings.simulations
    count = data.count
    noise = bench.noise
    spread = bench.curve(bench.strongest([claim] + rivals, observed), data.y).spread
  }

  /// Whether a rival's curves too near to the claim were counted as the claim.
  var hasMargin: Bool { rivals.contains { claimed.canBeAsNear(as: $0.family) } }

  /// How far a share of simulations may be off by chance: one standard error.
  func error(of share: Double) -> Double {
    (share * (1 - share) / Double(simulations)).squareRoot()
  }

  /// The share of simulations that decides and lies within two of its errors of the limit, so that
  /// other simulations may say otherwise.
  ///
  /// The outcome changes where the claim, or the rival that is hardest to reject, changes sides.
  func closeShare(level: Double) -> Double? {
    let limit = Self.threshold(level)
    let hardest = rivals.map(\.pValue).max() ?? 0
    let nearest = abs(hardest - limit) < abs(claimPValue - limit) ? hardest : claimPValue
    let far = nearest == hardest ? claimPValue : hardest
    return [nearest, far].first { share in abs(share - limit) <= 2 * error(of: share) }
  }

  /// The p-value of a Monte Carlo test (Barnard 1963): the data are one of the series.
  private static func share(_ extreme: Int, _ count: Int) -> Double {
    Double(extreme + 1) / Double(count + 1)
  }

  /// What the contest says at a level.
  public enum Outcome: String, Sendable, Equatable {
    /// Every rival is rejected, and the claim is not.
    case supported
    /// The claim is rejected, and a rival is not.
    case contradicted
    /// Neither is rejected.
    case undecided
    /// All are rejected.
    case noneFits = "none-fits"

    /// - Parameters:
    ///   - claimFits: whether the claim is not rejected.
    ///   - rivalFits: whether some rival is not.
    init(claimFits: Bool, rivalFits: Bool) {
      switch (claimFits, rivalFits) {
      case (true, false): self = .supported
      case (false, true): self = .contradicted
      case (true, true): self = .undecided
      case (false, false): self = .noneFits
      }
    }
  }

  /// The p-value from which a family is not rejected: half the level. The simulated families are
  /// fitted and not known, which in simulations makes a test at the whole level wrong in up to 7 %
  /// of series at 5 %; half of it makes up for that.
  static func threshold(_ level: Double) -> Double { level / 2 }

  /// Whether a family of whose simulations so many are as extreme as the data is not rejected.
  static func isKept(_ extreme: Int, of simulations: Int, level: Double) -> Bool {
    share(extreme, simulations) > threshold(level)
  }

  /// The answer at a level.
  public func outcome(level: Double) -> Outcome {
    Outcome(
      claimFits: claimPValue > Self.threshold(level),
      rivalFits: rivals.contains { $0.pValue > Self.threshold(level) })
  }
}
