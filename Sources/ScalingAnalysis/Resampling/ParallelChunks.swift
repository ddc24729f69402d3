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

  init(_ buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { preconditionFailure("an empty buffer") }
    pointer = base
  }
}
