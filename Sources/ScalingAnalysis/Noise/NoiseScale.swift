internal import LeastSquares

/// What an increase of the objective is measured in: the variance of the noise, and how well it
/// is known.
struct NoiseScale: Sendable, Equatable {
  /// The estimated variance, or the known one.
  let variance: Double
  /// Degrees of freedom of the estimate; absent when the variance is known.
  let degreesOfFreedom: Double?

  /// A known variance or an estimated one.
  init(variance: Double, degreesOfFreedom: Double?) {
    self.variance = variance
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The scale of Gaussian noise for what a curve leaves of the weighted sum of squares.
  init(_ data: CurveData, weightedSquares: Double, coefficientCount: Int) {
    switch data.weights {
    case .knownErrors: self.init(variance: 1, degreesOfFreedom: nil)
    case .counts(let counts):
      let freedom = counts.reduce(0, +) - Double(coefficientCount)
      self.init(variance: weightedSquares / freedom, degreesOfFreedom: freedom)
    case .none, .relative:
      let freedom = Double(data.count - coefficientCount)
      self.init(variance: weightedSquares / freedom, degreesOfFreedom: freedom)
    }
  }

  /// Whether there is a variance to measure in.
  var isDefined: Bool { variance.isFinite && (degreesOfFreedom ?? 1) > 0 }

  /// The two-sided quantile of Student's t, or of the normal distribution when the variance is
  /// known.
  func quantile(level: Double) -> Double {
    degreesOfFreedom.map {
      Distribution.studentTQuantile(0.5 + level / 2, degreesOfFreedom: $0)
    } ?? Distribution.normalQuantile(0.5 + level / 2)
  }

  /// By how much the objective may grow before one coefficient is rejected at a level.
  func increase(level: Double) -> Double {
    let quantile = quantile(level: level)
    return quantile * quantile * variance
  }

  /// By how much `extra` further coefficients lower the objective by chance at most, at a level:
  /// F, or chi-squared when the variance is known.
  func decrease(level: Double, extra: Int) -> Double {
    let count = Double(extra)
    return degreesOfFreedom.map {
      variance * count * Distribution.fQuantile(level, numerator: count, denominator: $0)
    } ?? variance * Distribution.chiSquaredQuantile(level, degreesOfFreedom: count)
  }
}

/// How much of the objective a fit leaves, in a unit that all fits of the same observations share.
struct Misfit: Sendable, Equatable {
  /// The objective.
  let value: Double
  /// What its increase is measured in.
  let scale: NoiseScale

  /// The misfit of a curve.
  ///
  /// For robust noise the value is the loss at the common `scale` of a ranking, and its variance
  /// that of the robust analogue of the F test (Huber 1981, §7.10): E ψ²/E ψ′.
  init(_ rows: RowNoise, fitted: [Double], coefficientCount: Int) {
    value = rows.total(fitted)
    let own = WorkingRows(rows, fitted: fitted, coefficientCount: coefficientCount).scale
    guard let robust = rows.robust else {
      scale = own
      return
    }
    let units = zip(rows.data.y, fitted).map { ($0 - $1) / robust.scale }
    let mean = units.map(robust.curvature).reduce(0, +) / Double(units.count)
    scale = NoiseScale(
      variance: own.variance / (robust.scale * robust.scale) * mean,
      degreesOfFreedom: own.degreesOfFreedom)
  }
}
