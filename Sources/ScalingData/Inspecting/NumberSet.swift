/// Different numbers, counted up to a limit.
struct NumberSet {
  /// The largest number of values that is counted.
  static let limit = 1_000
  private static let size = 2_048
  /// A bit pattern of NaN, which is never inserted.
  private static let free = UInt64.max

  private(set) var count = 0
  private var slots: UnsafeMutablePointer<UInt64>?

  /// Whether there are more values than the limit.
  var isSaturated: Bool { count > Self.limit }

  func deallocate() {
    slots?.deallocate()
  }

  /// Adds a number; minus zero is zero.
  @inline(__always)
  mutating func insert(_ value: Double) {
    if count <= Self.limit { insertBits((value + 0).bitPattern) }
  }

  /// Adds the numbers of another set.
  mutating func formUnion(_ other: NumberSet) {
    guard let slots = other.slots else { return }
    for index in 0..<Self.size where slots[index] != Self.free && count <= Self.limit {
      insertBits(slots[index])
    }
  }

  private mutating func insertBits(_ bits: UInt64) {
    let slots = self.slots ?? Self.emptySlots()
    self.slots = slots
    var slot = Int(truncatingIfNeeded: ByteHash.mixed(0, bits) &>> 20) & (Self.size - 1)
    while slots[slot] != Self.free {
      if slots[slot] == bits { return }
      slot = (slot &+ 1) & (Self.size - 1)
    }
    slots[slot] = bits
    count += 1
  }

  private static func emptySlots() -> UnsafeMutablePointer<UInt64> {
    let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    slots.initialize(repeating: free, count: size)
    return slots
  }
}
