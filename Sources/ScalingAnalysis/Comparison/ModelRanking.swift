/// Fits of the same observations in order of AICc, with how much each is to be preferred.
///
/// Akaike weights (Burnham and Anderson 2002, §2.9) share one unit of support among the fits;
/// they compare the families that were fitted and say nothing of families that were not.
public struct ModelRanking: Sendable {
  /// One family's place in the ranking.
  public struct Entry: Sendable {
    /// The fit.
    public let fit: Fit
    /// AICc above the best fit's; absent when AICc is not defined.
    public let difference: Double?
    /// The share of support; absent when AICc is not defined.
    public let akaikeWeight: Double?
  }

  /// A family that could not be fitted, and why.
  public struct Skipped: Sendable, Equatable {
    /// The family.
    public let model: ModelName
    /// Why it could not be fitted.
    public let reason: FitError
  }

  /// Best first; fits without AICc last.
  public let entries: [Entry]
  /// Families that could not be fitted.
  public let skipped: [Skipped]

  /// The weight from which the data are said to decide: the evidence ratio against all other
  /// families together is then at least 19 to 1.
  public static let decidingWeight = 0.95

  /// An AICc difference from which a family counts as ruled out (Burnham and Anderson: "no
  /// support").
  public static let ruledOutDifference = 10.0

  /// Ranks fits of the same observations.
  ///
  /// Where a noise scale is estimated that is no part of the curve, all fits are judged by one:
  /// the dispersion of over-dispersed counts or the robust scale of the richest family (Burnham
  /// and Anderson 2002, §2.5). The bisquare is no likelihood, so that its fits have no order.
  public init(_ fits: [Fit], skipped: [Skipped] = []) {
    precondition(
      fits.allSatisfy { $0.data == fits[0].data && $0.noise == fits[0].noise },
      "a ranking compares fits of the same points with the same noise")
    let fits = fits.sharingScale
    // One family with an AICc among several without is not the best of them.
    let comparable = fits.count { $0.statistics.aicc != nil } > 1 || fits.count == 1
    let criteria = fits.map { comparable ? $0.statistics.aicc : nil }
    let best = criteria.compactMap(\.self).min()
    let relative = criteria.map { aicc in
      aicc.flatMap { aicc in best.map { aicc - $0 } }
    }
    let total = relative.reduce(0) { $0 + ($1.map { exponential(-$0 / 2) } ?? 0) }
    entries = fits.indices
      .sorted { a, b in
        let keys = (relative[a] ?? .infinity, relative[b] ?? .infinity)
        return keys.0 != keys.1 ? keys.0 < keys.1 : a < b
      }
      .map { index in
        Entry(
          fit: fits[index], difference: relative[index],
          akaikeWeight: relative[index].map { exponential(-$0 / 2) / total })
      }
    self.skipped = skipped
  }

  /// The best fit, when AICc is defined for at least two families or for the only one.
  public var preferred: Entry? { entries.first { $0.akaikeWeight != nil } }

  /// Whether the data decide for the preferred family: its weight reaches `decidingWeight`
  /// among at least two, the fit has no blocking weakness, and every rival fits worse than noise
  /// explains.
  ///
  /// The last is asked because weights alone mislead on few points. With 8 of them AICc charges
  /// 9 for a third coefficient, so that a line would be decided by the charge and not by the
  /// data; and a weight of 0.95 against a family of the same size takes no more than twice its
  /// residual sum of squares, which 4 degrees of freedom give by chance. So each rival must leave
  /// more than RSS·(1 + t²/df), as a curve outside the 95 % region of the best fit does. A family
  /// is therefore never decided against a richer one that fits as well.
  public var isDecided: Bool {
    guard let preferred, let weight = preferred.akaikeWeight else { return false }
    return weight >= Self.decidingWeight
      && entries.count { $0.akaikeWeight != nil } > 1
      && !preferred.fit.diagnostics.contains(where: \.isBlocking)
      && entries.dropFirst().allSatisfy { isRejected($0.fit, by: preferred.fit) }
  }

  /// Whether a rival leaves more than the noise around the preferred fit explains.
  private func isRejected(_ rival: Fit, by preferred: Fit) -> Bool {
    guard preferred.misfit.scale.isDefined, rival.statistics.aicc != nil else { return true }
    return rival.misfit.value
      > preferred.misfit.value + preferred.misfit.scale.increase(level: Self.decidingWeight)
  }

  /// Families that the data do not rule out against the preferred one, nearest first.
  public var contenders: [Entry] {
    entries.dropFirst().filter { ($0.difference ?? .infinity) < Self.ruledOutDifference }
  }

  /// Families that the data rule out. One whose search failed is not judged.
  public var ruledOut: [Entry] {
    entries.dropFirst().filter {
      ($0.difference ?? 0) >= Self.ruledOutDifference && !$0.fit.has(.notConverged)
    }
  }
}
