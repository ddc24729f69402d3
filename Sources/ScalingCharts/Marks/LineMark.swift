/// A curve through given positions. A value that is not finite breaks it into pieces.
public struct LineMark: Sendable, Equatable {
  /// Positions along x.
  public var x: [Double]
  /// Values along y.
  public var y: [Double]
  /// Colour of the line.
  public var style: SeriesStyle
  /// Dashes and width.
  public var line: LineStyle
  /// How it gets from one value to the next.
  public var interpolation: Interpolation
  /// Written at the end of the curve, or in the key when there is no room.
  public var label: SeriesLabel?

  /// A curve; surplus values of the longer array are ignored.
  public init(
    x: [Double], y: [Double], style: SeriesStyle, line: LineStyle = .solid,
    interpolation: Interpolation = .straight, label: SeriesLabel? = nil
  ) {
    self.x = x
    self.y = y
    self.style = style
    self.line = line
    self.interpolation = interpolation
    self.label = label
  }
}
