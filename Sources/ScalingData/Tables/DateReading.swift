/// Decides once per column whether an axis holds dates.
enum DateReading {
  /// Whether the values of x are dates. A year alone counts as one among dates.
  ///
  /// - Throws: an error when dates and other numbers are mixed.
  static func holdsDates(
    _ rows: [KeptRow], column: String, files: [String]
  ) throws(DataError) -> Bool {
    guard let dated = rows.first(where: { $0.xKind == .date }) else { return false }
    let other = rows.first { row in
      row.xKind != .date && !(row.xKind == .number && DateCell.isYear(row.x))
    }
    guard let other else { return true }
    throw DataError(
      .mixedDates,
      at: DataPlace(file: files[Int(other.inputIndex)], line: other.line, column: column),
      "\(other.x) is not a date, but the cell on line \(dated.line)"
        + (dated.inputIndex == other.inputIndex ? "" : " of \(files[Int(dated.inputIndex)])")
        + " is one",
      nextStep: "Write every date as YYYY-MM-DD, YYYY-MM or YYYY.")
  }
}
