/// Wide tables, and tables of counts.
extension SampleRowConsumer {
  @inline(never)
  mutating func addCounts(_ record: Record, _ question: Int) throws(DataError) {
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
      let (place, first) = (
        record.place(columns.answer, plan.names), answerTallies.base[answer].firstRow
      )
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
      var verdict = Verdict(padded: record.untrimmed(columns.correct))
      if verdict == nil { verdict = try otherVerdict(record, answer) }
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
        .invalidCount, at: record.place(columns.correct, plan.names),
        "\(correct) of \(samples) samples cannot be right",
        nextStep: "Check the two columns, or name others with --samples and --correct.")
    }
    let tally = tallies.base + question
    guard !tally.pointee.firstRow.exists else {
      let (place, first) = (record.place(columns.question, plan.names), tally.pointee.firstRow)
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

  private static var mostSamples: Double { 1e12 }

  private func count(_ record: Record, _ index: Int) throws(DataError) -> Int {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .number:
      if reading.value >= 0, reading.value <= Self.mostSamples,
        reading.value == reading.value.rounded()
      {
        return Int(reading.value)
      }
      throw DataError(
        .invalidCount, at: record.place(index, plan.names),
        "\(CellText.shortened(record[index])) is not a count",
        nextStep: reading.value > Self.mostSamples
          ? "Write at most 1,000,000,000,000." : "Write 0, 1, 2 or more.")
    case .missing:
      throw DataError(
        .invalidCount, at: record.place(index, plan.names), "the count is missing",
        nextStep: "Write 0, 1, 2 or more, or remove the row.")
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }
}
