internal import ScalingAnalysis

/// How the result of a formula stands to the claimed figure.
///
/// The rounding of the figures is carried as an interval (Moore 1966). The result is as claimed
/// where it lies within the tolerance, or rounds to the claimed figure. That is settled only when
/// the rounding leaves nothing else: all of the interval within the tolerance, or, where none was
/// asked for, within one unit of the last claimed digit, which is what results of figures that are
/// rounded to that digit come to.
enum ArithmeticOutcome: Sendable, Equatable {
  /// As claimed, whatever was rounded.
  case consistent
  /// As claimed with the figures as printed, but they were rounded too far to settle it.
  case unsettled
  /// Exactly the limit of an inequality, so that any rounding lies on both sides of it.
  case atLimit
  /// Not as claimed with the figures as printed, but the rounding allows it.
  case onlyIf
  /// Not as claimed, whatever was rounded.
  case inconsistent

  /// - Parameters:
  ///   - value: the result of the figures as printed.
  ///   - range: all results that their rounding allows.
  init(_ claim: ArithmeticClaim, value: Double, range: Bounds) {
    // Sums of decimal figures miss a tie by the last binary digit.
    let slack = 1e-12 * max(abs(value), abs(claim.claimed.value))
    let accepts = { (low: Double, high: Double) in
      range.lower >= low - slack && range.upper <= high + slack
    }
    let (low, high) = claim.accepted
    let isAsClaimed = value >= low - slack && value <= high + slack
    let settled = claim.settled
    if isAsClaimed, accepts(settled.low, settled.high) {
      self = .consistent
    } else if claim.kind != .equals, abs(value - claim.claimed.value) <= slack {
      self = .atLimit
    } else if isAsClaimed {
      self = .unsettled
    } else {
      self = range.upper < low - slack || range.lower > high + slack ? .inconsistent : .onlyIf
    }
  }

  /// The verdict that it leads to.
  var verdict: Verdict {
    switch self {
    case .consistent: .supported
    case .unsettled, .atLimit, .onlyIf: .inconclusive
    case .inconsistent: .contradicted
    }
  }
}

extension ArithmeticClaim {
  /// The results that agree with the claim.
  var accepted: (low: Double, high: Double) { ends(tolerance ?? claimed.halfWidth) }

  /// Between which ends a result settles it.
  var settled: (low: Double, high: Double) { ends(tolerance ?? 2 * claimed.halfWidth) }

  private func ends(_ width: Double) -> (low: Double, high: Double) {
    switch kind {
    case .equals: (claimed.value - width, claimed.value + width)
    case .atLeast: (claimed.value, .infinity)
    case .atMost: (-.infinity, claimed.value)
    }
  }
}
