extension [Fit] {
  /// The same fits with criteria at one noise scale, where the scale is estimated beside the
  /// curve: that of the family with the most coefficients, and of several such the smallest.
  var sharingScale: [Fit] {
    let judged = filter { $0.misfit.scale.isDefined }
    let most = judged.map(\.statistics.coefficientCount).max()
    let scales = judged.filter { $0.statistics.coefficientCount == most }.compactMap(\.ownScale)
    guard let common = scales.min() else { return self }
    return map { $0.judged(at: common) }
  }
}

extension Fit {
  /// The dispersion or the robust scale; absent where the noise has neither.
  fileprivate var ownScale: Double? {
    switch noise {
    case .binomial(overdispersed: true): statistics.dispersion
    case .huber, .bisquare: rows.scale
    case .gaussian, .binomial(overdispersed: false): nil
    }
  }

  /// The same fit with its criteria and its misfit at a scale.
  fileprivate func judged(at common: Double) -> Fit {
    var result = self
    var judging = rows
    if noise.isRobust { judging.scale = common }
    let count = statistics.coefficientCount
    result.statistics = FitStatistics(
      rows, fitted: fitted, coefficientCount: count, common: common)
    result.misfit = Misfit(judging, fitted: fitted, coefficientCount: count)
    return result
  }
}
