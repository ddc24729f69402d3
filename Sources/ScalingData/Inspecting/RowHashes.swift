/// Recognises rows that occurred before, by their 64-bit hashes, up to a limit of memory.
struct RowHashes {
  /// The largest number of different rows that is remembered (16 MiB of hashes).
  static let limit = 1_500_000

  private(set) var duplicateCount = 0
  private(set) var firstDuplicateLine: Int?
  private(set) var count = 0
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int

  init() {
    mask = 1_023
    slots = .allocate(capacity: 1_024)
    slots.initialize(repeating: 0, count: 1_024)
  }

  func deallocate() {
    slots.deallocate()
  }

  /// Whether later rows are not compared any more.
  var isFull: Bool { count >= Self.limit }

  /// Adds the rows of a block.
  mutating func insert(_ rows: [RowMark], startingAt line: Int) {
    for row in rows {
      if isFull { return }
      let hash = row.hash | 1
      var slot = start(hash)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot &+ 1) & mask }
      if slots[slot] == hash {
        duplicateCount += 1
        firstDuplicateLine = firstDuplicateLine ?? line + Int(row.line) + 1
        continue
      }
      slots[slot] = hash
      count &+= 1
      if count &* 4 > mask &* 3 { grow() }
    }
  }

  @inline(__always)
  private func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> 8) & mask
  }

  private mutating func grow() {
    let old = slots
    let oldSize = mask + 1
    let size = oldSize * 4 > 1 << 21 ? oldSize * 2 : oldSize * 4
    slots = .allocate(capacity: size)
    slots.initialize(repeating: 0, count: size)
    mask = size - 1
    for index in 0..<oldSize where old[index] != 0 {
      var slot = start(old[index])
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = old[index]
    }
    old.deallocate()
  }
}

/// The hash of a row and its line in the block.
struct RowMark {
  let hash: UInt64
  let line: UInt32
}
