/// An interval drawn along an axis. A value that is not finite breaks it into pieces.
public struct BandMark: Sendable, Equatable {
  /// The axis that a band follows.
  public enum Direction: Sendable, Equatable, Hashable {
    /// Intervals of y along x.
    case alongX
    /// Intervals of x along y: the band of a curve that is too steep for the other.
    case alongY
  }

  /// The axis that the band follows.
  public var direction: Direction
  /// Positions along that axis.
  public var positions: [Double]
  /// Lower ends of the interval.
  public var low: [Double]
  /// Upper ends of the interval.
  public var high: [Double]
  /// Colour of the area.
  public var style: SeriesStyle
  /// How its edges get from one value to the next.
  public var interpolation: Interpolation

  /// Intervals of y along x; surplus values of the longer arrays are ignored.
  public init(
    x: [Double], low: [Double], high: [Double], style: SeriesStyle,
    interpolation: Interpolation = .straight
  ) {
    direction = .alongX
    positions = x
    self.low = low
    self.high = high
    self.style = style
    self.interpolation = interpolation
  }

  /// Intervals of x along y; surplus values of the longer arrays are ignored.
  public init(y: [Double], low: [Double], high: [Double], style: SeriesStyle) {
    direction = .alongY
    positions = y
    self.low = low
    self.high = high
    self.style = style
    interpolation = .straight
  }
}
