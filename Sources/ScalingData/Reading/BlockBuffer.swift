/// Reused memory for one block, with room behind the bytes for a sentinel and wide loads.
struct BlockBuffer {
  /// Bytes behind the data that may be read and written.
  static let padding = 64

  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.padding)
    (base + capacity).initialize(repeating: 0, count: Self.padding)
  }

  /// Makes room for more bytes and keeps those present.
  mutating func grow(to newCapacity: Int) {
    guard newCapacity > capacity else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + Self.padding)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = newCapacity
  }

  /// Replaces the bytes by a copy of others.
  mutating func assign(_ bytes: UnsafePointer<UInt8>, count newCount: Int) {
    count = 0
    grow(to: newCount)
    base.update(from: bytes, count: newCount)
    count = newCount
  }

  func deallocate() {
    base.deallocate()
  }
}
