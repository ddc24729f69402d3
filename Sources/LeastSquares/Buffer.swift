/// Doubles on the heap that are written in place and free themselves: the working memory of a
/// solver, at least one element long.
final class Buffer {
  let base: UnsafeMutablePointer<Double>

  init(count: Int) {
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { base.deallocate() }

  subscript(index: Int) -> Double {
    get { base[index] }
    set { base[index] = newValue }
  }
}
