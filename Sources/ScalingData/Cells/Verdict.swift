/// Whether a sample is right, as tables write it.
enum Verdict: UInt8 {
  case wrong = 0
  case right = 1

  /// Reads what programs write, 1 and 0, true and false, in a cell that lies in a block; `nil` for
  /// anything else.
  @inline(always)
  init?(padded cell: UnsafeBufferPointer<UInt8>) {
    guard cell.count > 0 else { return nil }
    let word = WrittenWord(cell.paddedWord(at: 0))
    switch cell.count {
    case 1 where cell[0] &- UInt8(ascii: "0") <= 1:
      self = cell[0] == UInt8(ascii: "1") ? .right : .wrong
    case 4 where word.isTrue: self = .right
    case 5 where word.isFalse: self = .wrong
    default: return nil
    }
  }

  /// Reads true, false, yes, no in any case, 1 and 0, also as 1.0 and 0.0; `nil` for anything
  /// else.
  @inline(never)
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
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
