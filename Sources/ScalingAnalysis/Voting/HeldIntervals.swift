/// The k of a curve at which too few questions carry the scatter, so that the interval is held as
/// wide as that of as many zeros and ones (see `QuestionMean`).
public struct HeldIntervals: Sendable, Equatable {
  /// The k, in order.
  public let ks: [Int]

  /// The held intervals of a curve; `nil` without any.
  public init?(_ curve: [(k: Int, interval: Interval?)]) {
    ks = curve.filter { $0.interval?.method == .heldWilson }.map(\.k)
    if ks.isEmpty { return nil }
  }

  /// What a reader must know, as a sentence without its end.
  public var remark: String {
    let first = ks.first ?? 0
    let last = ks.last ?? first
    let place = first == last ? "at k = \(first)" : "from k = \(first) to \(last)"
    return "few-carriers: \(place) pass@k is so near its limit that few questions make the "
      + "difference (about four or fewer, or shares that add up to about two or less); they tell "
      + "nothing of a rare question unlike them, so the interval is held as wide as that of zeros and "
      + "ones and covers more than its level"
  }
}
