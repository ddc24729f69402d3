extension Record {
  /// What is wrong with a cell where a number belongs: not finite, commas, or text.
  func numberError(_ index: Int, _ kind: CellKind, column: String) -> DataError {
    let text = CellText.shortened(self[index])
    let place = DataPlace(line: line + 1, column: column)
    switch kind {
    case .notFinite:
      return DataError(
        .notFinite, at: place, "\"\(text)\" is not a finite number",
        nextStep: "Leave the cell empty if the value is missing.")
    case .grouped:
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let isDecimal = parts.count == 2 && (parts[1].count != 3 || ["0", "-0"].contains(parts[0]))
      let plain = parts.joined(separator: isDecimal ? "." : "")
      return DataError(
        .groupedNumber, at: place,
        isDecimal
          ? "\"\(text)\" has a decimal comma" : "\"\(text)\" has commas between its digits",
        nextStep: "Write \(plain).")
    default:
      return DataError(
        .notANumber, at: place, "\"\(text)\" is not a number",
        nextStep: "Write a number such as 0.42, or leave the cell empty if it is missing.")
    }
  }
}
