import ScalingData
import Testing

@testable import ScalingAnalysis

/// Tokens to dollars and back.
struct TokenPriceTests {
  static let price = TokenPrice(input: 3, output: 15, cached: 0.3)

  @Test("each kind of token has its price")
  func dollars() {
    let tokens = TokenCounts(input: 1_000_000, output: 200_000, cached: 2_000_000)
    #expect(abs((Self.price.dollars(tokens) ?? 0) - 6.6) < 1e-12)
    #expect(TokenPrice(input: 3, output: 15).dollars(tokens) == 12)
    #expect(TokenPrice(output: 15).dollars(tokens) == nil)
    #expect(TokenPrice(output: 15).dollars(TokenCounts(output: 100_000)) == 1.5)
    #expect(Self.price.dollars(TokenCounts()) == nil)
    #expect(Self.price.dollars(TokenCounts(input: 1_000_000, isComplete: false)) == nil)
  }

  @Test("dollars buy written tokens once what is read is paid for")
  func back() {
    let read = TokenCounts(input: 1_000_000)
    #expect(Self.price.outputTokens(for: 6, reading: read) == 200_000)
    #expect(Self.price.outputTokens(for: 2, reading: read) == nil)
    #expect(TokenPrice(input: 3).outputTokens(for: 2, reading: TokenCounts()) == nil)
  }
}
