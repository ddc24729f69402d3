/// Distinct byte strings, numbered in order of first appearance.
///
/// Open addressing over 64-bit hashes; the bytes lie one after the other in one buffer, so that
/// a cell becomes a number without a string per row. Cells must lie in memory that goes on for
/// eight bytes behind them, as in a block: they are compared word by word. The owner calls
/// `deallocate`.
struct KeyTable {
  private struct Entry {
    var hash: UInt64
    var start: Int
    var count: Int
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
  subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + entries[index].start, count: entries[index].count)
  }

  /// A key as text.
  func text(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  /// The hash of a key, as `hash(of:)` gives it.
  func hash(_ index: Int) -> UInt64 { entries[index].hash }

  /// The number of a key, which is added when it is new.
  @inline(__always)
  mutating func intern(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return insert(key, hash, slot) }
      let entry = entries[index]
      if entry.hash == hash, entry.count == key.count, isEqual(entry.start, key) {
        return index
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Compares a stored key with a cell of the same length, a word at a time.
  @inline(__always)
  private func isEqual(_ start: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = key.baseAddress else { return true }
    let mine = UnsafeRawPointer(bytes + start)
    let other = UnsafeRawPointer(base)
    var offset = 0
    var difference: UInt64 = 0
    while key.count &- offset >= 8 {
      difference |=
        mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      offset &+= 8
    }
    let rest = UInt64(truncatingIfNeeded: key.count &- offset) &* 8
    if rest > 0 {
      let last =
        mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        ^ other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      difference |= UInt64(littleEndian: last) & ((1 &<< rest) &- 1)
    }
    return difference == 0
  }

  private mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ slot: Int
  ) -> Int {
    reserveBytes(key.count)
    if let base = key.baseAddress { (bytes + byteCount).update(from: base, count: key.count) }
    entries[count] = Entry(hash: hash, start: byteCount, count: key.count)
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
      var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
