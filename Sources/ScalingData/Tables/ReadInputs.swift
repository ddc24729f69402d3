/// The inputs of one table that are read already, with what is to be said about them.
struct ReadInputs {
  private(set) var identities: [InputIdentity] = []
  private(set) var notes: [String] = []

  /// The paths as they were given.
  var paths: [String] { identities.map(\.path) }

  /// Reads an opened input to its end.
  mutating func read<Reducer: RecordReducer>(
    _ table: OpenedTable, into reducer: Reducer, threads: Int
  ) throws(DataError) {
    let outcome = try table.run(reducer, threads: threads)
    notes += outcome.notes
    identities.append(
      InputIdentity(
        path: table.location.description, sha256: outcome.digest, rows: outcome.rowCount))
  }

  /// - Throws: an error when there was no row, or none that meets the conditions.
  func requireRows(
    seen: Int, matching: Int, _ conditions: [RowCondition]
  ) throws(DataError) {
    let place = DataPlace(file: paths.joined(separator: ", "))
    guard seen > 0 else {
      throw DataError(
        .noRows, at: place, "there is a header, but no row", nextStep: "Add rows below it.")
    }
    guard matching > 0 else {
      let list = conditions.map { "'\($0)'" }.joined(separator: " and ")
      throw DataError(
        .noMatchingRow, at: place, "none of the \(seen) rows meets \(list)",
        nextStep: "Look at the values with: scaling inspect.")
    }
  }
}

extension OpenedTable {
  /// What follows from the header; where that fails the input is closed and named.
  func closedOnError<Outcome>(
    _ body: () throws(DataError) -> Outcome
  ) throws(DataError) -> Outcome {
    do throws(DataError) {
      return try body()
    } catch {
      feed.deallocate()
      throw error.located(in: location.description)
    }
  }
}
