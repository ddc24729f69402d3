/// A condition on one column that keeps or drops a row: `votes<=64`, `model=o1-mini`.
///
/// Two numbers compare as numbers, two ISO dates as dates, anything else as text. An empty
/// value means a missing cell: `notes=` keeps rows without notes. A missing cell is neither
/// smaller nor larger than anything.
public struct RowCondition: Sendable, Equatable, CustomStringConvertible {
  /// How a cell is compared with the value.
  public enum Comparison: String, Sendable, Equatable, CaseIterable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// The name of the column.
  public let column: String
  /// The comparison.
  public let comparison: Comparison
  /// The value to compare with.
  public let value: String

  /// Creates a condition from its parts.
  public init(column: String, _ comparison: Comparison, _ value: String) {
    self.column = column
    self.comparison = comparison
    self.value = value
  }

  /// Reads a condition as written on the command line. Spaces around the parts and double
  /// quotes around the value are left out; `==` is `=`.
  ///
  /// - Parameters:
  ///   - text: such as `tokens>=1000`.
  ///   - option: the option that a message names.
  /// - Throws: `DataError` when there is no comparison or no column.
  public init(_ text: String, option: String = "--where") throws(DataError) {
    guard let start = text.firstIndex(where: { "=!<>".contains($0) }) else {
      throw Self.error(text, option, "has no comparison")
    }
    let column = text[..<start].trimmed
    let rest = text[start...]
    let sign = ["==", "!=", "<=", ">=", "=", "<", ">"].first { rest.hasPrefix($0) }
    guard let sign, let comparison = Comparison(rawValue: sign == "==" ? "=" : sign) else {
      throw Self.error(text, option, "has no comparison")
    }
    guard !column.isEmpty else { throw Self.error(text, option, "names no column") }
    var value = rest.dropFirst(sign.count).trimmed
    if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
      value = String(value.dropFirst().dropLast())
    }
    if value.isEmpty, comparison != .equal, comparison != .notEqual {
      throw Self.error(text, option, "compares with nothing")
    }
    self.init(column: column, comparison, value)
  }

  /// The condition as on the command line.
  public var description: String { "\(column)\(comparison.rawValue)\(value)" }

  private static func error(_ text: String, _ option: String, _ problem: String) -> DataError {
    DataError(
      .invalidCondition, at: DataPlace(),
      "the condition \"\(CellText.shortened(text))\" \(problem)",
      nextStep: "Write \(option) 'COLUMN=VALUE', or !=, <, <=, > or >= in place of =.")
  }
}
