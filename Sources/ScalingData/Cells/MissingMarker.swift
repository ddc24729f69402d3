/// The ways in which tables say that a value is missing.
enum MissingMarker {
  /// Whether a cell is empty, a dash, or NA, N/A, NaN, None, nil or null in any case.
  static func matches(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= 4 else { return false }
    if cell.isEmpty { return true }
    return words.contains { word in
      word.count == cell.count && zip(word, cell).allSatisfy { $0 == $1 | caseBit($1) }
    }
  }

  private static func caseBit(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? 0x20 : 0
  }

  private static let words = ["-", "na", "n/a", "nan", "null", "none", "nil"].map { Array($0.utf8) }
}
