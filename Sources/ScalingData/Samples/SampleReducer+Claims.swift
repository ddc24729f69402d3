extension SampleReducer {
  /// The samples whose verdict a column of true answers contradicts, where answers are compared
  /// as they are without verdicts.
  var contradictedCount: Int {
    var claims: [Int: AnswerForm] = [:]
    var count = 0
    for answer in 0..<answerTallies.count {
      let tally = answerTallies.base[answer]
      let question = answers.owner(answer)
      let claim = Int(tallies.base[question].claim)
      guard claim >= 0, !tally.isUnparsed, tally.rightRow.exists || tally.wrongRow.exists else {
        continue
      }
      let truth = claims[question] ?? AnswerForm(truths[claim])
      claims[question] = truth
      if tally.rightRow.exists != (AnswerForm(answers[answer]) == truth) { count += tally.count }
    }
    return count
  }
}
