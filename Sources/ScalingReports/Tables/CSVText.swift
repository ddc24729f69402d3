/// Cells of CSV (RFC 4180); what cannot be estimated is empty.
enum CSVText {
  /// A number with all of its digits.
  static func number(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? "\($0)" : nil } ?? ""
  }

  /// A text, in quotes where it needs them.
  static func quoted(_ text: String) -> String {
    let special = Set(",\"\n\r".utf8)
    guard text.utf8.contains(where: special.contains) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
