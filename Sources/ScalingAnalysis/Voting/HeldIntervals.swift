/// What has an interval that is held as wide as that of as many zeros and ones, because too few
/// questions carry the scatter (see `QuestionMean`).
public struct HeldIntervals: Sendable, Equatable {
  /// What is held, and at which k of a curve.
  public private(set) var places: [String] = []

  /// Nothing yet.
  public init() {}

  /// Adds the k of a curve at which the interval is held.
  public mutating func add(_ curve: String, _ rows: [(k: Int, interval: Interval?)]) {
    let ks = rows.filter { $0.interval?.method == .heldWilson }.map(\.k)
    guard let first = ks.first, let last = ks.last else { return }
    places.append(
      first == last ? "\(curve) at k = \(first)" : "\(curve) from k = \(first) to \(last)")
  }

  /// Adds a level whose interval is held.
  public mutating func add(_ level: String, _ interval: Interval?) {
    if interval?.method == .heldWilson { places.append(level) }
  }

  /// What a reader must know, as a sentence without its end; `nil` where nothing is held.
  public var remark: String? {
    guard !places.isEmpty else { return nil }
    return
      "few-carriers: \(places.joined(separator: "; ")): about four questions or fewer make the "
      + "difference to 0 or 100 %, too few to tell of a rare one unlike them; these intervals are as "
      + "wide as if every question were wholly right or wholly wrong, and cover more than their level"
  }
}
