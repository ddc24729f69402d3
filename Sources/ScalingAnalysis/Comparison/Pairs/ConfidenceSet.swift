/// All values of a figure that the data do not reject at a level: one interval, several pieces,
/// or none.
public struct ConfidenceSet: Sendable, Equatable {
  /// The confidence level.
  public let level: Double
  /// Where it comes from.
  public let method: Interval.Method
  /// Its pieces in rising order; an end that is open is absent.
  public let pieces: [Interval]

  /// A set from the ends of its pieces.
  init(level: Double, method: Interval.Method, _ pieces: [(lower: Double?, upper: Double?)]) {
    self.level = level
    self.method = method
    self.pieces = pieces.map {
      Interval(level: level, lower: $0.lower, upper: $0.upper, method: method)
    }
  }

  /// Whether no value is accepted.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Whether both ends of every piece are closed.
  public var isBounded: Bool { pieces.allSatisfy(\.isClosed) }

  /// The set as one interval, where it is one.
  public var interval: Interval? { pieces.count == 1 ? pieces[0] : nil }

  /// Whether a value is in the set.
  public func contains(_ value: Double) -> Bool {
    pieces.contains { value >= $0.lower ?? -.infinity && value <= $0.upper ?? .infinity }
  }
}
