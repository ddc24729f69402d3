/// A straight reference line across the whole plot area.
public struct RuleMark: Sendable, Equatable {
  /// Which axis the value of a rule belongs to.
  public enum Direction: Sendable, Equatable, Hashable {
    /// At one y, from left to right.
    case horizontal
    /// At one x, from bottom to top.
    case vertical
  }

  public var direction: Direction
  public var value: Double
  public var label: String?
  public var style: SeriesStyle
  public var line: LineStyle

  public init(
    _ direction: Direction, at value: Double, label: String? = nil,
    style: SeriesStyle = .neutral, line: LineStyle = LineStyle(pattern: .dashed, width: 1.2)
  ) {
    self.direction = direction
    self.value = value
    self.label = label
    self.style = style
    self.line = line
  }
}
