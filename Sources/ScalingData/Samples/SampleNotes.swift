/// What a user should know about the samples that were read.
struct SampleNotes {
  private let questions: [QuestionSamples]
  private let groups: [SampleGroup]
  private let reducer: SampleReducer
  private let roles: SampleRoles

  init(_ groups: [SampleGroup], _ reducer: SampleReducer, roles: SampleRoles) {
    self.groups = groups
    self.reducer = reducer
    self.roles = roles
    questions = groups.flatMap(\.questions)
  }

  /// One sentence each.
  var notes: [String] {
    [comparison, verdicts, unparsed, unparsedRight, lookalikes, withoutSamples, sampleCounts]
      .compactMap(\.self) + amounts + [nothingRight, sampleIDs].compactMap(\.self)
  }

  /// Verdicts that true answers in another column contradict.
  private var verdicts: String? {
    guard let correct = roles.correct?.column, let column = reducer.plan.claimedTruth else {
      return nil
    }
    let count = reducer.contradictedCount
    guard count > 0 else { return nil }
    let all = questions.reduce(0) { $0 + $1.sampleCount }
    let truth = reducer.plan.names[column]
    return
      "\(correct) tells which samples are right, and \(truth) is not used: compared as text it "
      + "contradicts \(correct) for \(count) of \(all) samples (--truth \(truth) uses it instead)"
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  /// Questions that are named but have no sample.
  private var withoutSamples: String? {
    let names = questions.filter { $0.sampleCount == 0 }.map(\.name)
    guard let first = names.first else { return nil }
    return "\(names.count) of \(questions.count) questions "
      + "\(names.count == 1 ? "has no samples and is" : "have no samples and are") left out"
      + (names.count == 1
        ? ": \(CellText.shortened(first))" : ", first \(CellText.shortened(first))")
  }

  /// Tokens and costs that only some samples have.
  private var amounts: [String] {
    let kinds: [(ColumnChoice?, KeyPath<QuestionSamples, Moments?>)] = [
      (roles.outputTokens, \.outputTokens), (roles.inputTokens, \.inputTokens),
      (roles.cost, \.cost),
    ]
    return kinds.compactMap { choice, moments in
      guard let column = choice?.column else { return nil }
      let all = questions.reduce(0) { $0 + $1.sampleCount }
      let known = questions.reduce(0) { $0 + ($1[keyPath: moments]?.count ?? 0) }
      guard known < all else { return nil }
      let isEmpty = { (question: QuestionSamples) in
        question.sampleCount > 0 && (question[keyPath: moments]?.count ?? 0) == 0
      }
      let unused = groups.filter { $0.questions.contains(where: isEmpty) }
      let empty = questions.count(where: isEmpty)
      return "\(column) is missing for \(all - known) of \(all) samples: "
        + (empty == 0
          ? "means of a question are over its others"
          : "\(empty) of \(questions.count) questions \(empty == 1 ? "has" : "have") none at all, so it "
            + "is not used"
            + (unused.count == groups.count
              ? "" : " for " + unused.map(\.name).joined(separator: "; ")))
    }
  }

  private var comparison: String? {
    guard let truth = roles.truth?.column else { return nil }
    return "answers are compared with \(truth) without case and repeated spaces, and as numbers "
      + "where both are (0.5 = .50 = 5e-1, 1,000 = 1000); answers equal in this sense are one"
  }

  private var unparsed: String? {
    let count = questions.reduce(0) { $0 + $1.unparsedCount }
    guard count > 0 else { return nil }
    let all = questions.reduce(0) { $0 + $1.sampleCount }
    return "\(count) of \(all) samples have no answer that could be read: they are never right"
  }

  private var unparsedRight: String? {
    let row = reducer.answerTallies.elements.filter { $0.isUnparsed && $0.rightRow.exists }
      .map(\.rightRow).min { $0.isBefore($1) }
    guard let row else { return nil }
    return "samples without an answer are called right, first on line \(row.line) of "
      + "\(reducer.files[Int(row.input)]): they count as wrong"
  }

  /// Answers that are words for "none" vote like any other, which may not be meant.
  private var lookalikes: String? {
    var counts: [String: Int] = [:]
    for question in questions {
      for answer in question.answers
      where answer.text.utf8.count <= 10
        && WellKnownSampleColumn.unparsedWords.contains(answer.text.lowercased())
      {
        counts[answer.text, default: 0] += answer.count
      }
    }
    guard !counts.isEmpty else { return nil }
    let words = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    let list = words.map { "\"\($0)\" (\(Self.times(counts[$0] ?? 0)))" }.joined(separator: ", ")
    return "\(list) \(words.count == 1 ? "is an answer" : "are answers") like any other; write "
      + "--unparsed \(words.joined(separator: ",")) if no answer could be read there"
  }

  private var sampleCounts: String? {
    let uneven = groups.first { group in Set(Self.counts(group)).count > 1 }
    if let uneven {
      let counts = Self.counts(uneven)
      let low = counts.min() ?? 0
      return "questions have different numbers of samples, \(low) to \(counts.max() ?? 0)"
        + (groups.count > 1 ? " in \(uneven.name)" : "")
    }
    let counts = groups.flatMap(Self.counts)
    guard !counts.isEmpty, counts.allSatisfy({ $0 == 1 }) else { return nil }
    return "each question has one sample only"
  }

  /// The samples of the questions that have any.
  private static func counts(_ group: SampleGroup) -> [Int] {
    group.questions.map(\.sampleCount).filter { $0 > 0 }
  }

  private var nothingRight: String? {
    let names = groups.filter { $0.questions.allSatisfy { $0.correctCount == 0 } }.map(\.name)
    guard !names.isEmpty else { return nil }
    let place = groups.count == 1 ? "" : " in " + names.joined(separator: "; ")
    let column = (roles.truth ?? roles.correct).map { "; check \($0.column)" } ?? ""
    return "no sample is right\(place)\(column)"
  }

  private var sampleIDs: String? {
    guard reducer.ids.isFull, let column = roles.sampleID?.column else { return nil }
    return "\(column) was searched for repeated ids among the first "
      + "\(SampleIDSet.hashLimit) samples only"
  }
}
