/// Trade-offs under the refits of a law: how certain what follows from it is.
public struct LawTradeoffRefits: Sendable {
  /// The trade-off under each refit that has one.
  public let tradeoffs: [LawTradeoff]
  /// Refits in which an exponent is not above zero: they say nothing of a trade.
  public let lostCount: Int
  /// The confidence level of intervals.
  public let level: Double

  /// Least number of refits that an interval is taken from.
  private static let leastCount = 20

  /// The trade-offs of a bootstrap.
  public init(_ bootstrap: LawBootstrapResult) {
    tradeoffs = bootstrap.laws.compactMap { try? LawTradeoff($0) }
    lostCount = bootstrap.laws.count - tradeoffs.count
    level = bootstrap.settings.level
  }

  /// The percentile interval of a figure; refits in which it does not exist count as infinite, so
  /// that an end among them is open.
  public func interval(of figure: (LawTradeoff) -> Double?) -> Interval? {
    guard tradeoffs.count >= Self.leastCount else { return nil }
    return OpenPercentiles.interval(tradeoffs.map(figure), level: level)
  }
}
