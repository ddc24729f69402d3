import Testing

@testable import ScalingData

@Suite struct ValueReadingTests {
  struct Column: Sendable {
    let name: String
    let cells: String
    let unit: ValueUnit
    let values: [Double]
    var note: String?
  }

  static let columns = [
    Column(
      name: "accuracy", cells: "0.5\n1", unit: .fraction, values: [0.5, 1],
      note: "accuracy: fractions, all values lie in 0...1"),
    Column(
      name: "accuracy", cells: "50\n100", unit: .percent, values: [0.5, 1],
      note: "accuracy: percents, because the largest value is 100.0; divided by 100"),
    Column(
      name: "accuracy", cells: "0.1\n0.2\n75", unit: .percent, values: [0.001, 0.002, 0.75],
      note: "accuracy: percents, because the largest value is 75.0; divided by 100; 2 of 3 values "
        + "are at most 1, so fractions and percents may be mixed"),
    Column(
      name: "Score", cells: "50%\n0.5%", unit: .percent, values: [0.5, 0.005],
      note: "Score: percents, from their signs; divided by 100"),
    Column(name: "loss", cells: "3.5\n120", unit: .number, values: [3.5, 120]),
  ]

  @Test(arguments: columns)
  func unitsAreRecognisedPerColumn(column: Column) throws {
    let rows = column.cells.split(separator: "\n").enumerated().map { "\($0 + 1),\($1)" }
    let table = try read((["tokens,\(column.name)"] + rows).joined(separator: "\n"))
    #expect(table.y.unit == column.unit)
    #expect(table.series[0].observations.map(\.y) == column.values)
    if let note = column.note { #expect(table.notes.last == note) }
  }

  @Test func aForcedUnitWins() throws {
    let text = "tokens,accuracy\n1,0.5\n2,1\n"
    let percent = try read(text) { $0.valueUnit = .percent }
    #expect(percent.series[0].observations.map(\.y) == [0.005, 0.01])
    let number = try read("tokens,accuracy\n1,-3\n2,250\n") { $0.valueUnit = .number }
    #expect(number.series[0].observations.map(\.y) == [-3, 250])
  }

  @Test(arguments: [
    (
      "83.3%\n0.833",
      "table.csv, line 3, column \"accuracy\": 0.833 has no percent sign, but the value on line 2 "
        + "has one. Write the whole column with percent signs or without."
    ),
    (
      "0.5\n-0.1",
      "table.csv, line 3, column \"accuracy\": -0.1 is not an accuracy between 0 and 100. Correct "
        + "the value, or read the column as plain numbers with --y-unit number."
    ),
    (
      "0.5\n101",
      "table.csv, line 3, column \"accuracy\": 101 is not an accuracy between 0 and 100. Correct "
        + "the value, or read the column as plain numbers with --y-unit number."
    ),
  ])
  func impossibleAccuraciesAreRefused(cells: String, expected: String) throws {
    let rows = cells.split(separator: "\n").enumerated().map { "\($0 + 1),\($1)" }
    #expect(try message((["tokens,accuracy"] + rows).joined(separator: "\n")) == expected)
  }

  @Test func aForcedFractionRefusesPercents() throws {
    #expect(
      try message("tokens,accuracy\n1,50\n") { $0.valueUnit = .fraction }
        == "table.csv, line 2, column \"accuracy\": 50 is not a fraction between 0 and 1. Correct "
        + "the value, or read the column as plain numbers with --y-unit number.")
    #expect(
      try message("tokens,accuracy\n1,50%\n") { $0.valueUnit = .fraction }
        == "table.csv, line 2, column \"accuracy\": 50.0% is a percent, not a fraction. Leave "
        + "--y-unit out.")
  }
}
