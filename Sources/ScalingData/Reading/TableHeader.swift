/// The names of the columns, and the lines above the first row.
struct TableHeader {
  let names: [String]
  /// Lines above the first row, the header and comments among them.
  let lineCount: Int
  let commentCount: Int
  let format: RecordFormat

  /// The position of a column, exactly as the header spells it.
  ///
  /// - Throws: an error that suggests the nearest name, or one about a name that occurs twice.
  func index(of name: String, option: String, file: String) throws(DataError) -> Int {
    let matches = names.indices.filter { names[$0] == name }
    if matches.count > 1 {
      throw DataError(
        .duplicateColumn, at: DataPlace(file: file, line: lineCount),
        "the name \"\(CellText.shortened(name))\" stands over columns "
          + matches.map { String($0 + 1) }.joined(separator: " and "),
        nextStep: "Rename one of them.")
    }
    if let match = matches.first { return match }
    let folded = names.indices.filter { names[$0].lowercased() == name.lowercased() }
    if folded.count == 1 { return folded[0] }
    let suggestion = NearestName.suggestion(for: name, among: names)
    let hint = suggestion.map { "Did you mean \"\($0)\"? " } ?? ""
    throw DataError(
      .unknownColumn, at: DataPlace(file: file),
      "there is no column \"\(CellText.shortened(name))\" (\(option))",
      nextStep: "\(hint)The columns are \(list).")
  }

  /// The names for a message: at most twelve.
  var list: String {
    let shown = names.prefix(12).map { $0.isEmpty ? "\"\"" : CellText.shortened($0) }
    let rest = names.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
