/// The x axis once more in another unit, below the first: tokens and dollars, FLOP and GPU hours.
///
/// It is the same axis with its values multiplied, so nothing in the picture depends on how two
/// scales were laid over each other.
public struct SecondaryAxis: Sendable, Equatable {
  /// What is measured and in which unit.
  public var title: String
  /// What one unit of the first axis is worth; positive.
  public var factor: Double
  /// How tick labels are written.
  public var format: TickFormat
  /// On a logarithmic axis, the base that decides where ticks stand.
  public var base: Double

  /// The axis in another unit.
  public init(_ title: String, factor: Double, format: TickFormat = .plain, base: Double = 10) {
    self.title = title
    self.factor = factor
    self.format = format
    self.base = base
  }
}
