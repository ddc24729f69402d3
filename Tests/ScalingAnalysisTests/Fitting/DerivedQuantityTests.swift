import Testing

@testable import ScalingAnalysis

struct DerivedQuantityTests {
  static let written: [(String, DerivedQuantity)] = [
    ("value@1e6", .value(at: 1e6)), ("x@0.8", .position(target: 0.8)),
    ("gain-per-doubling@2.5e5", .gainPerDoubling(at: 2.5e5)),
    ("gain@1e4..1e6", .gain(from: 1e4, to: 1e6)), ("1/b", .reciprocal(coefficient: "b")),
    ("value@1024", .value(at: 1024)),
  ]

  @Test(arguments: written)
  func isWrittenAsItIsRead(text: String, quantity: DerivedQuantity) throws {
    #expect(try DerivedQuantity(text) == quantity)
    #expect(quantity.description == text)
  }

  @Test func aTargetMayBeInPercent() throws {
    #expect(try DerivedQuantity("x@80%") == .position(target: 0.8))
  }

  static let mistakes = [
    (
      "ratio@3",
      "the quantity \"ratio@3\": there is no such quantity; write value@X, x@TARGET, "
        + "gain-per-doubling@X, gain@X1..X2, doubling-time or 1/COEFFICIENT"
    ),
    ("value@big", "the quantity \"value@big\": \"big\" is not a number"),
    ("gain@1e4", "the quantity \"gain@1e4\": write it gain@X1..X2"),
    ("gain@2..1", "the quantity \"gain@2..1\": the first x must lie below the second"),
    (
      "gain-per-doubling@0",
      "the quantity \"gain-per-doubling@0\": doublings need an x above zero"
    ),
  ]

  @Test(arguments: mistakes)
  func mistakesAreNamed(text: String, message: String) {
    #expect {
      try DerivedQuantity(text)
    } throws: { error in
      "\(error)" == message
    }
  }
}
