import Testing

@testable import ScalingData

@Suite struct SeriesTableReadingTests {
  @Test func observationsAreSortedAndReplicatesKept() throws {
    let table = try read("tokens,accuracy\n4,0.4\n1,0.1\n4,0.3\n2,0.2\n")
    #expect(
      table.series == [
        Series(
          name: "table",
          observations: [
            Observation(x: 1, y: 0.1, line: 3), Observation(x: 2, y: 0.2, line: 5),
            Observation(x: 4, y: 0.4, line: 2), Observation(x: 4, y: 0.3, line: 4),
          ])
      ])
  }

  /// 400 rows of 40 series, whose last ones have no row in the first block.
  private static let manySeries =
    "model,tokens,accuracy,cost\n"
    + (0..<400).map { "m\($0 / 20 + $0 % 20),\($0 % 7 + 1),0.\(100 + $0),\($0)\n" }.joined()

  @Test(arguments: [1, 3], [300, 1 << 20])
  func seriesBeyondALimitAreCountedOnly(threads: Int, blockSize: Int) throws {
    let limits = ReadingLimits(blockSize: blockSize)
    let all = try read(Self.manySeries, limits: limits) {
      ($0.series, $0.predictors) = (["model"], ["cost"])
    }
    let some = try read(Self.manySeries, limits: limits) {
      ($0.series, $0.predictors, $0.seriesLimit, $0.threads) = (["model"], ["cost"], 5, threads)
    }
    #expect(some.series == Array(all.series.prefix(5)))
    #expect(all.series.count == 39 && some.omitted.series == 34)
    #expect(some.omitted.observations == 400 - some.observationCount)
    #expect(some.y == all.y && some.notes == all.notes && all.omitted == .none)
    #expect(some.holdingOut(largest: 1).omitted == some.omitted)
  }

  @Test(arguments: [
    ("b,2,1.5", "table.csv, line 4, column \"accuracy\": 1.5 is not a fraction between 0 and 1"),
    ("b,2,high", "table.csv, line 4, column \"accuracy\": \"high\" is not a number"),
    ("b,2024-01-01,0.5", "table.csv, line 2, column \"tokens\": 1.0 is not a date, but the cell"),
  ])
  func rowsOfSeriesBeyondALimitAreCheckedAsWell(row: String, problem: String) throws {
    let message = try message("model,tokens,accuracy\na,1,0.5\na,2,0.6\n\(row)\n") {
      ($0.seriesLimit, $0.valueUnit) = (1, .fraction)
    }
    #expect(message.hasPrefix(problem), "\(message)")
  }

  @Test func rowsWithoutAValueAreCountedInANote() throws {
    let table = try read("tokens,accuracy\n1,0.1\n,0.2\n3,NA\n")
    #expect(table.observationCount == 1)
    #expect(table.notes.last == "2 rows without tokens or accuracy left out")
  }

  @Test func filesAreMatchedByColumnName() throws {
    let first = try TemporaryTable("tokens,accuracy\n1,0.1\n")
    let second = try TemporaryTable("accuracy,tokens\n0.2,2\n")
    let table = try SeriesTable(
      reading: TableRequest(inputs: [first.location, second.location], needsDigest: true))
    #expect(table.series[0].observations.map(\.x) == [1, 2])
    #expect(table.series[0].observations.map(\.inputIndex) == [0, 1])
    #expect(table.inputs.map(\.rows) == [1, 1])
    #expect(
      table.inputs[0].sha256
        == "10224e80393159079d7020c754ab781777f8857a9f00afc41895fc95d3493478")
  }

  @Test(arguments: [
    ("tokens,score\n1,0.1\n", "lacks the column \"accuracy\""),
    ("tokens,accuracy,note\n1,0.1,0\n", "has one more column, \"note\""),
  ])
  func filesWithOtherColumnsAreRefused(text: String, problem: String) throws {
    let first = try TemporaryTable("tokens,accuracy\n1,0.1\n")
    let second = try TemporaryTable(text)
    let error = #expect(throws: DataError.self) {
      try SeriesTable(reading: TableRequest(inputs: [first.location, second.location]))
    }
    #expect(
      error?.description
        == "\(second.path): the header \(problem), unlike \(first.path). Files that "
        + "are read together need the same columns, in any order.")
  }

  @Test(arguments: [
    (
      "tokens,accuracy\n1,n/k\n",
      "table.csv, line 2, column \"accuracy\": \"n/k\" is not a number. Write a number such as "
        + "0.42, or leave the cell empty if it is missing."
    ),
    (
      "tokens,accuracy\n\"1,000\",0.1\n",
      "table.csv, line 2, column \"tokens\": \"1,000\" has commas between its digits. Write 1000."
    ),
    (
      "tokens,accuracy\n1e400,0.1\n",
      "table.csv, line 2, column \"tokens\": \"1e400\" is not a finite number. Leave the cell empty "
        + "if the value is missing."
    ),
    (
      "tokens,accuracy,items\n1,0.1,0\n",
      "table.csv, line 2, column \"items\": the number of items is 0, but it must be positive. Leave "
        + "the cell empty where the number is unknown."
    ),
    (
      "tokens,accuracy\n1,\n",
      "table.csv: no row has both tokens and accuracy. Choose other columns with --x and --y."
    ),
    (
      "release_date,accuracy\n2024-01-01,0.1\n5.5,0.2\n",
      "table.csv, line 3, column \"release_date\": 5.5 is not a date, but the cell on line 2 is one. "
        + "Write every date as YYYY-MM-DD, YYYY-MM or YYYY."
    ),
  ])
  func cellsThatCannotBeUsedAreRefused(text: String, expected: String) throws {
    #expect(try message(text) { $0.series = [] } == expected)
  }

  @Test func theDelimiterIsDetectedAndNoted() throws {
    let table = try read("tokens;accuracy\n1;0.5\n")
    #expect(table.notes[0].hasSuffix("cells are separated by a semicolon (from the header)"))
    #expect(try read("tokens\taccuracy\n1\t0.5\n", name: "t.tsv").observationCount == 1)
  }

  @Test(arguments: [1, 7, 64, 1_000, 1 << 16], [1, 2, 5])
  func blocksAndThreadsDoNotChangeTheResult(blockSize: Int, threads: Int) throws {
    var random = SeededGenerator(seed: 5)
    var text = "model,tokens,accuracy,n_problems\n"
    for _ in 0..<400 {
      let model = ["a", "\"b, c\"", "d"].randomElement(using: &random)!
      let tokens = Int.random(in: 1...50, using: &random)
      text += "\(model),\(tokens),\(Double.random(in: 0...1, using: &random)),30\n"
    }
    let file = try TemporaryTable(text)
    let request = TableRequest(inputs: [file.location], needsDigest: true)
    var parallel = request
    parallel.threads = threads
    let whole = try SeriesTable(reading: request)
    let limits = ReadingLimits(blockSize: blockSize, recordLimit: 1 << 20)
    // The sample that roles are guessed from must see text, so tiny blocks name the series.
    parallel.series = ["model"]
    var named = request
    named.series = ["model"]
    let expected = try SeriesTable(reading: named)
    let cut = try SeriesTable(reading: parallel, limits: limits)
    #expect(cut.series == expected.series)
    #expect(cut.inputs == whole.inputs)
  }
}
