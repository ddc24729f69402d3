/// One axis of a panel: what it measures, how it maps and how its numbers are written.
public struct Axis: Sendable, Equatable {
  /// What is measured and in which unit.
  public var title: String
  /// How values map to lengths.
  public var scale: ScaleKind
  /// How tick labels are written.
  public var format: TickFormat
  /// The data interval to show; chosen from the data when nil.
  public var domain: ClosedRange<Double>?
  /// Whether a linear axis must show zero.
  public var includesZero: Bool
  /// Whether a y axis has ticks, labels and grid; without them it only gives room.
  public var showsTicks: Bool

  /// An axis with a title that names the unit.
  public init(
    _ title: String, scale: ScaleKind = .linear, format: TickFormat = .plain,
    domain: ClosedRange<Double>? = nil, includesZero: Bool = false, showsTicks: Bool = true
  ) {
    self.title = title
    self.scale = scale
    self.format = format
    self.domain = domain
    self.includesZero = includesZero
    self.showsTicks = showsTicks
  }
}
