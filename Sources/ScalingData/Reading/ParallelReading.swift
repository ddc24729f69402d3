#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a reducer over the blocks of an input on several threads.
///
/// A thread takes a block, parses it on its own and puts the result down; whoever puts down the
/// next one in the order of the file merges it and those that already wait behind it. The order
/// is kept, no thread waits for a slower one, and few results are in memory at a time.
final class ParallelReading<Reducer: RecordReducer>: @unchecked Sendable {
  private let reducer: Reducer
  private let format: RecordFormat
  private let columnCount: Int
  /// Guards the feed.
  private let input = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Guards all that is merged or waits to be.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let turn = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private(set) var feed: BlockFeed
  private var mergedCount = 0
  private var waiting: [Int: ParsedBlock] = [:]
  /// The first error in the rows that are merged.
  private var failure: DataError?
  /// Why the input could not be read further: behind every row that was dealt out.
  private var feedFailure: DataError?
  private(set) var lineCount: Int
  private(set) var recordCount = 0
  private(set) var commentCount = 0
  private(set) var unreadKey: UnreadKey?

  /// The result of one block before its turn has come.
  private struct ParsedBlock {
    var consumer: Reducer.Consumer
    var lineCount: Int
    var recordCount: Int
    var commentCount: Int
    var unreadKey: UnreadKey?
    var error: DataError?
  }

  /// How far ahead of the merged blocks a result may lie.
  private static var window: Int { 8 }

  init(
    _ feed: BlockFeed, reducer: Reducer, format: RecordFormat, columnCount: Int, firstLine: Int
  ) {
    self.feed = feed
    self.reducer = reducer
    self.format = format
    self.columnCount = columnCount
    lineCount = firstLine
    pthread_mutex_init(input, nil)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(turn, nil)
  }

  deinit {
    pthread_cond_destroy(turn)
    pthread_mutex_destroy(mutex)
    pthread_mutex_destroy(input)
    turn.deallocate()
    input.deallocate()
    mutex.deallocate()
  }

  /// Reads to the end of the input, or throws the first error in the order of the file.
  func run(threads: Int) throws(DataError) {
    let helpers = feed.source.isAtEnd ? 0 : max(0, min(threads, 256) - 1)
    WorkerThreads.run(helpers: helpers) {
      self.format.withTokenizer(columnCount: self.columnCount, Work(reading: self))
    }
    if let failure = failure ?? feedFailure { throw failure }
  }

  /// What one thread does.
  private struct Work: TokenizerBody {
    let reading: ParallelReading

    func run<Tokenizer: BlockTokenizer & ~Copyable>(_ tokenizer: inout Tokenizer) {
      reading.work(&tokenizer)
    }
  }

  private func work<Tokenizer: BlockTokenizer & ~Copyable>(_ tokenizer: inout Tokenizer) {
    var buffer = BlockBuffer(capacity: feedCapacity())
    defer { buffer.deallocate() }
    while let block = take(&buffer) {
      var consumer = makeConsumer()
      tokenizer.reset()
      var error: DataError?
      do throws(DataError) {
        try BinaryCheck.check(buffer)
        _ = try tokenizer.read(
          buffer, from: 0, limit: .max, isTruncated: block.isTruncated, into: &consumer)
      } catch let caught {
        error = caught
      }
      finish(block, consumer, tokenizer, error)
    }
  }

  /// A consumer may depend on what is merged already, as long as the result does not.
  private func makeConsumer() -> Reducer.Consumer {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return reducer.makeConsumer()
  }

  private func feedCapacity() -> Int {
    pthread_mutex_lock(input)
    defer { pthread_mutex_unlock(input) }
    return feed.source.isAtEnd ? feed.carry.count : feed.limits.blockSize
  }

  private func take(_ buffer: inout BlockBuffer) -> DealtBlock? {
    pthread_mutex_lock(input)
    defer { pthread_mutex_unlock(input) }
    guard !hasFailed else { return nil }
    do throws(DataError) {
      return try feed.next(into: &buffer)
    } catch {
      pthread_mutex_lock(mutex)
      feedFailure = error
      pthread_mutex_unlock(mutex)
      return nil
    }
  }

  private var hasFailed: Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return failure != nil || feedFailure != nil
  }

  private func finish<Tokenizer: BlockTokenizer & ~Copyable>(
    _ block: DealtBlock, _ consumer: Reducer.Consumer, _ tokenizer: borrowing Tokenizer,
    _ error: DataError?
  ) {
    pthread_mutex_lock(mutex)
    while block.index > mergedCount + Self.window { pthread_cond_wait(turn, mutex) }
    waiting[block.index] = ParsedBlock(
      consumer: consumer, lineCount: tokenizer.lineCount, recordCount: tokenizer.recordCount,
      commentCount: tokenizer.commentCount, unreadKey: tokenizer.unreadKey, error: error)
    while let next = waiting.removeValue(forKey: mergedCount) {
      merge(next)
      mergedCount += 1
    }
    pthread_cond_broadcast(turn)
    pthread_mutex_unlock(mutex)
  }

  private func merge(_ block: ParsedBlock) {
    var consumer = block.consumer
    defer { consumer.deallocate() }
    if failure == nil {
      do throws(DataError) {
        if let error = block.error { throw error.movedDown(by: lineCount) }
        try reducer.merge(&consumer, startingAt: lineCount)
      } catch {
        failure = error
      }
    }
    if unreadKey == nil, let key = block.unreadKey {
      unreadKey = UnreadKey(name: key.name, line: key.line + lineCount)
    }
    lineCount += block.lineCount
    recordCount += block.recordCount
    commentCount += block.commentCount
  }
}
