/// Distinct byte strings, numbered in order of first appearance.
///
/// A key may have an owner, a number: the same bytes of two owners are two keys, so that one
/// table holds the answers to every question.
///
/// Open addressing over 64-bit hashes; the bytes lie one after the other in one buffer, so that
/// a cell becomes a number without a string per row. Cells must lie in memory that goes on for
/// eight bytes behind them, as in a block: they are compared word by word. The owner calls
/// `deallocate`.
struct KeyTable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: UInt32
    var owner: UInt32

    /// Where the search for the key starts, before it is cut to the size of the table.
    @inline(__always)
    static func slot(_ hash: UInt64, _ owner: UInt32) -> Int {
      Int(truncatingIfNeeded: hash ^ (UInt64(owner) &* 0x9e37_79b9_7f4a_7c15 &>> 24))
    }
  }

  private(set) var count = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 1_024

  init(minimumCapacity: Int = 64) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: -1, count: size)
    entries = .allocate(capacity: size / 2)
    bytes = Self.zeroedBytes(byteCapacity)
  }

  func deallocate() {
    entries.deallocate()
    slots.deallocate()
    bytes.deallocate()
  }

  /// The bytes of a key.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + entries[index].start, count: Int(entries[index].count))
  }

  /// A key as text.
  func text(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  /// The hash of a key.
  func hash(_ index: Int) -> UInt64 { entries[index].hash }

  /// The owner of a key.
  func owner(_ index: Int) -> Int { Int(entries[index].owner) }

  /// The number of a key, which is added when it is new; `hash` is that of `ByteHash`.
  @inline(__always)
  mutating func intern(
    _ key: UnsafeBufferPointer<UInt8>, hash: UInt64, owner: Int = 0
  ) -> Int {
    let found = position(of: key, hash, UInt32(truncatingIfNeeded: owner))
    return found.index >= 0
      ? found.index : insert(key, hash, UInt32(truncatingIfNeeded: owner), found.slot)
  }

  /// The number of a key, when it is there.
  @inline(__always)
  func index(of key: UnsafeBufferPointer<UInt8>, hash: UInt64, owner: Int = 0) -> Int? {
    let index = position(of: key, hash, UInt32(truncatingIfNeeded: owner)).index
    return index < 0 ? nil : index
  }

  private struct Position {
    /// The number of the key, or −1.
    let index: Int
    /// The slot in which it is or would be.
    let slot: Int
  }

  @inline(__always)
  private func position(
    of key: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ owner: UInt32
  ) -> Position {
    let count = UInt32(truncatingIfNeeded: key.count)
    var slot = Entry.slot(hash, owner) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return Position(index: -1, slot: slot) }
      let entry = entries[index]
      if entry.hash == hash, entry.owner == owner, entry.count == count,
        key.count <= ByteHash.uniqueCount || self[index].equalsPadded(key)
      {
        return Position(index: index, slot: slot)
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(never)
  private mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ owner: UInt32, _ slot: Int
  ) -> Int {
    reserveBytes(key.count)
    if let base = key.baseAddress { (bytes + byteCount).update(from: base, count: key.count) }
    entries[count] = Entry(
      hash: hash, start: byteCount, count: UInt32(truncatingIfNeeded: key.count), owner: owner)
    slots[slot] = Int32(count)
    byteCount += key.count
    count += 1
    if count * 2 > mask { growSlots() }
    return count - 1
  }

  private mutating func reserveBytes(_ more: Int) {
    guard byteCount + more > byteCapacity else { return }
    byteCapacity = max(byteCapacity * 2, byteCount + more)
    let larger = Self.zeroedBytes(byteCapacity)
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
  }

  /// Memory for keys with room behind the last one for a whole word.
  private static func zeroedBytes(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 8)
    bytes.initialize(repeating: 0, count: capacity + 8)
    return bytes
  }

  private mutating func growSlots() {
    let size = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: -1, count: size)
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: size / 2)
    larger.update(from: entries, count: count)
    entries.deallocate()
    entries = larger
    mask = size - 1
    for index in 0..<count {
      var slot = Entry.slot(entries[index].hash, entries[index].owner) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
