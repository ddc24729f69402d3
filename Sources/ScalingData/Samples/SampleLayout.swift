/// What a row of a table of samples stands for.
enum SampleLayout: Sendable, Equatable {
  /// One sample.
  case rows
  /// One question, with a column per sample.
  case wide([Int])
  /// One answer to one question, with the number of samples that gave it.
  case answerCounts(Int)
  /// One question, with its number of samples and of right ones.
  case questionCounts(Int)
}
