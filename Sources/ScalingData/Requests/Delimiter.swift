/// The character between two cells of a record.
public enum Delimiter: String, Sendable, Equatable, CaseIterable, CustomStringConvertible {
  /// Comma-separated values.
  case comma
  /// Tab-separated values.
  case tab
  /// Semicolons, written by spreadsheets in countries with a decimal comma.
  case semicolon

  /// The character as a byte.
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    }
  }

  /// The name: comma, tab or semicolon.
  public var description: String { rawValue }

  /// The delimiter of a header line: the one that occurs outside quotes; of comma and tab the
  /// more frequent one; a semicolon only where there is neither; a `.tsv` file prefers the tab.
  static func detected(inHeader header: UnsafeBufferPointer<UInt8>, prefersTab: Bool) -> Delimiter {
    var commas = 0
    var tabs = 0
    var semicolons = 0
    var isQuoted = false
    for byte in header {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      switch byte {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "\t"): tabs += 1
      case UInt8(ascii: ";"): semicolons += 1
      default: break
      }
    }
    if tabs > 0, prefersTab || tabs > commas { return .tab }
    if commas > 0 { return .comma }
    if semicolons > 0 { return .semicolon }
    return prefersTab ? .tab : .comma
  }
}
