/// A shaded interval of x, named above it. An end that is nil reaches the end of the axis.
public struct RegionMark: Sendable, Equatable {
  /// Where the region starts; the start of the axis when nil.
  public var lower: Double?
  /// Where it ends; the end of the axis when nil.
  public var upper: Double?
  /// Written above the region.
  public var label: String?

  /// A region; leave an end out to reach the end of the axis.
  public init(from lower: Double? = nil, to upper: Double? = nil, label: String? = nil) {
    self.lower = lower
    self.upper = upper
    self.label = label
  }
}
