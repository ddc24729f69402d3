extension RoleResolution {
  /// The two columns without which there is no curve.
  struct RequiredColumns {
    let x: Int
    let y: Int
  }

  /// Both axes.
  ///
  /// - Throws: an error that lists the columns when one could not be guessed.
  func requiredColumns(file: String) throws(DataError) -> RequiredColumns {
    guard let y else { throw notGuessed("y", "measured values", file) }
    guard let x else { throw notGuessed("x", "horizontal axis", file) }
    return RequiredColumns(x: x, y: y)
  }

  private func notGuessed(_ role: String, _ meaning: String, _ file: String) -> DataError {
    DataError(
      .columnNotGuessed, at: DataPlace(file: file),
      "no column has a well-known name for \(role), the \(meaning)",
      nextStep: "Name one with --\(role). The columns are \(columnList).")
  }
}
