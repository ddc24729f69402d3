/// Counts the samples of one block per group, question and answer.
struct SampleRowConsumer: RecordConsumer {
  let plan: SamplePlan
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  /// The combinations of the grouping columns.
  private(set) var groups: GroupTable
  /// The questions; their owner is the group.
  private(set) var questions = KeyTable()
  private(set) var tallies = GrowingBuffer<QuestionTally>(capacity: 64)
  /// The distinct answers; their owner is the question.
  private(set) var answers = KeyTable(minimumCapacity: 512)
  private(set) var answerTallies = GrowingBuffer<AnswerTally>(capacity: 512)
  /// The true answers; their owner is the question.
  private(set) var truths = KeyTable()
  private(set) var ids = SampleIDList()
  private(set) var sequence = GrowingBuffer<SequencedSample>(capacity: 64)

  /// The first row that contradicts an earlier one of the block, once the lines above the
  /// block are known; the rows behind it are passed over.
  private(set) var fault: ((Int) -> DataError)?

  private let columns: Columns
  private var lastGroupCells: [UnsafeBufferPointer<UInt8>]
  private var lastGroup = -1
  private var lastQuestionCell = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var lastQuestionGroup = -1
  private var lastQuestion = 0

  /// Positions for the row loop: −1 where there is no such column.
  private struct Columns {
    let question: Int
    let answer: Int
    let correct: Int
    let truth: Int
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
      truth: plan.truth ?? -1, outputTokens: plan.outputTokens ?? -1,
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
    if columns.isPlain {
      try addSample(record, question)
    } else {
      try addCounts(record, question)
    }
  }

  // MARK: A row per sample

  @inline(__always)
  private mutating func addSample(_ record: Record, _ question: Int) throws(DataError) {
    var answer = -1
    if columns.answer >= 0 {
      answer = try intern(record, columns.answer, question, times: 1)
    }
    tallies.base[question].sampleCount &+= 1
    if columns.correct >= 0 {
      // Read here, and by no function of the consumer: a call that only looks at it may copy it.
      var verdict = Verdict(record[columns.correct])
      if verdict == nil { verdict = try missingVerdict(record, answer) }
      if answer >= 0 {
        mark(answer, verdict, record)
      } else {
        answer = Int(verdict?.rawValue ?? 0)
        tallies.base[question].correctCount &+= answer
      }
    }
    if columns.hasAmounts { try addAmounts(record, question) }
    if columns.sampleID >= 0 {
      ids.add(record[columns.sampleID], question: question, line: record.line &+ 1)
    }
    if columns.keepsSequence || columns.score >= 0 { try keep(record, question, answer) }
  }

  /// No verdict, which may be missing where the answer is.
  @inline(never)
  private func missingVerdict(_ record: Record, _ answer: Int) throws(DataError) -> Verdict? {
    let cell = record[columns.correct]
    if answer >= 0, answerTallies.base[answer].isUnparsed, MissingMarker.matches(cell) {
      return nil
    }
    let text = CellText.shortened(cell)
    throw DataError(
      .invalidVerdict, at: DataPlace(line: record.line + 1, column: plan.names[columns.correct]),
      text.isEmpty ? "the cell is empty" : "\"\(text)\" says neither right nor wrong",
      nextStep: "Write true or false, 1 or 0, or yes or no"
        + (NumberScan(cell).isNumber ? "; a score is named with --score." : "."))
  }

  @inline(__always)
  private mutating func mark(_ answer: Int, _ verdict: Verdict?, _ record: Record) {
    let tally = answerTallies.base + answer
    let row = RowPlace(input: 0, line: Int32(truncatingIfNeeded: record.line &+ 1))
    switch verdict {
    case .right: if !tally.pointee.rightRow.exists { tally.pointee.rightRow = row }
    case .wrong: if !tally.pointee.wrongRow.exists { tally.pointee.wrongRow = row }
    case nil: break
    }
  }

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

  @inline(__always)
  private mutating func addAmounts(_ record: Record, _ question: Int) throws(DataError) {
    let tally = tallies.base + question
    if columns.outputTokens >= 0 {
      try add(record, columns.outputTokens, to: &tally.pointee.outputTokens)
    }
    if columns.inputTokens >= 0 {
      try add(record, columns.inputTokens, to: &tally.pointee.inputTokens)
    }
    if columns.cost >= 0 { try add(record, columns.cost, to: &tally.pointee.cost) }
  }

  @inline(__always)
  private func add(
    _ record: Record, _ index: Int, to moments: inout Moments
  ) throws(DataError) {
    let scan = NumberScan(padded: record[index])
    if scan.isNumber, scan.value >= 0, scan.value.isFinite {
      moments.add(scan.value)
      return
    }
    let reading = try number(record, index)
    guard reading.kind != .missing else { return }
    guard reading.value >= 0 else {
      throw DataError(
        .invalidCount, at: place(record, index),
        "\(CellText.shortened(record[index])) is negative",
        nextStep: "Leave the cell empty where the number is unknown.")
    }
    moments.add(reading.value)
  }

  private func number(_ record: Record, _ index: Int) throws(DataError) -> CellReading {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .number, .dollars, .missing: return reading
    case .boolean: return reading
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }

  // MARK: Wide and reduced tables

  private mutating func addCounts(_ record: Record, _ question: Int) throws(DataError) {
    switch plan.layout {
    case .rows: break
    case .wide(let wide):
      for column in wide {
        let answer = try intern(record, column, question, times: 1)
        tallies.base[question].sampleCount += 1
        if columns.keepsSequence {
          sequence.append(
            SequencedSample(question: Int32(question), answer: Int32(answer), score: .nan))
        }
      }
    case .answerCounts(let column): try addAnswerCount(record, question, column)
    case .questionCounts(let column): try addQuestionCount(record, question, column)
    }
  }

  private mutating func addAnswerCount(
    _ record: Record, _ question: Int, _ column: Int
  ) throws(DataError) {
    let count = try count(record, column)
    let before = answers.count
    let answer = try intern(record, columns.answer, question, times: count)
    guard answer == before else {
      let (place, first) = (place(record, columns.answer), answerTallies.base[answer].firstRow)
      let (text, name) = (answers.text(answer), questions.text(question))
      fault = { lines in
        Self.repeatedAnswer(
          at: place, text, question: name, earlier: "line \(Int(first.line) + lines)"
        ).movedDown(by: lines)
      }
      return
    }
    tallies.base[question].sampleCount += count
    if columns.correct >= 0 {
      var verdict = Verdict(record[columns.correct])
      if verdict == nil { verdict = try missingVerdict(record, answer) }
      mark(answer, verdict, record)
    }
  }

  private mutating func addQuestionCount(
    _ record: Record, _ question: Int, _ column: Int
  ) throws(DataError) {
    let samples = try count(record, column)
    let correct = try count(record, columns.correct)
    guard correct <= samples else {
      throw DataError(
        .invalidCount, at: place(record, columns.correct),
        "\(correct) of \(samples) samples cannot be right",
        nextStep: "Check the two columns, or name others with --samples and --correct.")
    }
    let tally = tallies.base + question
    guard !tally.pointee.firstRow.exists else {
      let (place, first) = (place(record, columns.question), tally.pointee.firstRow)
      let name = questions.text(question)
      fault = { lines in
        Self.repeatedQuestion(
          at: place, name, earlier: "line \(Int(first.line) + lines)"
        ).movedDown(by: lines)
      }
      return
    }
    tally.pointee.firstRow = RowPlace(input: 0, line: Int32(record.line + 1))
    tally.pointee.sampleCount = samples
    tally.pointee.correctCount = correct
  }

  private func count(_ record: Record, _ index: Int) throws(DataError) -> Int {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .number:
      if reading.value >= 0, reading.value <= 1e12, reading.value == reading.value.rounded() {
        return Int(reading.value)
      }
      throw DataError(
        .invalidCount, at: place(record, index),
        "\(CellText.shortened(record[index])) is not a count", nextStep: "Write 0, 1, 2 or more.")
    case .missing:
      throw DataError(
        .invalidCount, at: place(record, index), "the count is missing",
        nextStep: "Write 0, 1, 2 or more, or remove the row.")
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }

  // MARK: Keys

  /// The number of an answer, counted as often as it was given.
  @inline(__always)
  private mutating func intern(
    _ record: Record, _ index: Int, _ question: Int, times: Int
  ) throws(DataError) -> Int {
    let cell = record[index]
    let known = answers.count
    let answer = answers.intern(cell, hash: ByteHash.padded(cell), owner: question)
    if answer == known { try addAnswer(cell, record, index) }
    answerTallies.base[answer].count &+= times
    return answer
  }

  @inline(never)
  private mutating func addAnswer(
    _ cell: UnsafeBufferPointer<UInt8>, _ record: Record, _ index: Int
  ) throws(DataError) {
    _ = try TextEncoding.text(cell, line: record.line + 1, column: plan.names[index])
    var tally = AnswerTally()
    tally.firstRow = RowPlace(input: 0, line: Int32(record.line + 1))
    tally.isUnparsed = cell.isEmpty || plan.unparsed.contains { cell.elementsEqual($0) }
    answerTallies.append(tally)
  }

  /// The question of a record; the same cells as in the row before need no search.
  @inline(__always)
  private mutating func question(of record: Record) throws(DataError) -> Int {
    let group = columns.hasSeries ? try self.group(of: record) : 0
    let cell = record[columns.question]
    if group == lastQuestionGroup, cell.equalsPadded(lastQuestionCell) { return lastQuestion }
    guard !cell.isEmpty else {
      throw DataError(
        .emptyQuestion, at: place(record, columns.question), "the question is not named",
        nextStep: "Fill the cell, or choose another column with --question.")
    }
    let known = questions.count
    let question = questions.intern(cell, hash: ByteHash.padded(cell), owner: group)
    if question == known {
      _ = try TextEncoding.text(
        cell, line: record.line + 1, column: plan.names[columns.question])
      tallies.append(QuestionTally())
    }
    (lastQuestionCell, lastQuestionGroup, lastQuestion) = (cell, group, question)
    return question
  }

  private mutating func group(of record: Record) throws(DataError) -> Int {
    var isSame = lastGroup >= 0
    for column in plan.series.indices where isSame {
      isSame = record[plan.series[column]].equalsPadded(lastGroupCells[column])
    }
    if isSame { return lastGroup }
    var group = 0
    for column in plan.series.indices {
      let cell = record[plan.series[column]]
      let known = groups.columns[column].count
      let key = groups.key(cell, hash: ByteHash.padded(cell), column: column)
      if key == known {
        _ = try TextEncoding.text(
          cell, line: record.line + 1, column: plan.names[plan.series[column]])
      }
      group = groups.joined(group, key, column: column)
      lastGroupCells[column] = cell
    }
    lastGroup = group
    return group
  }

  /// Takes the true answer of a question, or compares it with the one taken before.
  private mutating func checkTruth(_ record: Record, _ question: Int) throws(DataError) {
    let cell = record[columns.truth]
    let tally = tallies.base + question
    if tally.pointee.truth >= 0 {
      let known = truths[Int(tally.pointee.truth)]
      if cell.equalsPadded(known) || AnswerForm(cell) == AnswerForm(known) { return }
      let (place, first) = (place(record, columns.truth), tally.pointee.firstRow)
      let (text, name) = (CellText.shortened(cell), questions.text(question))
      let other = CellText.shortened(known)
      fault = { lines in
        Self.contradictoryTruths(
          at: place, text, other, question: name, earlier: "line \(Int(first.line) + lines)"
        ).movedDown(by: lines)
      }
      return
    }
    let text = try TextEncoding.text(
      cell, line: record.line + 1, column: plan.names[columns.truth])
    guard !text.isEmpty else {
      throw DataError(
        .contradictoryTruths, at: place(record, columns.truth),
        "the true answer to question \"\(CellText.shortened(questions.text(question)))\" is missing",
        nextStep: "Fill the cell, or leave the question out with --where.")
    }
    tally.pointee.truth = Int32(
      truths.intern(cell, hash: ByteHash.padded(cell), owner: question))
    tally.pointee.firstRow = RowPlace(input: 0, line: Int32(record.line + 1))
  }

  private func place(_ record: Record, _ index: Int) -> DataPlace {
    DataPlace(line: record.line + 1, column: plan.names[index])
  }
}
