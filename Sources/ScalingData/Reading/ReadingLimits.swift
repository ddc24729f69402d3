/// Sizes that bound the memory of a reading; small ones make tests reach every boundary.
struct ReadingLimits: Sendable, Equatable {
  /// Bytes per block. The size is part of the result to the last bit: sums are taken per block
  /// and then in order, so that any number of threads gives the same bytes.
  var blockSize = 1 << 20
  /// The longest record. A file of one endless line stops here with a message.
  var recordLimit = 1 << 24
  /// Records looked at before columns are chosen.
  var sampleSize = 1_000

  /// The sizes in use outside tests.
  static let standard = ReadingLimits()
}
