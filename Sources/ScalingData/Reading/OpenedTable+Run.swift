/// What is known about an input after its last byte.
struct ReadingOutcome {
  let digest: String?
  let notes: [String]
  let rowCount: Int
}

extension OpenedTable {
  /// Reads every record into a reducer and closes the input.
  func run<Reducer: RecordReducer>(
    _ reducer: Reducer, threads: Int
  ) throws(DataError) -> ReadingOutcome {
    let reading = ParallelReading(
      feed, reducer: reducer, format: header.format, columnCount: header.names.count,
      firstLine: header.lineCount)
    defer { reading.feed.deallocate() }
    do throws(DataError) {
      try reading.run(threads: threads)
    } catch {
      throw error.located(in: location.description)
    }
    var notes: [String] = []
    if isDelimiterDetected, case .delimited(let delimiter) = header.format, delimiter != .comma {
      notes.append("\(location): cells are separated by a \(delimiter) (from the header)")
    }
    if let key = reading.unreadKey {
      notes.append(
        "\(location): the key \"\(CellText.shortened(key.name))\" first appears on line "
          + "\(key.line), below the rows from which the columns are taken, and is not read")
    }
    let comments = header.commentCount + reading.commentCount
    if comments > 0 {
      notes.append(
        "\(location): \(comments) comment \(comments == 1 ? "line" : "lines") left out")
    }
    return ReadingOutcome(
      digest: feed.source.finishedDigest(), notes: notes, rowCount: reading.recordCount)
  }
}
