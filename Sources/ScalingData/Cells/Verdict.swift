/// Whether a sample is right, as tables write it.
enum Verdict: UInt8 {
  case wrong = 0
  case right = 1

  /// Reads true, false, yes, no in any case, 1 and 0, also as 1.0 and 0.0; `nil` for anything
  /// else.
  @inline(__always)
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    if cell.count == 1 {
      self.init(rawValue: cell[0] &- UInt8(ascii: "0"))
    } else {
      self.init(word: cell)
    }
  }

  @inline(never)
  private init?(word cell: UnsafeBufferPointer<UInt8>) {
    if Self.isWord(cell, "true") || Self.isWord(cell, "yes") {
      self = .right
    } else if Self.isWord(cell, "false") || Self.isWord(cell, "no") {
      self = .wrong
    } else {
      let scan = NumberScan(cell)
      guard scan.isNumber, scan.value == 0 || scan.value == 1 else { return nil }
      self = scan.value == 1 ? .right : .wrong
    }
  }

  private static func isWord(_ cell: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    guard cell.count == word.utf8CodeUnitCount else { return false }
    return cell.indices.allSatisfy { cell[$0] | 0x20 == word.utf8Start[$0] }
  }
}
