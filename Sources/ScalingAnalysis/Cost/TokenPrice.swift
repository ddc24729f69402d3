public import ScalingData

/// What tokens cost, in dollars per million.
public struct TokenPrice: Sendable, Equatable {
  /// Tokens read.
  public var input: Double?
  /// Tokens written.
  public var output: Double?
  /// Tokens read from a cache; as dear as other input where it is absent.
  public var cached: Double?

  /// A price; leave out what is not charged or not known.
  public init(input: Double? = nil, output: Double? = nil, cached: Double? = nil) {
    self.input = input
    self.output = output
    self.cached = cached
  }

  /// Whether anything has a price.
  public var isKnown: Bool { input != nil || output != nil }

  /// The dollars that tokens cost; `nil` where a kind of token is counted but has no price, or is
  /// unknown though it is counted elsewhere.
  public func dollars(_ tokens: TokenCounts) -> Double? {
    let parts = [
      (tokens.input, input), (tokens.output, output), (tokens.cached, cached ?? input),
    ].filter { $0.0 != nil }
    guard !parts.isEmpty, tokens.isComplete else { return nil }
    var sum = 0.0
    for case (let count?, let price) in parts {
      guard let price else { return nil }
      sum += count * price * 1e-6
    }
    return sum
  }

  /// The written tokens that dollars buy, once what is read is paid for; `nil` where writing has
  /// no price above 0, or where reading costs more than there is.
  public func outputTokens(for dollars: Double, reading tokens: TokenCounts) -> Double? {
    guard let output, output > 0 else { return nil }
    let reading = TokenCounts(input: tokens.input, cached: tokens.cached)
    let rest = dollars - (reading.isKnown ? self.dollars(reading) ?? .infinity : 0)
    return rest >= 0 ? rest / output * 1e6 : nil
  }
}
