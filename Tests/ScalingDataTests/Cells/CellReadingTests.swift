import Testing

@testable import ScalingData

@Suite struct CellReadingTests {
  private func reading(_ text: String) -> CellReading {
    var copy = text
    return copy.withUTF8 { CellReading($0) }
  }

  @Test(arguments: ["", "NA", "na", "N/A", "n/a", "NaN", "nan", "NAN", "null", "NULL", "-", "None"])
  func missingMarkers(text: String) {
    #expect(reading(text).kind == .missing)
  }

  static let valued: [(String, CellKind, Double)] = [
    ("83.3%", .percent, 83.3), ("83.3 %", .percent, 83.3), ("$0.01", .dollars, 0.01),
    ("-$2", .dollars, -2), ("true", .boolean, 1), ("FALSE", .boolean, 0), ("12", .number, 12),
    ("2024-01-01", .date, 2024), ("2024-07-01", .date, 2024 + 182.0 / 366),
    ("2023-12", .date, 2023 + 334.0 / 365),
  ]

  @Test(arguments: valued)
  func kindsWithValues(text: String, kind: CellKind, value: Double) {
    #expect(reading(text).kind == kind)
    #expect(reading(text).value == value)
  }

  static let valueless: [(String, CellKind)] = [
    ("inf", .notFinite), ("-Infinity", .notFinite), ("1e400", .notFinite), ("1,000", .grouped),
    ("$12,500.50", .grouped), ("1,00", .text), ("abc", .text), ("2024-13-01", .text),
    ("2023-02-29", .text), ("2024-7-1", .text), ("%", .text), ("$", .text), ("$-5", .text),
    ("12-2024", .text),
  ]

  @Test(arguments: valueless)
  func kindsWithoutValues(text: String, kind: CellKind) {
    #expect(reading(text).kind == kind)
  }
}
