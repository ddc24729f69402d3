import Foundation
import Testing

@testable import ScalingCharts

@Suite struct TicksTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: ScaleKind
    var domain: ClosedRange<Double>
    var format: TickFormat
    var testDescription: String { "\(kind) \(domain) \(format)" }
  }

  static let cases: [Case] = [
    Case(kind: .linear, domain: 0...1, format: .percent),
    Case(kind: .linear, domain: 0.701...0.744, format: .percent),
    Case(kind: .linear, domain: -3...17.2, format: .plain),
    Case(kind: .linear, domain: 0...131_072, format: .tokens),
    Case(kind: .linear, domain: 1e-7...3e-7, format: .plain),
    Case(kind: .linear, domain: 2018.7...2025.3, format: .year),
    Case(kind: .log2, domain: 300...1_500_000, format: .tokens),
    Case(kind: .log2, domain: 1...1_048_576, format: .tokens),
    Case(kind: .log2, domain: 5...7, format: .tokens),
    Case(kind: .log10, domain: 1e18...1e26, format: .powersOfTen),
    Case(kind: .log10, domain: 0.002...1.4, format: .dollars),
    Case(kind: .log10, domain: 3...8, format: .plain),
    Case(kind: .log10, domain: 101...109, format: .plain),
  ]

  @Test(arguments: cases, [3, 5, 8])
  func ticksLieInTheDomainIncreaseAndAreFew(_ test: Case, count: Int) {
    let ticks = Ticks.values(test.kind, domain: test.domain, count: count, format: test.format)
    #expect(ticks.count >= 1 && ticks.count <= max(4, count + 1))
    let slack = (test.domain.upperBound - test.domain.lowerBound) * 1e-6
    #expect(
      ticks.allSatisfy {
        $0 >= test.domain.lowerBound - slack && $0 <= test.domain.upperBound + slack
      })
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
    let labels = test.format.labels(for: ticks)
    #expect(Set(labels).count == ticks.count, "labels differ: \(labels.map(\.text))")
  }

  @Test(arguments: [3, 4, 6, 9])
  func ticksOfALongLogAxisArePowersAtEqualDistances(count: Int) {
    let ticks = Ticks.values(.log2, domain: 200...3_000_000, count: count, format: .tokens)
    #expect(ticks.allSatisfy { $0.significandWidth == 0 })
    let ratios = zip(ticks, ticks.dropFirst()).map { $1 / $0 }
    #expect(Set(ratios).count == 1)
  }

  @Test func whatIsCountedHasNoFractions() {
    #expect(Ticks.values(.log2, domain: 1...1.25, count: 6, format: .tokens) == [1])
    let fractions = Ticks.values(.log2, domain: 0.1...0.9, count: 6, format: .tokens)
    #expect(fractions.count >= 2)
  }

  @Test func percentTicksQuarterTheWholeRange() {
    #expect(
      Ticks.values(.linear, domain: 0...1, count: 5, format: .percent) == [0, 0.25, 0.5, 0.75, 1])
  }

  @Test func linearTicksAreExactMultiples() {
    #expect(
      Ticks.values(.linear, domain: 0...0.6, count: 7, format: .plain)
        == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
  }

  @Test func shortLogAxesUseOneTwoFive() {
    #expect(Ticks.values(.log10, domain: 1...25, count: 6, format: .plain) == [1, 2, 5, 10, 20])
  }

  @Test func aShortLogAxisWithLittleRoomUsesOneAndThree() {
    #expect(
      Ticks.values(.log10, domain: 4e8...8e10, count: 5, format: .plain)
        == [1e9, 3e9, 1e10, 3e10])
  }

  @Test func threePowersAreBetterThanTwoRounderOnes() {
    #expect(
      Ticks.values(.log10, domain: 2e4...4e9, count: 3, format: .dollars) == [1e5, 1e7, 1e9])
  }
}
