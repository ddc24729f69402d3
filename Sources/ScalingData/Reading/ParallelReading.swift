#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a reducer over the blocks of an input on several threads.
///
/// A thread takes a block, parses it on its own, waits until all blocks before it are merged,
/// and merges it: the order of the file is kept and at most one block per thread is in memory.
final class ParallelReading<Reducer: RecordReducer>: @unchecked Sendable {
  private let reducer: Reducer
  private let delimiter: Delimiter
  private let columnCount: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let turn = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private(set) var feed: BlockFeed
  private var mergedCount = 0
  private var failure: DataError?
  private(set) var lineCount: Int
  private(set) var recordCount = 0
  private(set) var commentCount = 0

  init(
    _ feed: BlockFeed, reducer: Reducer, delimiter: Delimiter, columnCount: Int, firstLine: Int
  ) {
    self.feed = feed
    self.reducer = reducer
    self.delimiter = delimiter
    self.columnCount = columnCount
    lineCount = firstLine
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(turn, nil)
  }

  deinit {
    pthread_cond_destroy(turn)
    pthread_mutex_destroy(mutex)
    turn.deallocate()
    mutex.deallocate()
  }

  /// Reads to the end of the input, or throws the first error in the order of the file.
  func run(threads: Int) throws(DataError) {
    let helpers = feed.source.isAtEnd ? 0 : max(0, min(threads, 256) - 1)
    WorkerThreads.run(helpers: helpers) { self.work() }
    if let failure { throw failure }
  }

  private func work() {
    var buffer = BlockBuffer(capacity: feedCapacity())
    var tokenizer = RecordTokenizer(delimiter: delimiter, columnCount: columnCount)
    defer {
      buffer.deallocate()
      tokenizer.deallocate()
    }
    while let block = take(&buffer) {
      var consumer = reducer.makeConsumer()
      defer { consumer.deallocate() }
      tokenizer.reset()
      var error: DataError?
      do throws(DataError) {
        try BinaryCheck.check(buffer)
        _ = try tokenizer.read(buffer, isTruncated: block.isTruncated, into: &consumer)
      } catch let caught {
        error = caught
      }
      finish(block, &consumer, tokenizer, error)
    }
  }

  private func feedCapacity() -> Int {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return feed.source.isAtEnd ? feed.carry.count : feed.limits.blockSize
  }

  private func take(_ buffer: inout BlockBuffer) -> DealtBlock? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    guard failure == nil else { return nil }
    do throws(DataError) {
      return try feed.next(into: &buffer)
    } catch {
      failure = error
      return nil
    }
  }

  private func finish(
    _ block: DealtBlock, _ consumer: inout Reducer.Consumer, _ tokenizer: RecordTokenizer,
    _ error: DataError?
  ) {
    pthread_mutex_lock(mutex)
    while mergedCount < block.index { pthread_cond_wait(turn, mutex) }
    if failure == nil {
      do throws(DataError) {
        if let error { throw error.movedDown(by: lineCount) }
        try reducer.merge(&consumer, startingAt: lineCount)
      } catch {
        failure = error
      }
    }
    lineCount += tokenizer.lineCount
    recordCount += tokenizer.recordCount
    commentCount += tokenizer.commentCount
    mergedCount += 1
    pthread_cond_broadcast(turn)
    pthread_mutex_unlock(mutex)
  }
}
