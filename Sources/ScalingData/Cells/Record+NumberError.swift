extension Record {
  /// The place of a cell, for an error.
  func place(_ index: Int, _ names: [String]) -> DataPlace {
    DataPlace(line: line + 1, column: names[index])
  }

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
      if let plain = Self.withDecimalPoint(text) {
        return DataError(
          .groupedNumber, at: place, "\"\(text)\" has a decimal comma",
          nextStep: "Write \(plain).")
      }
      if Self.looksLikeDate(text) {
        return DataError(
          .notANumber, at: place, "\"\(text)\" is no day of the calendar",
          nextStep: "Write dates as 2025-01-31, or leave the cell empty if it is missing.")
      }
      return DataError(
        .notANumber, at: place, "\"\(text)\" is not a number",
        nextStep: "Write a number such as 0.42, or leave the cell empty if it is missing.")
    }
  }

  /// A text of digits around one comma, with a point instead.
  private static func withDecimalPoint(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].utf8.allSatisfy(isDigit) else { return nil }
    let whole = parts[0].first == "-" ? parts[0].dropFirst() : parts[0]
    guard !whole.isEmpty, whole.utf8.allSatisfy(isDigit) else { return nil }
    return parts.joined(separator: ".")
  }

  /// Four digits and two further groups of them, as in 2025-13-01.
  private static func looksLikeDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].utf8.count == 4
      && parts.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
