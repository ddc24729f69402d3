import Testing

@testable import SVG

@Suite struct FixedDecimalTests {
  @Test(arguments: [
    (0.0, 1, "0"), (-0.0, 1, "0"), (-0.04, 1, "0"), (0.05, 1, "0.1"), (-0.05, 1, "-0.1"),
    (12.5, 2, "12.5"), (12.0, 2, "12"), (100, 0, "100"), (1e300, 1, "1000000000000"),
    (.nan, 1, "0"), (.infinity, 1, "0"), (0.001, 6, "0.001"), (-3.456, 2, "-3.46"),
    (10, 1, "10"), (1.005, 1, "1"), (123.456, 1, "123.5"),
  ])
  func writesFixedDecimals(value: Double, decimals: Int, expected: String) {
    #expect(FixedDecimal.string(value, decimals: decimals) == expected)
  }
}
