internal import ScalingData

extension QuestionCurves {
  /// Per question its vote at a k, or that of all its samples when it has fewer.
  private func values(_ place: Int) -> [Double] {
    majority.indices.map { majority[$0][place] ?? ends[$0] }
  }

  /// From where on the curve gains less than the tolerance until its end: the most samples that
  /// nine tenths of the questions have. Those with fewer, which can gain nothing beyond their own,
  /// are left out.
  func plateau(_ settings: VoteSettings) -> VotePlateau? {
    guard !majority.isEmpty, let reach = Self.reach(questions.map(\.sampleCount)) else {
      return nil
    }
    let isEven = questions.allSatisfy { $0.sampleCount == reach }
    guard let last = isEven ? ks.count - 1 : ks.lastIndex(where: { $0 <= reach }) else {
      return nil
    }
    let end = isEven ? reach : ks[last]
    let counted = questions.indices.filter { questions[$0].sampleCount >= end }
    guard counted.count > 1 else { return nil }
    let goal = counted.map { isEven ? ends[$0] : majority[$0][last] ?? ends[$0] }
    let rows = shown.compactMap { place -> VotePlateau.Remaining? in
      guard ks[place] <= end else { return nil }
      let now = counted.map { majority[$0][place] ?? ends[$0] }
      guard let gain = PairedMean(gains: zip(goal, now).map { $0 - $1 }) else { return nil }
      return VotePlateau.Remaining(
        k: ks[place], gain: gain,
        samplingError: samplingError(counted, goal, to: end, now, at: ks[place]),
        level: settings.level)
    }
    return VotePlateau(rows, upTo: end, tolerance: settings.tolerance, level: settings.level)
  }

  /// The most samples that nine tenths of the questions have.
  static func reach(_ sizes: [Int]) -> Int? {
    sizes.isEmpty ? nil : sizes.sorted()[sizes.count / 10]
  }

  /// The error over samples of the mean gain: the smaller of two upper bounds, the variances of
  /// both ends (they rise and fall together) and the mean square of the gains of questions.
  private func samplingError(
    _ counted: [Int], _ goal: [Double], to end: Int, _ now: [Double], at k: Int
  ) -> Double {
    var ends = 0.0
    var squares = 0.0
    for (place, index) in counted.enumerated() where k < end {
      let count = questions[index].sampleCount
      let share = { (k: Int) in Double(k) / Double(count) }
      let last = count == end ? fresh[index] : goal[place]
      let gain = goal[place] - now[place]
      ends += last * (1 - last) * share(end) + now[place] * (1 - now[place]) * share(k)
      squares += gain * gain
    }
    return min(ends, squares).squareRoot() / Double(counted.count)
  }

  /// The highest point of the curve, where all questions have that many samples.
  func peak(_ settings: VoteSettings) -> VotePeak? {
    guard !majority.isEmpty, questions.count > 1 else { return nil }
    let full = ks.indices.filter { place in majority.allSatisfy { $0[place] != nil } }
    let means = full.map { values($0).reduce(0, +) / Double(questions.count) }
    guard let highest = means.max(), let last = full.last,
      let index = means.firstIndex(where: { $0 >= highest - 1e-12 })
    else { return nil }
    let there = values(full[index])
    let end = values(last)
    guard let fall = PairedMean(zip(there, end).map { $0 - $1 }) else { return nil }
    return VotePeak(
      k: ks[full[index]], accuracy: highest, fall: fall,
      interval: fall.interval(level: settings.level))
  }

  /// Per question the share of right samples.
  var rightShares: [Double] {
    questions.map { Double($0.correctCount) / Double($0.sampleCount) }
  }

  /// The gap between one sample and any right sample.
  func gap(_ ceiling: BoundedMean?) -> VoteGap {
    let total = Double(questions.reduce(0) { $0 + $1.sampleCount })
    let pooled = Double(questions.reduce(0) { $0 + $1.correctCount }) / total
    let none = QuestionMean(estimate: 0, standardError: nil, questions: 0)
    return VoteGap(
      single: QuestionMean(rightShares) ?? none,
      naiveStandardError: (pooled * (1 - pooled) / total).squareRoot(),
      majority: QuestionMean(ends), ceiling: ceiling?.estimate,
      coverage: QuestionMean(questions.map { $0.correctCount > 0 ? 1 : 0 }) ?? none)
  }

  /// What voting does with each question.
  func outcomes(_ ceiling: VoteCeiling?, _ settings: VoteSettings) -> [QuestionOutcome] {
    guard let ceiling else { return [] }
    return questions.indices.map { index in
      QuestionOutcome(
        name: questions[index].name, ballot: ballots[index], vote: ends[index],
        chance: ceiling.unlearned[index],
        level: settings.level)
    }
  }

  /// What a reader should know about the samples.
  var notes: [String] {
    var result: [String] = []
    let sizes = questions.map(\.sampleCount)
    let (fewest, most) = (sizes.min() ?? 0, sizes.max() ?? 0)
    if fewest < most {
      let full = sizes.filter { $0 == most }.count
      result.append(
        "questions have \(fewest) to \(most) samples (\(full) of \(sizes.count) have \(most)); "
          + "each k counts the questions with at least k.")
    }
    let undefined = ks.filter { $0 > most }
    if !undefined.isEmpty {
      result.append(
        "undefined: no question has \(undefined.map(String.init).joined(separator: " or ")) samples, "
          + "so nothing is known there.")
    }
    if most == 1 { result.append("each question has one sample: there is nothing to vote on.") }
    if questions.allSatisfy({ $0.correctCount == 0 }) {
      result.append("no sample is right: check the column that says so, or the true answers.")
    }
    let scored = questions.filter { question in question.scores.contains(where: \.isFinite) }
    if !scored.isEmpty, questions.contains(where: { BestOfK($0) == nil }) {
      result.append("some samples have no score: best of k and weighted votes are left out.")
    }
    let mixed = ballots.filter { ballot in ballot.standings.reduce(0) { $0 + $1.right } > 1 }
    if !mixed.isEmpty {
      result.append(
        "\(mixed.count) \(mixed.count == 1 ? "question has" : "questions have") several distinct "
          + "right answers; they compete in the vote, so their spelling may need normalising.")
    }
    return result
  }
}
