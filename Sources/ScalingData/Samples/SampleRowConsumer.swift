/// Counts the samples of one block per group, question and answer.
struct SampleRowConsumer: RecordConsumer {
  let plan: SamplePlan
  var seenCount = 0
  var matchingCount = 0
  /// The combinations of the grouping columns.
  var groups: GroupTable
  /// The questions; their owner is the group.
  var questions = KeyTable()
  var tallies = GrowingBuffer<QuestionTally>(capacity: 64)
  /// The distinct answers; their owner is the question.
  var answers = KeyTable(minimumCapacity: 512)
  var answerTallies = GrowingBuffer<AnswerTally>(capacity: 512)
  /// The true answers; their owner is the question.
  var truths = KeyTable()
  var ids = SampleIDList()
  var sequence = GrowingBuffer<SequencedSample>(capacity: 64)

  /// The first row that contradicts an earlier one of the block, once the lines above the
  /// block are known; the rows behind it are passed over.
  var fault: ((Int) -> DataError)?

  let columns: Columns
  var lastGroupCells: [UnsafeBufferPointer<UInt8>]
  var lastGroup = -1
  var lastQuestionCell = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var lastQuestionGroup = -1
  var lastQuestion = 0

  /// Positions for the row loop: −1 where there is no such column.
  struct Columns {
    let question: Int
    let answer: Int
    let correct: Int
    let truth: Int
    let claimedTruth: Int
    let outputTokens: Int
    let inputTokens: Int
    let cost: Int
    let score: Int
    let sampleID: Int
    let hasAmounts: Bool
    let hasSeries: Bool
    let hasFilter: Bool
    let isPlain: Bool
    let keepsSequence: Bool
  }

  init(plan: SamplePlan) {
    self.plan = plan
    groups = GroupTable(columnCount: plan.series.count)
    lastGroupCells = plan.series.map { _ in UnsafeBufferPointer(start: nil, count: 0) }
    columns = Columns(
      question: plan.question, answer: plan.answer ?? -1, correct: plan.correct ?? -1,
      truth: plan.truth ?? -1, claimedTruth: plan.claimedTruth ?? -1,
      outputTokens: plan.outputTokens ?? -1,
      inputTokens: plan.inputTokens ?? -1, cost: plan.cost ?? -1, score: plan.score ?? -1,
      sampleID: plan.sampleID ?? -1,
      hasAmounts: plan.outputTokens != nil || plan.inputTokens != nil || plan.cost != nil,
      hasSeries: !plan.series.isEmpty, hasFilter: !plan.filter.isEmpty,
      isPlain: plan.layout == .rows, keepsSequence: plan.keepsSequence)
  }

  func deallocate() {
    groups.deallocate()
    questions.deallocate()
    tallies.deallocate()
    answers.deallocate()
    answerTallies.deallocate()
    truths.deallocate()
    ids.deallocate()
    sequence.deallocate()
  }

  mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) {
    throw fault.error
  }

  mutating func consume(_ record: Record) throws(DataError) {
    seenCount &+= 1
    guard fault == nil, !columns.hasFilter || plan.filter.keeps(record) else { return }
    matchingCount &+= 1
    let question = try question(of: record)
    if columns.truth >= 0 { try checkTruth(record, question) }
    if columns.claimedTruth >= 0, tallies.base[question].claim < 0 { takeClaim(record, question) }
    if columns.isPlain {
      try addSample(record, question)
    } else {
      try addCounts(record, question)
    }
  }

  @inline(always)
  private mutating func addSample(_ record: Record, _ question: Int) throws(DataError) {
    var answer = -1
    if columns.answer >= 0 {
      answer = try intern(record, columns.answer, question, times: 1)
    }
    tallies.base[question].sampleCount &+= 1
    if columns.correct >= 0 {
      var verdict = Verdict(padded: record.untrimmed(columns.correct))
      if verdict == nil { verdict = try otherVerdict(record, answer) }
      if answer >= 0 {
        mark(answer, verdict, record)
      } else {
        answer = Int(verdict?.rawValue ?? 0)
        tallies.base[question].correctCount &+= answer
      }
    }
    if columns.hasAmounts { try addAmounts(record, question) }
    if columns.sampleID >= 0 { ids.add(record, columns.sampleID, question: question) }
    if columns.keepsSequence || columns.score >= 0 { try keep(record, question, answer) }
  }

  /// A verdict that is a word, or none, which may be missing where the answer is.
  @inline(never)
  mutating func otherVerdict(_ record: Record, _ answer: Int) throws(DataError) -> Verdict? {
    let cell = record[columns.correct]
    if let verdict = Verdict(cell) { return verdict }
    if answer >= 0, answerTallies.base[answer].isUnparsed, MissingMarker.matches(cell) {
      return nil
    }
    let text = CellText.shortened(cell)
    throw DataError(
      .invalidVerdict, at: record.place(columns.correct, plan.names),
      text.isEmpty ? "the cell is empty" : "\"\(text)\" says neither right nor wrong",
      nextStep: "Write true or false, 1 or 0, or yes or no"
        + (NumberScan(cell).isNumber ? "; a score is named with --score." : "."))
  }

  @inline(always)
  mutating func mark(_ answer: Int, _ verdict: Verdict?, _ record: Record) {
    guard let verdict else { return }
    let row = RowPlace(input: 0, line: Int32(truncatingIfNeeded: record.line &+ 1))
    answerTallies.base[answer].take(verdict, row)
  }

  @inline(never)
  private mutating func keep(_ record: Record, _ question: Int, _ answer: Int) throws(DataError) {
    var score = Double.nan
    if columns.score >= 0 {
      let reading = try number(record, columns.score)
      score = reading.kind == .missing ? .nan : reading.value
      if columns.answer >= 0, !score.isNaN { answerTallies.base[answer].scoreSum += score }
    }
    sequence.append(
      SequencedSample(
        question: Int32(truncatingIfNeeded: question), answer: Int32(truncatingIfNeeded: answer),
        score: score))
  }
}
