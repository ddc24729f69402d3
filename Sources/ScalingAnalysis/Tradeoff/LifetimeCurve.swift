/// The inference that a target accuracy needs along training compute, u = (odds − a − b·t)/(d + e·t),
/// where it falls with training: where accuracy rises with inference, and with training along the
/// curve.
///
/// The slope du/dt is −K/(d + e·t)² with K = b·d + e·(odds − a), so it has one sign on either side of
/// the pole; the side of the centre counts.
struct LifetimeCurve {
  private let centre: SurfacePlace
  private let odds: Double
  private let training: Double
  private let inference: Double
  private let interaction: Double
  /// log10 of the FLOP behind one unit of inference, of its price and of the least inference.
  private let logUnit: Double
  private let logPrice: Double
  private let logLeast: Double?
  /// The steepness K.
  private let steepness: Double

  /// Orders of magnitude from the centre in which the best training is looked for.
  private static let reach = 30.0

  /// `nil` when the target is outside floor and ceiling, or accuracy does not rise with both
  /// computes.
  init?(
    _ fit: SurfaceFit, _ coefficients: [Double], _ question: SurfaceLifetime.Question
  ) {
    guard let wanted = fit.range.logOdds(question.target) else { return nil }
    centre = fit.centre
    odds = wanted - coefficients[0]
    training = coefficients[1]
    inference = coefficients[2]
    interaction = fit.form == .interaction ? coefficients[3] : 0
    logUnit = logarithmBase10(question.unitCompute)
    logPrice = logarithmBase10(question.inferencePrice)
    logLeast = question.leastInference.map(logarithmBase10)
    steepness = training * inference + interaction * odds
    guard inference > 0, steepness > 0 else { return nil }
  }

  /// log10 of the units of inference of a query, of which there are the least at least; `nil` beyond
  /// the pole.
  func logInference(logTraining: Double) -> Double? {
    let slope = inference + interaction * (logTraining - centre.logTraining)
    guard slope > 0 else { return nil }
    let free = free(logTraining - centre.logTraining)
    return logLeast.map { max($0, free) } ?? free
  }

  /// log10 of the FLOP of a query.
  func logCompute(logTraining: Double) -> Double? {
    logInference(logTraining: logTraining).map { $0 + logUnit }
  }

  /// log10 of units that would do if they could be divided, at an offset from the centre.
  private func free(_ t: Double) -> Double {
    centre.logInference + (odds - training * t) / (inference + interaction * t)
  }

  /// The offset from which on the least inference does; `nil` when there is none.
  private var sufficient: Double? {
    guard let least = logLeast.map({ $0 - centre.logInference }),
      training + interaction * least > 0
    else { return nil }
    let t = (odds - inference * least) / (training + interaction * least)
    return inference + interaction * t > 0 ? t : nil
  }

  /// log10 of the training compute of the least total price for a demand: where the sum T + w·Q·I
  /// stops falling, by bisection from the best of a grid.
  func bestLogTraining(demand: Double) -> Double {
    let pole = -inference / interaction
    let wall = interaction < 0 ? min(pole, Self.reach) : Self.reach
    let high = sufficient.map { min($0, wall) } ?? wall
    let low = min(interaction > 0 ? max(pole, -Self.reach) : -Self.reach, high)
    let scale = logPrice + logUnit + logarithmBase10(demand)
    let count = 240
    let grid = (0..<count).map { low + (high - low) * (Double($0) + 0.5) / Double(count) }
    let best = grid.indices.min { total(grid[$0], scale) < total(grid[$1], scale) } ?? 0
    var left = best > 0 ? grid[best - 1] : low
    var right = best < count - 1 ? grid[best + 1] : high
    for _ in 0..<60 {
      let middle = (left + right) / 2
      if isFalling(middle, scale) { left = middle } else { right = middle }
    }
    return centre.logTraining + (left + right) / 2
  }

  /// The logarithm of the total, but for rounding: the larger part carries it.
  private func total(_ t: Double, _ scale: Double) -> Double {
    let (one, other) = (centre.logTraining + t, scale + free(t))
    let larger = max(one, other)
    return larger + logarithmBase10(raise(10, to: one - larger) + raise(10, to: other - larger))
  }

  /// Whether more training still saves more inference than it costs.
  private func isFalling(_ t: Double, _ scale: Double) -> Bool {
    let slope = inference + interaction * t
    return centre.logTraining + t < scale + free(t) + logarithmBase10(steepness / (slope * slope))
  }
}
