/// Decides once per column whether an axis holds dates.
enum DateReading {
  /// Whether the values of x are dates. A year alone counts as one among dates.
  ///
  /// - Throws: an error when dates and other numbers are mixed.
  static func holdsDates(
    _ rows: RowFacts, column: String, files: [String]
  ) throws(DataError) -> Bool {
    guard let dated = rows.dated else { return false }
    guard let other = rows.undated else { return true }
    throw DataError(
      .mixedDates, at: other.place(files, column),
      "\(other.value) is not a date, but the cell on \(dated.line(besides: other, files)) is one",
      nextStep: "Write every date as YYYY-MM-DD, YYYY-MM or YYYY.")
  }
}
