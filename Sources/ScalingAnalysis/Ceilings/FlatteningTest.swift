/// Does the curve bend down at all? The log-linear curve against log-linear and then flat.
///
/// Where the bend may lie is searched, so the F statistic has no F distribution (Davies 1987). It
/// is placed among the statistics of series simulated from the fitted log-linear curve with its
/// residual standard error, on exactly these x and weights,
/// and with the same search (a parametric bootstrap
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
    guard straight.leftOver > FitStatistics.rounding(of: data) else {
      // What is left is the rounding of the numbers, and no scatter.
      (statistic, pValue) = (0, 1)
      return
    }
    var search = BendSearch(data)
    let spreads = Self.spreads(data, straight)
    let observed = search.statistic(of: data.y)
    var asLarge = 0
    for replicate in 0..<settings.simulations {
      var random = RandomSource(seed: settings.seed, stream: UInt64(replicate))
      let simulated = zip(straight.fitted, spreads).map { $0 + $1 * random.normal() }
      if search.statistic(of: simulated) >= observed { asLarge += 1 }
    }
    statistic = observed
    pValue = Double(asLarge + 1) / Double(settings.simulations + 1)
  }

  /// The spread of each observation around the curve that goes on: known, or estimated for one of
  /// weight 1.
  private static func spreads(_ data: CurveData, _ straight: Fit) -> [Double] {
    let unit = data.weights.kind == .errors ? 1 : straight.statistics.residualStandardError ?? 0
    return data.squareWeights.map { unit / $0.squareRoot() }
  }
}

extension Fit {
  /// The sum of squares that the curve leaves, weighed as it was fitted.
  var leftOver: Double { statistics.deviance ?? statistics.residualSumOfSquares }
}
