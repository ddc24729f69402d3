import Testing

@testable import ScalingCharts

@Suite struct TickFormatTests {
  private func texts(_ format: TickFormat, _ values: [Double]) -> [String] {
    format.labels(for: values).map { label in
      label.superscript.isEmpty ? label.text : "\(label.text)^\(label.superscript)"
    }
  }

  @Test func tokensUseBinaryUnitsForPowersOfTwo() {
    #expect(
      texts(.tokens, [1, 256, 1024, 4096, 16384, 1_048_576, 1_073_741_824])
        == ["1", "256", "1K", "4K", "16K", "1M", "1B"])
  }

  @Test func tokensUseDecimalUnitsOtherwise() {
    #expect(
      texts(.tokens, [0, 500, 20_000, 100_000, 1_500_000]) == ["0", "500", "20K", "100K", "1.5M"])
  }

  @Test func powersOfTenHaveASuperscript() {
    #expect(
      texts(.powersOfTen, [1e-3, 1, 1e18, 2e22, 1e25])
        == ["10^−3", "10^0", "10^18", "2×10^22", "10^25"])
  }

  @Test func dollarsShowCentsAndThousands() {
    #expect(
      texts(.dollars, [0.001, 0.01, 0.1, 1, 100, 10_000, 2_500_000])
        == ["$0.001", "$0.01", "$0.10", "$1", "$100", "$10K", "$2.5M"])
  }

  @Test func theLastPercentTickCarriesTheSign() {
    #expect(texts(.percent, [0, 0.25, 0.5, 0.75, 1]) == ["0", "25", "50", "75", "100\u{202F}%"])
    #expect(texts(.percent, [0.7, 0.705, 0.71]) == ["70.0", "70.5", "71.0\u{202F}%"])
  }

  @Test func ticksOfALogAxisHaveNoNeedlessDecimals() {
    #expect(
      texts(.percent, [1e-5, 1e-3, 0.1, 1]) == ["0.001", "0.1", "10", "100\u{202F}%"])
    #expect(texts(.percent, [0.001, 1]) == ["0.1", "100\u{202F}%"])
    #expect(texts(.plain, [0.01, 0.1, 1, 10]) == ["0.01", "0.1", "1", "10"])
  }

  @Test func countsAreDecimal() {
    #expect(texts(.count, [500, 7e9, 70e9, 1.5e12]) == ["500", "7B", "70B", "1.5T"])
  }

  @Test func plainNumbersHaveEqualDecimalsAndAMinusSign() {
    #expect(texts(.plain, [-1, -0.5, 0, 0.5]) == ["−1.0", "−0.5", "0", "0.5"])
    #expect(texts(.plain, [5000, 20_000]) == ["5000", "20,000"])
    #expect(texts(.plain, [0, 200_000]) == ["0", "200K"])
  }

  @Test func yearsAreNotGrouped() {
    #expect(texts(.year, [2020, 2024]) == ["2020", "2024"])
  }
}
