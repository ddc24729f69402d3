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
    [comparison, unparsed, unparsedRight, lookalikes, sampleCounts, nothingRight, sampleIDs]
      .compactMap(\.self)
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
    let list = words.map { "\"\($0)\" (\(counts[$0] ?? 0) times)" }.joined(separator: ", ")
    return "\(list) \(words.count == 1 ? "is an answer" : "are answers") like any other; write "
      + "--unparsed \(words.joined(separator: ",")) if no answer could be read there"
  }

  private var sampleCounts: String? {
    let uneven = groups.first { group in
      group.questions.contains { $0.sampleCount != group.questions[0].sampleCount }
    }
    if let uneven {
      let counts = uneven.questions.map(\.sampleCount)
      let low = counts.min() ?? 0
      return "questions have different numbers of samples, \(low) to \(counts.max() ?? 0)"
        + (groups.count > 1 ? " in \(uneven.name)" : "")
    }
    guard questions.allSatisfy({ $0.sampleCount == 1 }) else { return nil }
    return "each question has one sample only, so there is nothing to vote on"
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
