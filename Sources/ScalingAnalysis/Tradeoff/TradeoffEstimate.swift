/// A figure with its interval; the figure is absent where there is none, such as the price of what
/// is impossible.
public struct TradeoffEstimate: Sendable, Equatable {
  /// The figure.
  public let value: Double?
  /// Its interval; an end that the data do not close is absent.
  public let interval: Interval?

  /// A figure with its interval, if there is one.
  public init(_ value: Double?, interval: Interval? = nil) {
    self.value = value
    self.interval = interval
  }

  /// The same in another unit, or turned around when `factor` is negative.
  public func scaled(by factor: Double) -> TradeoffEstimate {
    TradeoffEstimate(
      value.map { $0 * factor },
      interval: interval.map { interval in
        let ends = (interval.lower.map { $0 * factor }, interval.upper.map { $0 * factor })
        return Interval(
          level: interval.level, lower: factor < 0 ? ends.1 : ends.0,
          upper: factor < 0 ? ends.0 : ends.1, method: interval.method)
      })
  }

  /// The figure of which this is the decimal logarithm.
  var powerOf10: TradeoffEstimate {
    let raised = { (end: Double?) in end.map { raise(10, to: $0) } }
    return TradeoffEstimate(
      raised(value),
      interval: interval.map {
        Interval(
          level: $0.level, lower: raised($0.lower), upper: raised($0.upper), method: $0.method)
      })
  }
}
