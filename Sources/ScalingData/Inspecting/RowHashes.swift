/// Recognises rows that occurred before, by their 64-bit hashes, up to a limit of memory.
///
/// Rows are dealt to parts by their hash and compared at the end, part by part: a part fits
/// into the cache, a table of all rows would not.
struct RowHashes {
  /// The largest number of rows that is compared: rows that were written twice by mistake show
  /// early, and comparing all of a large table would cost a tenth of reading it.
  static let limit = 250_000
  private static let partBits = 8

  private(set) var count = 0
  private var parts: [GrowingBuffer<RowMark>]

  init() {
    parts = (0..<(1 << Self.partBits)).map { _ in GrowingBuffer(capacity: 4) }
  }

  func deallocate() {
    for part in parts { part.deallocate() }
  }

  /// Whether later rows are not compared any more.
  var isFull: Bool { count >= Self.limit }

  /// Adds the rows of a block.
  mutating func insert(_ rows: GrowingBuffer<RowMark>, startingAt line: Int) {
    let added = min(rows.count, Self.limit - count)
    count += added
    parts.withUnsafeMutableBufferPointer { parts in
      for index in 0..<added {
        let row = rows.base[index]
        parts[Int(truncatingIfNeeded: row.hash &>> UInt64(64 - Self.partBits))].append(
          RowMark(hash: row.hash, line: row.line &+ line))
      }
    }
  }

  /// The rows that repeat an earlier one.
  var duplicates: DuplicateRows {
    var found = DuplicateRows()
    let largest = parts.map(\.count).max() ?? 0
    var size = 16
    while size < largest * 2 { size *= 2 }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { slots in
      for part in parts where part.count > 0 {
        slots.initialize(repeating: 0)
        for row in part.elements {
          let hash = row.hash | 1
          var slot = Int(truncatingIfNeeded: hash &>> 8) & (size - 1)
          while slots[slot] != 0, slots[slot] != hash { slot = (slot &+ 1) & (size - 1) }
          if slots[slot] == hash { found.add(row.line) }
          slots[slot] = hash
        }
      }
    }
    return found
  }
}

/// The hash of a row and its line, counted from 0.
struct RowMark: BitwiseCopyable {
  let hash: UInt64
  let line: Int
}

/// How many rows repeat an earlier one, and where the first of them is.
struct DuplicateRows {
  private(set) var count = 0
  private(set) var firstLine: Int?

  mutating func add(_ line: Int) {
    count += 1
    firstLine = min(line, firstLine ?? line)
  }
}
