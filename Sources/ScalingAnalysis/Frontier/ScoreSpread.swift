internal import ScalingData

/// What is known about the true score behind a measured one.
public enum ScoreSpread: Sendable, Equatable {
  /// Nothing: the score is taken as exact.
  case none
  /// Right answers out of that many questions.
  case binomial(items: Double)
  /// A standard error.
  case normal(standardError: Double)

  /// The spread of a record: its standard error where it has one, else its questions where the
  /// score is an accuracy.
  init(_ record: ScoredRecord, isAccuracy: Bool) {
    if let error = record.standardError {
      self = .normal(standardError: error)
    } else if isAccuracy, let items = record.items {
      self = .binomial(items: items)
    } else {
      self = .none
    }
  }

  /// A true score that the measured one leaves possible: from Jeffreys' posterior
  /// Beta(k + ½, n − k + ½) of a proportion (Brown, Cai and DasGupta 2001), which has a width
  /// even where all answers are right, or from a normal distribution.
  func draw(around score: Double, _ random: inout RandomSource) -> Double {
    switch self {
    case .none: score
    case .binomial(let items):
      random.beta(score * items + 0.5, (1 - score) * items + 0.5)
    case .normal(let error): score + error * random.normal()
    }
  }

  /// The interval of a score.
  func interval(around score: Double, level: Double) -> Interval? {
    switch self {
    case .none: nil
    case .binomial(let items): wilsonInterval(proportion: score, items: items, level: level)
    case .normal(let error):
      normalInterval(estimate: score, standardError: error, level: level)
    }
  }
}
