/// A reading of records that is done per block, in parallel, and put together in order.
protocol RecordReducer: AnyObject, SendableMetatype {
  associatedtype Consumer: RecordConsumer

  /// A consumer for one block. Called from several threads at a time.
  func makeConsumer() -> Consumer

  /// Adds the consumer of the next block. Called by one thread at a time, in order of blocks.
  func merge(_ consumer: inout Consumer, startingAt line: Int) throws(DataError)
}
