/// The numbers of questions and answers, and the true answers.
extension SampleRowConsumer {
  /// The number of an answer, counted as often as it was given.
  @inline(always)
  mutating func intern(
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
  @inline(always)
  mutating func question(of record: Record) throws(DataError) -> Int {
    let group = columns.hasSeries ? try self.group(of: record) : 0
    let cell = record[columns.question]
    if group == lastQuestionGroup, cell.equalsPadded(lastQuestionCell) { return lastQuestion }
    guard !cell.isEmpty else {
      throw DataError(
        .emptyQuestion, at: record.place(columns.question, plan.names), "the question is not named",
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

  @inline(never)
  private mutating func group(of record: Record) throws(DataError) -> Int {
    var isSame = lastGroup >= 0
    for column in plan.series.indices where isSame {
      isSame = record[plan.series[column]].equalsPadded(lastGroupCells[column])
    }
    if isSame { return lastGroup }
    let group = try groups.group(of: record, at: plan.series, names: plan.names)
    for column in plan.series.indices { lastGroupCells[column] = record[plan.series[column]] }
    lastGroup = group
    return group
  }

  /// Takes the true answer that the verdicts on a question are compared with.
  @inline(never)
  mutating func takeClaim(_ record: Record, _ question: Int) {
    let cell = record[columns.claimedTruth]
    guard !cell.isEmpty else { return }
    tallies.base[question].claim = Int32(
      truths.intern(cell, hash: ByteHash.padded(cell), owner: question))
  }

  /// Takes the true answer of a question, or compares it with the one taken before.
  @inline(never)
  mutating func checkTruth(_ record: Record, _ question: Int) throws(DataError) {
    let cell = record[columns.truth]
    let tally = tallies.base + question
    if tally.pointee.truth >= 0 {
      let known = truths[Int(tally.pointee.truth)]
      if cell.equalsPadded(known) || AnswerForm(cell) == AnswerForm(known) { return }
      let (place, first) = (record.place(columns.truth, plan.names), tally.pointee.firstRow)
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
        .contradictoryTruths, at: record.place(columns.truth, plan.names),
        "the true answer to question \"\(CellText.shortened(questions.text(question)))\" is missing",
        nextStep: "Fill the cell, or leave the question out with --where.")
    }
    tally.pointee.truth = Int32(
      truths.intern(cell, hash: ByteHash.padded(cell), owner: question))
    tally.pointee.firstRow = RowPlace(input: 0, line: Int32(record.line + 1))
  }
}
