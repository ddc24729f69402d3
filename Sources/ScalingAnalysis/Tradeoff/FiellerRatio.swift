/// A ratio of two linear combinations of estimated coefficients, with all ratios that the
/// estimates do not reject (Fieller 1954, in closed form).
struct FiellerRatio {
  /// A combination with a known part added.
  struct Side {
    var factors: [Double]
    var constant = 0.0

    func value(_ coefficients: [Double]) -> Double {
      zip(factors, coefficients).reduce(constant) { $0 + $1.0 * $1.1 }
    }
  }

  let numerator: Side
  let denominator: Side

  /// The ratio; absent when its denominator is not above zero.
  func value(_ coefficients: [Double]) -> Double? {
    let below = denominator.value(coefficients)
    let ratio = numerator.value(coefficients) / below
    return below > 0 && ratio.isFinite ? ratio : nil
  }

  /// The ratio with its interval under a fit; both ends are open where the denominator cannot be
  /// told from zero.
  func estimate(_ fit: SurfaceFit, level: Double) -> TradeoffEstimate {
    let value = value(fit.coefficients)
    guard let covariance = fit.covariance else { return TradeoffEstimate(value) }
    let quantile = fit.quantile(level: level)
    let square = quantile * quantile
    let (m, k) = (numerator.value(fit.coefficients), denominator.value(fit.coefficients))
    let mm = Self.form(covariance, numerator.factors, numerator.factors)
    let mk = Self.form(covariance, numerator.factors, denominator.factors)
    let kk = Self.form(covariance, denominator.factors, denominator.factors)
    let leading = k * k - square * kk
    let middle = m * k - square * mk
    let root = (middle * middle - leading * (m * m - square * mm)).squareRoot()
    let isBounded = leading > 0 && root.isFinite && k > 0
    return TradeoffEstimate(
      value,
      interval: Interval(
        level: level, lower: isBounded ? (middle - root) / leading : nil,
        upper: isBounded ? (middle + root) / leading : nil, method: .fieller))
  }

  /// The ratio as a rate of exchange, which has a figure only where accuracy rises with both
  /// computes: where one of them does not help, nothing of it can be saved or is worth anything.
  func exchange(_ fit: SurfaceFit, level: Double) -> TradeoffEstimate {
    let ratio = estimate(fit, level: level)
    return TradeoffEstimate(ratio.value.flatMap { $0 > 0 ? $0 : nil }, interval: ratio.interval)
  }

  private static func form(_ matrix: [[Double]], _ a: [Double], _ b: [Double]) -> Double {
    a.indices.reduce(0) { sum, i in
      sum + a[i] * b.indices.reduce(0) { $0 + matrix[i][$1] * b[$1] }
    }
  }
}

extension SurfaceFit {
  /// Orders of magnitude of inference that an order of training saves at a place, at equal
  /// accuracy.
  func inferencePerTraining(at place: SurfacePlace) -> FiellerRatio {
    let (t, u) = offsets(place)
    return FiellerRatio(
      numerator: .init(factors: form.trainingSlopes(t, u)),
      denominator: .init(factors: form.inferenceSlopes(t, u)))
  }

  /// Orders of magnitude of training that an order of inference is worth at a place.
  func trainingPerInference(at place: SurfacePlace) -> FiellerRatio {
    let ratio = inferencePerTraining(at: place)
    return FiellerRatio(numerator: ratio.denominator, denominator: ratio.numerator)
  }

  /// log10 of the inference that reaches an accuracy at a training compute; absent for accuracies
  /// at or beyond floor and ceiling.
  func inferenceNeeded(for accuracy: Double, logTraining: Double) -> FiellerRatio? {
    guard let odds = range.logOdds(accuracy) else { return nil }
    let t = logTraining - centre.logTraining
    // logit = terms at the centre of inference + slope·(u − centre), solved for u.
    let slopes = form.inferenceSlopes(t, 0)
    let terms = form.terms(t, 0)
    return FiellerRatio(
      numerator: .init(
        factors: zip(terms, slopes).map { $1 * centre.logInference - $0 }, constant: odds),
      denominator: .init(factors: slopes))
  }

  /// log10 of the training that reaches an accuracy at an inference compute; absent for accuracies
  /// at or beyond floor and ceiling.
  func trainingNeeded(for accuracy: Double, logInference: Double) -> FiellerRatio? {
    guard let odds = range.logOdds(accuracy) else { return nil }
    let u = logInference - centre.logInference
    let slopes = form.trainingSlopes(0, u)
    let terms = form.terms(0, u)
    return FiellerRatio(
      numerator: .init(
        factors: zip(terms, slopes).map { $1 * centre.logTraining - $0 }, constant: odds),
      denominator: .init(factors: slopes))
  }

  /// The accuracy that the surface expects.
  public func accuracy(at place: SurfacePlace) -> Double {
    let (t, u) = offsets(place)
    let odds = zip(coefficients, form.terms(t, u)).reduce(0) { $0 + $1.0 * $1.1 }
    return range.accuracy(odds)
  }

  private func offsets(_ place: SurfacePlace) -> (t: Double, u: Double) {
    (place.logTraining - centre.logTraining, place.logInference - centre.logInference)
  }
}
