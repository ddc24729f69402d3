#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distinct byte strings, numbered in order of first appearance.
///
/// Open addressing over 64-bit hashes; the bytes lie one after the other in one buffer, so that
/// a cell becomes a number without a string per row. The owner calls `deallocate`.
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
    bytes = .allocate(capacity: byteCapacity)
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
      if entry.hash == hash, entry.count == key.count,
        entry.count == 0 || memcmp(bytes + entry.start, key.baseAddress!, entry.count) == 0
      {
        return index
      }
      slot = (slot &+ 1) & mask
    }
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
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
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
