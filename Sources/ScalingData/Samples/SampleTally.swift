/// The counts of the samples of one question.
struct QuestionTally: BitwiseCopyable {
  var sampleCount = 0
  /// The samples that are right, in tables without answers.
  var correctCount = 0
  var outputTokens = Moments()
  var inputTokens = Moments()
  var cost = Moments()
  /// The number of its true answer in the table of truths, or −1.
  var truth: Int32 = -1
  /// The number of the true answer that verdicts are compared with, or −1.
  var claim: Int32 = -1
  /// The row that first gave the true answer, or in a table of counts the question.
  var firstRow = RowPlace.none

  /// Adds the counts of the next block. The truth, the claim and the row stay.
  mutating func add(_ other: QuestionTally) {
    sampleCount += other.sampleCount
    correctCount += other.correctCount
    outputTokens.add(other.outputTokens)
    inputTokens.add(other.inputTokens)
    cost.add(other.cost)
  }
}

/// The counts of one answer to one question.
struct AnswerTally: BitwiseCopyable {
  var count = 0
  /// The first row that calls it right, and the first one that calls it wrong.
  var rightRow = RowPlace.none
  var wrongRow = RowPlace.none
  /// The first row with the answer.
  var firstRow = RowPlace.none
  var scoreSum = 0.0
  /// Whether it means that no answer could be read.
  var isUnparsed = false

  /// Takes a row that calls the answer right or wrong.
  @inline(always)
  mutating func take(_ verdict: Verdict, _ row: RowPlace) {
    // Verdicts come at random, so that a branch on one would be guessed wrong; few rows are first.
    let first = verdict == .right ? rightRow : wrongRow
    guard !first.exists else { return }
    if verdict == .right { rightRow = row } else { wrongRow = row }
  }

  /// Adds the counts of the next block.
  mutating func add(_ other: AnswerTally, startingAt line: Int, input: Int32) {
    if count == 0 { isUnparsed = other.isUnparsed }
    count += other.count
    scoreSum += other.scoreSum
    if !rightRow.exists { rightRow = other.rightRow.movedDown(by: line, input: input) }
    if !wrongRow.exists { wrongRow = other.wrongRow.movedDown(by: line, input: input) }
    if !firstRow.exists { firstRow = other.firstRow.movedDown(by: line, input: input) }
  }

  /// The first row that contradicts an earlier one, when the answer is called right and wrong.
  var contradiction: RowPlace? {
    guard rightRow.exists, wrongRow.exists else { return nil }
    return rightRow.isBefore(wrongRow) ? wrongRow : rightRow
  }
}

/// One sample in the order of the file.
struct SequencedSample: BitwiseCopyable {
  var question: Int32
  /// The number of the answer, or without answers 1 for right and 0 for wrong.
  var answer: Int32
  /// NaN where it is missing.
  var score: Double
}
