/// A shaded interval of x, named above it. An end that is nil reaches the end of the axis.
public struct RegionMark: Sendable, Equatable {
  public var lower: Double?
  public var upper: Double?
  public var label: String?

  public init(from lower: Double? = nil, to upper: Double? = nil, label: String? = nil) {
    self.lower = lower
    self.upper = upper
    self.label = label
  }
}
