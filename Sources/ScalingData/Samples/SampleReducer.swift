/// Puts the counts of all blocks and files together, in order.
final class SampleReducer: RecordReducer, @unchecked Sendable {
  /// Where the roles stand in the file that is being read.
  var plan: SamplePlan
  /// The names of the inputs so far; the last one is being read.
  var files: [String] = []
  /// Whether each input is a group of its own.
  let separatesInputs: Bool
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  private(set) var groups: GroupTable
  private(set) var questions = KeyTable(minimumCapacity: 1_024)
  private(set) var tallies = GrowingBuffer<QuestionTally>(capacity: 1_024)
  private(set) var answers = KeyTable(minimumCapacity: 4_096)
  private(set) var answerTallies = GrowingBuffer<AnswerTally>(capacity: 4_096)
  private(set) var truths = KeyTable()
  private(set) var ids = SampleIDSet()
  /// Per question its samples in order, as numbers of answers, and their scores.
  private(set) var sequences: [[Int32]] = []
  private(set) var scores: [[Double]] = []

  init(plan: SamplePlan, separatesInputs: Bool) {
    self.plan = plan
    self.separatesInputs = separatesInputs
    groups = GroupTable(columnCount: plan.series.count)
  }

  deinit {
    groups.deallocate()
    questions.deallocate()
    tallies.deallocate()
    answers.deallocate()
    answerTallies.deallocate()
    truths.deallocate()
  }

  func makeConsumer() -> SampleRowConsumer {
    SampleRowConsumer(plan: plan)
  }

  func merge(_ block: inout SampleRowConsumer, startingAt line: Int) throws(DataError) {
    if let fault = block.fault { throw fault(line) }
    seenCount += block.seenCount
    matchingCount += block.matchingCount
    let questionNumbers = try mergeQuestions(block, line)
    let answerNumbers = try mergeAnswers(block, questionNumbers, line)
    if let duplicate = ids.add(block.ids, questions: questionNumbers) {
      throw SampleRowConsumer.duplicateSample(
        at: place(plan.sampleID, duplicate.line + line),
        question: questions.text(duplicate.question))
    }
    mergeSequence(block, questionNumbers, answerNumbers)
  }

  private var input: Int32 { Int32(files.count - 1) }

  /// Adds the questions of a block and answers their numbers here.
  private func mergeQuestions(
    _ block: SampleRowConsumer, _ line: Int
  ) throws(DataError) -> [Int] {
    let groupNumbers = (0..<block.groups.count).map { group in
      separatesInputs ? Int(input) : groups.group(of: block.groups, group)
    }
    var numbers: [Int] = []
    numbers.reserveCapacity(block.tallies.count)
    for local in 0..<block.tallies.count {
      let question = questions.intern(
        block.questions[local], hash: block.questions.hash(local),
        owner: groupNumbers[block.questions.owner(local)])
      if question == tallies.count { tallies.append(QuestionTally()) }
      numbers.append(question)
      try mergeTruth(block, local, question, line)
      mergeClaim(block, local, question)
      tallies.base[question].add(block.tallies.base[local])
    }
    return numbers
  }

  /// Takes the first row of a question, and its true answer, or compares them.
  private func mergeTruth(
    _ block: SampleRowConsumer, _ local: Int, _ question: Int, _ line: Int
  ) throws(DataError) {
    let tally = block.tallies.base[local]
    guard tally.firstRow.exists else { return }
    let row = tally.firstRow.movedDown(by: line, input: input)
    let known = tallies.base + question
    guard known.pointee.firstRow.exists else {
      known.pointee.firstRow = row
      if tally.truth >= 0 {
        let truth = Int(tally.truth)
        known.pointee.truth = Int32(
          truths.intern(block.truths[truth], hash: block.truths.hash(truth)))
      }
      return
    }
    let earlier = describe(known.pointee.firstRow)
    guard tally.truth >= 0 else {
      throw SampleRowConsumer.repeatedQuestion(
        at: place(plan.question, Int(row.line)), questions.text(question), earlier: earlier)
    }
    let mine = truths[Int(known.pointee.truth)]
    let other = block.truths[Int(tally.truth)]
    if mine.equalsPadded(other) || AnswerForm(mine) == AnswerForm(other) { return }
    throw SampleRowConsumer.contradictoryTruths(
      at: place(plan.truth, Int(row.line)), CellText.shortened(other), CellText.shortened(mine),
      question: questions.text(question), earlier: earlier)
  }

  /// Takes the true answer of a question that verdicts are compared with, where it is the first.
  private func mergeClaim(_ block: SampleRowConsumer, _ local: Int, _ question: Int) {
    let claim = Int(block.tallies.base[local].claim)
    guard claim >= 0, tallies.base[question].claim < 0 else { return }
    tallies.base[question].claim = Int32(
      truths.intern(block.truths[claim], hash: block.truths.hash(claim)))
  }

  /// Adds the answers of a block and answers their numbers here.
  private func mergeAnswers(
    _ block: SampleRowConsumer, _ questionNumbers: [Int], _ line: Int
  ) throws(DataError) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(block.answerTallies.count)
    var contradiction: (row: RowPlace, answer: Int)?
    for local in 0..<block.answerTallies.count {
      let answer = answers.intern(
        block.answers[local], hash: block.answers.hash(local),
        owner: questionNumbers[block.answers.owner(local)])
      if answer == answerTallies.count {
        answerTallies.append(AnswerTally())
      } else if case .answerCounts = plan.layout {
        throw repeatedAnswer(block.answerTallies.base[local], answer, line)
      }
      numbers.append(Int32(truncatingIfNeeded: answer))
      let tally = answerTallies.base + answer
      tally.pointee.add(block.answerTallies.base[local], startingAt: line, input: input)
      if let row = tally.pointee.contradiction, !tally.pointee.isUnparsed,
        contradiction.map({ row.isBefore($0.row) }) ?? true
      {
        contradiction = (row, answer)
      }
    }
    if let contradiction { throw contradictoryVerdicts(contradiction.answer) }
    return numbers
  }

  private func mergeSequence(
    _ block: SampleRowConsumer, _ questionNumbers: [Int], _ answerNumbers: [Int32]
  ) {
    guard block.sequence.count > 0 else { return }
    while sequences.count < questions.count {
      sequences.append([])
      scores.append([])
    }
    let hasAnswers = plan.hasAnswers
    let hasScores = plan.score != nil
    for sample in block.sequence.elements {
      let question = questionNumbers[Int(sample.question)]
      sequences[question].append(hasAnswers ? answerNumbers[Int(sample.answer)] : sample.answer)
      if hasScores { scores[question].append(sample.score) }
    }
  }

  // MARK: Errors

  private func repeatedAnswer(_ tally: AnswerTally, _ answer: Int, _ line: Int) -> DataError {
    SampleRowConsumer.repeatedAnswer(
      at: place(plan.answer, Int(tally.firstRow.line) + line), answers.text(answer),
      question: questions.text(answers.owner(answer)),
      earlier: describe(answerTallies.base[answer].firstRow))
  }

  private func contradictoryVerdicts(_ answer: Int) -> DataError {
    let tally = answerTallies.base[answer]
    let isRight = tally.wrongRow.isBefore(tally.rightRow)
    return SampleRowConsumer.contradictoryVerdicts(
      at: place(plan.correct, Int((isRight ? tally.rightRow : tally.wrongRow).line)),
      answer: answers.text(answer), question: questions.text(answers.owner(answer)),
      isRight: isRight, earlier: describe(isRight ? tally.wrongRow : tally.rightRow))
  }

  private func place(_ column: Int?, _ line: Int) -> DataPlace {
    DataPlace(line: line, column: column.map { plan.names[$0] })
  }

  private func describe(_ row: RowPlace) -> String {
    row.input == input ? "line \(row.line)" : "line \(row.line) of \(files[Int(row.input)])"
  }
}
