/// Distinct pairs of small numbers, numbered in order of first appearance.
struct PairTable {
  private(set) var count = 0
  private var pairs: UnsafeMutablePointer<UInt64>
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int

  init() {
    mask = 255
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: -1, count: 256)
    pairs = .allocate(capacity: 128)
  }

  func deallocate() {
    pairs.deallocate()
    slots.deallocate()
  }

  /// The first member of a pair.
  func first(_ index: Int) -> Int { Int(pairs[index] >> 32) }

  /// The second member of a pair.
  func second(_ index: Int) -> Int { Int(pairs[index] & 0xffff_ffff) }

  /// The number of a pair, which is added when it is new.
  @inline(__always)
  mutating func number(of first: Int, _ second: Int) -> Int {
    let pair = UInt64(first) &<< 32 | UInt64(second)
    var slot = start(pair)
    while true {
      let index = Int(slots[slot])
      if index < 0 { return insert(pair, slot) }
      if pairs[index] == pair { return index }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private func start(_ pair: UInt64) -> Int {
    Int(truncatingIfNeeded: ByteHash.mixed(0x9e37_79b9_7f4a_7c15, pair)) & mask
  }

  private mutating func insert(_ pair: UInt64, _ slot: Int) -> Int {
    pairs[count] = pair
    slots[slot] = Int32(count)
    count += 1
    if count * 2 > mask { grow() }
    return count - 1
  }

  private mutating func grow() {
    let size = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: size)
    slots.initialize(repeating: -1, count: size)
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: size / 2)
    larger.update(from: pairs, count: count)
    pairs.deallocate()
    pairs = larger
    mask = size - 1
    for index in 0..<count {
      var slot = start(pairs[index])
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}
