internal import ScalingAnalysis

/// What voting tells about one group, in sentences.
struct VoteWords {
  let analysis: VoteAnalysis

  private var level: String { NumberText.fixed(100 * analysis.settings.level, 0) + " %" }

  private var most: Int { analysis.samplesPerQuestion.upperBound }

  /// The start of the plateau, where at least one doubling of the samples lies behind it and the
  /// curve does not turn down.
  var plateauStart: Int? {
    guard analysis.peak?.isDown != true else { return nil }
    guard let plateau = analysis.plateau else { return nil }
    return plateau.overQuestions.flatMap { 2 * $0 <= plateau.end ? $0 : nil }
  }

  static func percent(_ value: Double) -> String { NumberText.percent(value, decimals: 1) }

  /// A percentage for a figure, which is never broken before its sign.
  static func label(_ value: Double) -> String { unbroken(percent(value)) }

  /// Text whose percent signs stay with their numbers.
  static func unbroken(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "%", result.last == " " {
        result.removeLast()
        result.append("\u{00A0}")
      }
      result.append(character)
    }
    return result
  }

  static func range(_ interval: Interval?) -> String {
    guard let lower = interval?.lower, let upper = interval?.upper else { return "" }
    return NumberText.fixed(100 * lower, 1) + " to " + NumberText.fixed(100 * upper, 1) + " %"
  }

  static func points(_ value: Double) -> String {
    let text = NumberText.fixed(100 * abs(value), 1)
    return text + (text == "1.0" ? " point" : " points")
  }

  /// A tolerance: as many decimals as it needs.
  static func margin(_ value: Double) -> String {
    let text = NumberText.significant(100 * value, 3)
    let kept =
      text.contains(".")
      ? String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()) : text
    return kept + (kept == "1" ? " point" : " points")
  }

  /// How many questions and samples there are.
  var size: String {
    let range = analysis.samplesPerQuestion
    let samples =
      range.lowerBound == range.upperBound
      ? "\(range.upperBound)" : "\(range.lowerBound) to \(range.upperBound)"
    let questions = analysis.questionCount
    return "\(counted(questions, "question")), \(samples) "
      + "\(range.upperBound == 1 ? "sample" : "samples")\(questions == 1 ? "" : " each")"
  }

  /// The samples of a question, in words.
  private var many: String {
    let range = analysis.samplesPerQuestion
    return (range.lowerBound < most ? "up to " : "") + counted(most, "sample")
  }

  /// The finding in one sentence, for a title.
  var headline: String {
    guard let majority = analysis.gap.majority else {
      return
        (most == 1 ? "One sample" : "Any of \(most) samples")
        + " is right on \(Self.percent(analysis.gap.coverage.estimate)) of the questions"
        + (most == 1
          ? "" : ", a single one on \(Self.percent(analysis.gap.single.estimate))")
    }
    if let peak = analysis.peak, peak.isDown {
      return
        "Voting peaks at \(counted(peak.k, "sample")) with \(Self.percent(peak.accuracy)) and then falls"
    }
    if plateauStart == 1 {
      return "Voting over \(many) is right on \(Self.percent(majority.estimate)) and gains "
        + "less than \(Self.margin(analysis.settings.tolerance)) over a single sample"
    }
    if let start = plateauStart {
      return "Voting levels off at \(Self.percent(majority.estimate)): after \(start) "
        + "samples less than \(Self.margin(analysis.settings.tolerance)) "
        + "is left to gain"
    }
    guard most > 1 else {
      return
        "One sample a question is right on \(Self.percent(majority.estimate)): there is nothing to "
        + "vote on"
    }
    return "Voting over \(many) reaches \(Self.percent(majority.estimate)); whether it has "
      + "levelled off is not settled"
  }

  /// The findings, most important first.
  var sentences: [String] {
    [majority, ceiling, plateau, towardsCeiling, coverage, hurt, peak, stopping]
      .compactMap(\.self) + [error].compactMap(\.self)
  }

  private var majority: String? {
    let single = analysis.gap.single
    guard let majority = analysis.gap.majority else {
      return "A single sample is right on \(Self.percent(single.estimate)) of the questions"
        + "\(interval(single)); without answers there is nothing to vote on."
    }
    let gain = majority.estimate - single.estimate
    let direction = gain >= 0 ? "more" : "less"
    let vote =
      analysis.settings.draw == .with
      ? "A vote of \(counted(most, "sample")) drawn with replacement" : "A vote of all samples"
    return vote + " is right on \(Self.percent(majority.estimate)) of the questions"
      + "\(interval(majority)), \(Self.points(gain)) \(direction) than a single sample (\(Self.percent(single.estimate)))."
  }

  /// The interval of a mean in brackets; nothing where there is none, as with one question.
  private func interval(_ mean: QuestionMean) -> String {
    let range = Self.range(mean.interval(level: analysis.settings.level))
    return range.isEmpty ? "" : " (\(level) interval \(range))"
  }

  private var ceiling: String? {
    guard let ceiling = analysis.boundedCeiling else { return nil }
    let open = analysis.unsettled.count
    let settled =
      open == 0
      ? "the samples settle every question"
      : "\(open) \(open == 1 ? "question is" : "questions are") not settled by the samples"
    let about = ceiling.isSettled ? "" : "about "
    return "With ever more samples voting tends to \(about)\(Self.percent(ceiling.estimate)) "
      + "(\(level) \(Self.ends(ceiling))), the share of questions whose most probable answer is "
      + "right; \(settled)." + (ceilingRemark.map { " " + $0 } ?? "")
  }

  /// An interval or bounds, by name.
  static func ends(_ mean: BoundedMean) -> String {
    (mean.isSettled ? "interval " : "bounds ") + range(mean.ends)
  }

  /// What to know before leaning on the vote ceiling.
  var ceilingRemark: String? {
    guard let ceiling = analysis.ceiling, let bounded = analysis.boundedCeiling else { return nil }
    let open = ceiling.ifOpen(level: analysis.settings.level)
    guard open.lost < open.won || !bounded.isSettled else { return nil }
    let free =
      "with every open question lost it is \(Self.percent(open.lost)), with every one won "
      + Self.percent(open.won)
    guard ceiling.basis == .learned else {
      return
        (bounded.isSettled
        ? "Each question stands on its own samples" : "That is no interval but bounds")
        + ": \(free). \(unlearned(ceiling.basis)) More samples would narrow "
        + (bounded.isSettled ? "it." : "them.")
    }
    let assumed =
      "This takes for granted that difficulty varies over questions like a beta distribution, "
      + "which the votes do not contradict; \(free)."
    return bounded.isSettled ? assumed : assumed + " " + range(ceiling, bounded)
  }

  /// Why nothing is assumed of the questions.
  private func unlearned(_ basis: VoteCeiling.Basis) -> String {
    switch basis {
    case .learned: ""
    case .fewQuestions:
      "There are too few questions to learn from them what the open ones are like."
    case .noSpread:
      "The questions do not differ by more than their samples explain; were they all alike, the "
        + "ceiling would be another."
    case .shape:
      "The votes contradict the usual shape of difficulty, a beta distribution, so none is assumed."
    case .wrongAnswers:
      "How alike the wrong answers of open questions are would change it by more than its error."
    }
  }

  /// What leaves bounds of a ceiling that leans on a learned prior.
  private func range(_ ceiling: VoteCeiling, _ bounded: BoundedMean) -> String {
    let shape =
      ceiling.shapeChange == 0
      ? ""
      : " (another shape of difficulty would change it by \(Self.signed(ceiling.shapeChange)))"
    return
      "The bounds are no interval: if the wrong answers of open questions are as uneven as they "
      + "were seen, the estimate is \(Self.percent(bounded.lowest)), and if those that the samples do "
      + "not tell apart are all alike, \(Self.percent(bounded.highest))\(shape)."
  }

  private var plateau: String? {
    guard let plateau = analysis.plateau, most > 1, analysis.peak?.isDown != true else {
      return nil
    }
    let tolerance = Self.margin(plateau.tolerance)
    guard let start = plateauStart else {
      if plateau.estimate == 1 {
        return
          "No plateau is shown: voting gains less than \(tolerance) at any k, but the questions "
          + "are too few to say so with \(level) confidence."
      }
      return
        "No plateau is shown\(asked): up to \(end(plateau)) the gain that is left does not stay below "
        + "\(tolerance) with \(level) confidence over questions before half of the samples are used"
        + (plateau.estimate.flatMap { $0 < plateau.end ? $0 : nil }
          .map { " (the estimate falls below it at k = \($0))" } ?? "") + "."
    }
    if start == 1 {
      return
        "Voting gains less than \(tolerance) at any k up to \(end(plateau)), with \(level) confidence "
        + "over questions."
    }
    var text =
      "Plateau\(asked): from k = \(start) on, less than \(tolerance) is left to gain up to \(end(plateau)), "
      + "with \(level) confidence over questions"
    if let estimate = plateau.estimate, estimate < start {
      let earliest = plateau.earliest.flatMap { $0 < estimate ? $0 : nil }
      text +=
        " (the estimate is below it from k = \(estimate) on"
        + (earliest.map { ", and it may be from k = \($0) on" } ?? "") + ")"
    }
    if let samples = plateau.overSamples, samples != start {
      text += "; over other samples of these same questions from k = \(samples) on"
    }
    return text + cost(start) + "."
  }

  /// Up to where gains are counted, and over which questions where others have fewer samples.
  private func end(_ plateau: VotePlateau) -> String {
    let counted = plateau.remaining.first?.gain.questions ?? 0
    let all = analysis.questionCount
    return "k = \(plateau.end)"
      + (counted < all ? " (over the \(counted) of \(all) questions with as many samples)" : "")
  }

  /// Where only some k were asked for, that a plateau is looked for among them.
  private var asked: String {
    analysis.settings.schedule.isList ? " among the k asked for" : ""
  }

  private func cost(_ k: Int) -> String {
    let parts = [
      analysis.tokens.map { NumberText.significant($0.total(k).mean) + " tokens" },
      analysis.dollars.map { "$" + NumberText.significant($0.total(k).mean) },
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "; that is \(parts.joined(separator: " and ")) a question"
  }

  private var towardsCeiling: String? {
    guard let gain = analysis.towardsCeiling, let lower = gain.ends?.lower,
      let upper = gain.ends?.upper
    else { return nil }
    let here =
      analysis.samplesPerQuestion.lowerBound < most
      ? "Beyond the samples of each question" : "Beyond k = \(most)"
    return "\(here), more samples would change "
      + "\(Self.signed(gain.estimate)) (\(level) \(gain.isSettled ? "interval" : "bounds") "
      + "\(Self.signed(lower, unit: false)) to \(Self.signed(upper)))."
  }

  private static func signed(_ value: Double, unit: Bool = true) -> String {
    let text = NumberText.fixed(100 * abs(value), 1)
    let sign = text == "0.0" ? "" : value < 0 ? "\u{2212}" : "+"
    return sign + text + (unit ? " points" : "")
  }

  private var coverage: String? {
    let coverage = analysis.gap.coverage.estimate
    guard let top = analysis.gap.reachByVoting else {
      return "At least one of the samples is right on \(Self.percent(coverage)) of the questions"
        + "\(interval(analysis.gap.coverage))."
    }
    let gap = coverage - top
    return "\(Self.percent(coverage)) of the questions have a right answer among their samples: "
      + "\(Self.points(max(gap, 0))) lie beyond voting, in choosing the right one."
  }

  private var hurt: String? {
    let hurt = analysis.outcomes.filter(\.isHurt).count
    guard hurt > 0 else { return nil }
    return
      "Voting hurts on \(hurt) \(hurt == 1 ? "question" : "questions"): sometimes right, but a "
      + "wrong answer is the most probable one."
  }

  private var peak: String? {
    guard let peak = analysis.peak, peak.isDown else { return nil }
    return "The curve turns down: it is highest at k = \(peak.k) with "
      + "\(Self.percent(peak.accuracy)), \(Self.points(peak.fall.estimate)) above the vote of all "
      + "(\(level) interval \(NumberText.fixed(100 * (peak.interval.lower ?? 0), 1)) to "
      + "\(NumberText.fixed(100 * (peak.interval.upper ?? 0), 1)))."
  }

  private var stopping: String? {
    guard let stop = analysis.stopping, stop.window <= analysis.samplesPerQuestion.upperBound else {
      return nil
    }
    let saved = 1 - stop.fileOrder.samples / stop.available
    return "Stopping at the first window of \(stop.window) that agrees takes "
      + "\(NumberText.fixed(stop.fileOrder.samples, 2)) samples of "
      + "\(NumberText.significant(stop.available)) in the order of the file (saves "
      + "\(NumberText.percent(saved))) at \(Self.percent(stop.fileOrder.accuracy)), and "
      + "\(NumberText.fixed(stop.randomOrders.samples, 2)) at "
      + "\(Self.percent(stop.randomOrders.accuracy)) over random orders."
  }

  private var error: String? {
    guard let right = analysis.gap.single.standardError else { return nil }
    let naive = analysis.gap.naiveStandardError
    guard right > 1.2 * naive, naive > 0 else { return nil }
    return "Standard error of a single sample over questions: \(NumberText.fixed(right, 4)); "
      + "counting samples instead would say \(NumberText.fixed(naive, 4)), "
      + "\(NumberText.significant(right / naive, 2)) times too small."
  }
}
