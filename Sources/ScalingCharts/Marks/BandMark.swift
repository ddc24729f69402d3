/// An interval of y drawn along x. A value that is not finite breaks it into pieces.
public struct BandMark: Sendable, Equatable {
  /// Positions along x.
  public var x: [Double]
  /// Lower ends of the interval.
  public var low: [Double]
  /// Upper ends of the interval.
  public var high: [Double]
  /// Colour of the area.
  public var style: SeriesStyle
  /// How its edges get from one value to the next.
  public var interpolation: Interpolation

  /// A band; surplus values of the longer arrays are ignored.
  public init(
    x: [Double], low: [Double], high: [Double], style: SeriesStyle,
    interpolation: Interpolation = .straight
  ) {
    self.x = x
    self.low = low
    self.high = high
    self.style = style
    self.interpolation = interpolation
  }
}
