/// A straight reference line across the whole plot area.
public struct RuleMark: Sendable, Equatable {
  /// Which axis the value of a rule belongs to.
  public enum Direction: Sendable, Equatable, Hashable {
    /// At one y, from left to right.
    case horizontal
    /// At one x, from bottom to top.
    case vertical
  }

  /// Along which axis the line runs.
  public var direction: Direction
  /// Where the line stands, in data units.
  public var value: Double
  /// Written above a vertical line, or along a horizontal one.
  public var label: String?
  /// Colour.
  public var style: SeriesStyle
  /// Dashes and width.
  public var line: LineStyle

  /// A reference line at a value.
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
