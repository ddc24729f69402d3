import Testing

@testable import ScalingData

@Suite struct InspectionTests {
  private func inspect(
    _ text: String, limits: ReadingLimits = .standard,
    change: (inout TableRequest) -> Void = { _ in }
  ) throws -> Inspection {
    let file = try TemporaryTable(text)
    var request = TableRequest(inputs: [file.location])
    change(&request)
    return try Inspection(of: request, limits: limits)
  }

  @Test func columnsAreSummarised() throws {
    let inspection = try inspect(
      """
      model,date,cost,share,tokens,accuracy,note,ok
      a,2024-01-01,$1,10%,10,0.1,,true
      a,2024-07-01,$2,20%,100,0.2,,false
      b,2025,$3,30%,1000,0.3,,true
      """)
    #expect(
      inspection.columns.map(\.type) == [
        .text, .date, .dollars, .percent, .number, .number, .empty, .boolean,
      ])
    let tokens = inspection.columns[4]
    #expect(tokens.minimum == 10)
    #expect(tokens.maximum == 1000)
    #expect(tokens.mean == 370)
    #expect(tokens.decades == 2)
    #expect(tokens.distinct == DistinctCount(value: 3, isExact: true))
    #expect(inspection.columns[0].examples == ["a", "b"])
    #expect(inspection.columns[6].missing == 3)
    #expect(inspection.columns[1].maximum == 2025)
  }

  @Test func seriesAreCounted() throws {
    let inspection = try inspect(
      "model,tokens,accuracy\na,10,10\na,20,30\nb,5,\na,20,20\n")
    #expect(
      inspection.series == [
        InspectedSeries(
          name: "a", rows: 3, count: 3, mean: 0.2, xMinimum: 10, xMaximum: 20,
          distinctX: DistinctCount(value: 2, isExact: true)),
        InspectedSeries(
          name: "b", rows: 1, count: 0, mean: nil, xMinimum: 5, xMaximum: 5,
          distinctX: DistinctCount(value: 0, isExact: true)),
      ])
    #expect(inspection.y?.unit == .percent)
  }

  @Test(arguments: [
    ("x,y\n1,2\n3\n", "ragged-rows", "1 row without 2 cells; the first, on line 3, has 1"),
    ("x,y\n1,2\n1.0,2\n", "duplicate-rows", "1 row repeats an earlier row; the first is on line 3"),
    ("x,y\n1,2\n2,2\n", "constant-column", "y is the same in every row"),
    (
      "x,y\n1,2\n2,oops\n3,4\n", "mixed-types",
      "y mixes numbers and text: 1 of 3 cells are text, the first on line 3"
    ),
    (
      "x,y\n1,2\n2,inf\n3,4\n", "not-finite",
      "y has 1 infinite or huge number, the first on line 3"
    ),
    (
      "x,y\n1,\"1,000\"\n2,3\n3,4\n", "grouped-number",
      "y has 1 number with commas between digits, the first on line 2"
    ),
    ("x,y,z\n1,2,\n2,3,4\n", "many-missing", "z is missing in 1 of 2 rows"),
    (
      "x,y\n1,20%\n2,3\n", "mixed-units",
      "y has 1 cells with a percent sign and 1 without; see lines 2 and 3"
    ),
    (
      "x,accuracy\n1,0.5\n2,50\n", "percent-or-fraction",
      "accuracy goes from 0.5 to 50.0: read as percents, but small values may be fractions"
    ),
    (
      "x,accuracy\n1,-0.5\n2,0.5\n", "accuracy-out-of-range",
      "accuracy goes from -0.5 to 0.5, but an accuracy lies in 0...1 or 0...100"
    ),
    (
      "x,y\n1,2\n2,3\n", "narrow-x", "x, the x, goes from 1.0 to 2.0: less than a factor of ten"
    ),
    (
      "x,y\n0,2\n2,3\n", "non-positive-x",
      "x, the x, is 0.0 at its smallest: a logarithm needs positive numbers"
    ),
    (
      "x,y\n1,2\n1,3\n", "replicates",
      "1 of 1 series measure the same x more than once, such as table"
    ),
    (
      "x,y\n1,2\n9,3\n", "short-series",
      "1 of 1 series have fewer than 4 different x, such as table"
    ),
    (
      "x,accuracy,items\n1,0.35,30\n2,0.3667,30\n", "not-multiple-of-items",
      "1 of 2 values of accuracy are no whole number of right answers out of items"
    ),
    ("x,y,y\n1,2,3\n", "duplicate-name", "columns 2 and 3 have the same name, y"),
    ("x,y,\n1,2,3\n", "empty-name", "column 3 has no name"),
    ("x,y\n", "no-rows", "there is a header, but no row to look at"),
  ])
  func whatLooksWrongIsAFinding(text: String, code: String, message: String) throws {
    let findings = try inspect(text).findings
    let expected = InspectionFinding(
      code: try #require(InspectionFinding.Code(rawValue: code)), message: message)
    #expect(findings.contains(expected), "\(findings.map(\.message))")
  }

  @Test func textThatIsNotUTF8IsAFinding() throws {
    let file = try TemporaryTable(bytes: Array("x,y\n1,2\n2,".utf8) + [0xff, 0x0a])
    let inspection = try Inspection(of: TableRequest(inputs: [file.location]))
    #expect(inspection.findings.contains { $0.message == "y has text that is not UTF-8 on line 3" })
  }

  @Test func manyValuesAreCountedUpToALimit() throws {
    let rows = (0..<3_000).map { "\($0),name \($0),\($0 % 1_000)" }
    let inspection = try inspect((["x,y,z"] + rows).joined(separator: "\n"))
    #expect(
      inspection.columns.map(\.distinct) == [
        DistinctCount(value: 1_000, isExact: false), DistinctCount(value: 1_000, isExact: false),
        DistinctCount(value: 1_000, isExact: true),
      ])
  }

  @Test func aSeriesHasAtMostSoManyDifferentX() throws {
    let rows = (0..<200).map { "\($0 + 1),1" }
    let inspection = try inspect((["x,y"] + rows).joined(separator: "\n"))
    #expect(inspection.series[0].distinctX == DistinctCount(value: 64, isExact: false))
  }

  @Test(arguments: [2, 3, 8])
  func threadsDoNotChangeTheResult(threads: Int) throws {
    var random = SeededGenerator(seed: 9)
    var text = "model,benchmark,tokens,value\n"
    for index in 0..<3_000 {
      let value = Double.random(in: 0...1, using: &random)
      text += "m\(index % 7),b\(index % 3),\(Int.random(in: 1...999, using: &random)),\(value)\n"
    }
    let file = try TemporaryTable(text)
    let limits = ReadingLimits(blockSize: 4_096)
    var request = TableRequest(inputs: [file.location])
    let alone = try Inspection(of: request, limits: limits)
    request.threads = threads
    #expect(try Inspection(of: request, limits: limits) == alone)
    #expect(alone.series.count == 21)
  }
}
