/// Turns the counts of a reading into groups of questions with their answers.
struct SampleGroups {
  private let reducer: SampleReducer
  private let names: [String]?
  private let lone: String
  private let plan: SamplePlan

  /// - Parameters:
  ///   - names: the names of the groups where each input is one.
  ///   - lone: the name of the only group where there is no grouping column.
  init(_ reducer: SampleReducer, names: [String]?, lone: String) {
    self.reducer = reducer
    self.names = names
    self.lone = lone
    plan = reducer.plan
  }

  /// The groups in order of first appearance.
  var groups: [SampleGroup] {
    let answers = answersByQuestion
    var members: [[QuestionSamples]] = []
    for question in 0..<reducer.tallies.count {
      let group = reducer.questions.owner(question)
      while members.count <= group { members.append([]) }
      members[group].append(samples(question, answers[question]))
    }
    return members.enumerated().compactMap { group, questions in
      questions.isEmpty ? nil : SampleGroup(name: name(group), questions: questions)
    }
  }

  private func name(_ group: Int) -> String {
    names?[group] ?? (plan.series.isEmpty ? lone : reducer.groups.name(group))
  }

  /// For each question the numbers of its answers, in order of first appearance.
  private var answersByQuestion: [[Int]] {
    var lists = [[Int]](repeating: [], count: reducer.tallies.count)
    for answer in 0..<reducer.answerTallies.count {
      lists[reducer.answers.owner(answer)].append(answer)
    }
    return lists
  }

  private func samples(_ question: Int, _ answers: [Int]) -> QuestionSamples {
    let tally = reducer.tallies.base[question]
    let merged = MergedAnswers(answers, truth: tally.truth, of: reducer, plan: plan)
    let hasSequence = plan.keepsSequence && question < reducer.sequences.count
    return QuestionSamples(
      name: reducer.questions.text(question), answers: merged.counts,
      sampleCount: tally.sampleCount,
      correctCount: plan.hasAnswers ? merged.correctCount : tally.correctCount,
      unparsedCount: merged.unparsedCount,
      sequence: hasSequence ? sequence(question, answers, merged) : [],
      scores: hasSequence ? reducer.scores[question] : [],
      outputTokens: plan.outputTokens == nil ? nil : tally.outputTokens,
      inputTokens: plan.inputTokens == nil ? nil : tally.inputTokens,
      cost: plan.cost == nil ? nil : tally.cost)
  }

  private func sequence(
    _ question: Int, _ answers: [Int], _ merged: MergedAnswers
  ) -> [Int32] {
    guard plan.hasAnswers else { return reducer.sequences[question] }
    var places: [Int32: Int32] = [:]
    for (index, answer) in answers.enumerated() { places[Int32(answer)] = merged.places[index] }
    return reducer.sequences[question].map { places[$0] ?? -1 }
  }
}

/// The answers to one question: those that compare as equal taken together, those that mean
/// that none could be read counted apart.
struct MergedAnswers {
  private(set) var counts: [AnswerCount] = []
  private(set) var correctCount = 0
  private(set) var unparsedCount = 0
  /// For each answer as written its place in `counts`, or −1.
  private(set) var places: [Int32] = []

  /// - Parameter truth: the number of the true answer, or −1 where verdicts tell.
  init(_ answers: [Int], truth: Int32, of reducer: SampleReducer, plan: SamplePlan) {
    let right = truth >= 0 ? AnswerForm(reducer.truths[Int(truth)]) : nil
    var forms: [AnswerForm: Int32] = [:]
    var first: [Int] = []
    var sums: [AnswerTally] = []
    var isRight: [Bool] = []
    for answer in answers {
      let tally = reducer.answerTallies.base[answer]
      if tally.isUnparsed {
        unparsedCount += tally.count
        places.append(-1)
        continue
      }
      if let right {
        let form = AnswerForm(reducer.answers[answer])
        if let place = forms[form] {
          sums[Int(place)].count += tally.count
          sums[Int(place)].scoreSum += tally.scoreSum
          places.append(place)
          continue
        }
        forms[form] = Int32(sums.count)
        isRight.append(form == right)
      } else {
        isRight.append(tally.rightRow.exists)
      }
      places.append(Int32(sums.count))
      sums.append(tally)
      first.append(answer)
    }
    counts = sums.indices.map { index in
      AnswerCount(
        text: reducer.answers.text(first[index]), count: sums[index].count,
        isCorrect: isRight[index], scoreSum: plan.score == nil ? nil : sums[index].scoreSum)
    }
    correctCount = counts.reduce(0) { $0 + ($1.isCorrect ? $1.count : 0) }
  }
}
