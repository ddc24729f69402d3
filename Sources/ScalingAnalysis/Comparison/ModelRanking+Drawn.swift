extension ModelRanking {
  /// The fit to draw: the first in the ranking that no richer one improves on significantly, or
  /// the only fit.
  ///
  /// With 5 or 6 points AICc charges so much for each coefficient that a constant ranks before a
  /// line through all points; an F test at 5 % then says what the eye sees. From about 8 points
  /// on both agree, and this is `preferred`.
  public var drawn: Entry? {
    let ranked = entries.filter { $0.akaikeWeight != nil }
    guard !ranked.isEmpty else { return entries.count == 1 ? entries.first : nil }
    return ranked.first { entry in !ranked.contains { improves($0.fit, on: entry.fit) } }
      ?? ranked.first
  }

  /// Whether a richer fit leaves significantly less than a simpler one (F test at 5 %, or
  /// chi-squared where the variance is known).
  private func improves(_ richer: Fit, on simpler: Fit) -> Bool {
    let extra = richer.statistics.coefficientCount - simpler.statistics.coefficientCount
    let scale = richer.misfit.scale
    guard extra > 0, scale.isDefined, richer.termination.converged else { return false }
    return simpler.misfit.value
      > richer.misfit.value + scale.decrease(level: 0.95, extra: extra)
  }
}
