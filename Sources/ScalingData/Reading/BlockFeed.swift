#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Deals blocks of whole records to worker threads, in order, one at a time.
///
/// The bytes behind the last record of a block are carried to the next one. Callers hold the
/// lock of `ParallelReading`.
struct BlockFeed {
  let source: ByteSource
  let limits: ReadingLimits
  /// Bytes read but not dealt yet, from `carryStart` on.
  var carry: BlockBuffer
  var carryStart = 0
  private(set) var dealtCount = 0
  /// How records end; known once the header is read.
  var format = RecordFormat.delimited(.comma)

  init(_ source: ByteSource, limits: ReadingLimits) throws(DataError) {
    self.source = source
    self.limits = limits
    carry = BlockBuffer(capacity: limits.blockSize)
    carry.count = try source.read(into: carry.base, count: limits.blockSize)
  }

  func deallocate() {
    carry.deallocate()
  }

  /// Whether everything was dealt.
  var isFinished: Bool { source.isAtEnd && carryStart >= carry.count }

  /// Reads on, so that the bytes at hand double; false at the end or at the record limit.
  mutating func extendCarry() throws(DataError) -> Bool {
    guard !source.isAtEnd, carry.count < limits.recordLimit else { return false }
    let target = min(max(carry.count, 1) * 2, limits.recordLimit)
    carry.grow(to: target)
    carry.count += try source.read(into: carry.base + carry.count, count: target - carry.count)
    return true
  }

  /// Fills a buffer with whole records; `nil` at the end of the input.
  mutating func next(into buffer: inout BlockBuffer) throws(DataError) -> DealtBlock? {
    guard !isFinished else { return nil }
    buffer.assign(carry.base + carryStart, count: carry.count - carryStart)
    var target = max(limits.blockSize, buffer.count)
    var end = 0
    var isTruncated = false
    while true {
      buffer.grow(to: target)
      buffer.count += try source.read(
        into: buffer.base + buffer.count, count: target - buffer.count)
      end = buffer.count
      if source.isAtEnd { break }
      if let cut = format.end(of: buffer.base, count: buffer.count) {
        end = cut
        break
      }
      if buffer.count >= limits.recordLimit {
        isTruncated = true
        break
      }
      target = min(target * 2, max(limits.recordLimit, target + 1))
    }
    carry.assign(buffer.base + end, count: buffer.count - end)
    carryStart = 0
    buffer.count = end
    defer { dealtCount += 1 }
    return end == 0 ? nil : DealtBlock(index: dealtCount, isTruncated: isTruncated)
  }
}

/// The place of a block in the order of the file.
struct DealtBlock {
  let index: Int
  /// Whether the record at its end was given up on because it is too long.
  let isTruncated: Bool
}
