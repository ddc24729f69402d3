internal import Dispatch

/// Runs `body` on consecutive chunks of 0..<count, one per thread; returns when all are done.
///
/// Results must not depend on the chunks: each index gets its own random source and output.
func parallelChunks(of count: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) -> Void) {
  let parts = max(1, min(threads, count))
  guard parts > 1 else { return body(0..<count) }
  DispatchQueue.concurrentPerform(iterations: parts) { part in
    body((count * part / parts)..<(count * (part + 1) / parts))
  }
}

/// A buffer that several threads write at different indices.
struct SendableBuffer: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Double>

  /// `nil` when there is nothing to write to.
  init?(_ buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return nil }
    pointer = base
  }
}

/// The results of `body` for 0..<count in order, computed on several threads.
public func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(body) }
  let slots = ResultSlots<Result>(count: count)
  DispatchQueue.concurrentPerform(iterations: count) { index in
    slots.store(body(index), at: index)
  }
  return slots.take()
}

/// The same with buffers of each thread, which must not change results.
func parallelMap<Buffers, Result: Sendable>(
  _ count: Int, threads: Int, buffers: @escaping @Sendable () -> Buffers,
  _ body: @escaping @Sendable (Int, Buffers) -> Result
) -> [Result] {
  let slots = ResultSlots<Result>(count: count)
  parallelChunks(of: count, threads: threads) { range in
    let own = buffers()
    for index in range { slots.store(body(index, own), at: index) }
  }
  return slots.take()
}

/// One place per result; each is written by one thread and read when all are done.
private final class ResultSlots<Result: Sendable>: @unchecked Sendable {
  private let base: UnsafeMutableBufferPointer<Result?>

  init(count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: nil)
  }

  func store(_ result: Result, at index: Int) { base[index] = result }

  func take() -> [Result] { base.compactMap(\.self) }

  deinit {
    base.deinitialize()
    base.deallocate()
  }
}
