/// Does the curve bend down at all? The log-linear curve against log-linear and then flat.
///
/// Where the bend may lie is searched, so the F statistic has no F distribution (Davies 1987). It
/// is placed among the statistics of series simulated from the fitted log-linear curve with its
/// residual standard error, on exactly these x and with the same search (a parametric bootstrap
/// test; Davison and Hinkley 1997, §4.2).
public struct FlatteningTest: Sendable, Equatable {
  /// (RSS of the log-linear curve − RSS with a bend) / (RSS with a bend / degrees of freedom).
  public let statistic: Double
  /// How often the log-linear curve alone gives a statistic as large.
  public let pValue: Double
  /// Simulated series behind the p-value.
  public let simulations: Int

  init(_ data: CurveData, straight: Fit, settings: CeilingSettings) {
    simulations = settings.simulations
    guard straight.statistics.residualSumOfSquares > FitStatistics.rounding(of: data) else {
      // What is left is the rounding of the numbers, and no scatter.
      (statistic, pValue) = (0, 1)
      return
    }
    var search = BendSearch(data)
    let spread = straight.statistics.residualStandardError ?? 0
    let observed = search.statistic(of: data.y)
    var asLarge = 0
    for replicate in 0..<settings.simulations {
      var random = RandomSource(seed: settings.seed, stream: UInt64(replicate))
      let simulated = straight.fitted.map { $0 + spread * random.normal() }
      if search.statistic(of: simulated) >= observed { asLarge += 1 }
    }
    statistic = observed
    pValue = Double(asLarge + 1) / Double(settings.simulations + 1)
  }
}
