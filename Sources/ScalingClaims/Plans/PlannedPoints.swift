/// Points that could be measured: where, how often, and with how many questions.
public struct PlannedPoints: Sendable, Equatable {
  /// Where the places lie.
  public enum Place: String, Sendable, Equatable {
    /// At larger x than any point so far.
    case beyond
    /// In the gaps between the points.
    case within
    /// At the x of the points so far.
    case again
    /// Where the user said.
    case named
  }

  /// Where the places lie.
  public let place: Place
  /// The x to measure at, in order.
  public let x: [Double]
  /// How often each x is measured.
  public var repeats = 1
  /// Questions behind each point; absent where the points so far have no known number.
  public var items: Double?

  /// Points at some x, each once unless said otherwise.
  public init(_ place: Place, _ x: [Double], repeats: Int = 1, items: Double? = nil) {
    self.place = place
    self.x = x
    self.repeats = repeats
    self.items = items
  }

  /// How many points are added.
  public var count: Int { x.count * repeats }

  /// The x of every point that is added to a contest: where questions are known, repeats of an x
  /// are put together into one point.
  public var positions: [Double] {
    items == nil ? (0..<repeats).flatMap { _ in x } : x
  }

  /// The questions behind each of them.
  public var questions: Double? { items.map { $0 * Double(repeats) } }
}
