/// The list items that a line of Markdown is in, by the columns at which their content begins
/// (CommonMark 0.31, section 5.2).
struct ListItems {
  private var columns: [Int] = []
  private var isAfterBlank = true
  /// Whether the last line was code by its indentation.
  private var isInCode = false

  /// The column at which the content of the innermost item begins; 0 outside of lists.
  var column: Int { columns.last ?? 0 }

  /// Goes on to the next line, and says whether it is code by its indentation: four columns deeper
  /// than its item, after an empty line.
  mutating func enter(_ line: String) -> Bool {
    guard !line.trimmed.isEmpty else {
      isAfterBlank = true
      return false
    }
    let indent = Self.indent(line)
    while let last = columns.last, indent < last { columns.removeLast() }
    isInCode = indent >= column + 4 && (isAfterBlank || isInCode)
    isAfterBlank = false
    guard !isInCode else { return true }
    while let width = Self.markerWidth(line.dropFirst(column)) { columns.append(column + width) }
    return false
  }

  /// A line within the innermost item.
  func content(_ line: String) -> String {
    String(line.dropFirst(min(column, line.prefix { $0 == " " }.count)))
  }

  private static func indent(_ line: String) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $1 == "\t" ? ($0 / 4 + 1) * 4 : $0 + 1 }
  }

  /// The width of the marker that a text begins with, and of the spaces around it.
  private static func markerWidth(_ text: Substring) -> Int? {
    let indent = text.prefix { $0 == " " }.count
    guard indent <= 3 else { return nil }
    let rest = text.dropFirst(indent)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
    let mark = rest.dropFirst(digits)
    guard let first = mark.first,
      digits == 0 ? "-*+".contains(first) : digits <= 9 && ".)".contains(first)
    else { return nil }
    let spaces = mark.dropFirst().prefix { $0 == " " }.count
    guard spaces > 0, mark.count > 1 + spaces else { return nil }
    // More than four spaces are one, and code in the item.
    return indent + digits + 1 + (spaces > 4 ? 1 : spaces)
  }
}
