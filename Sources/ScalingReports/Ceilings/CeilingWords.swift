internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What an analysis of a plateau says, in sentences.
struct CeilingWords {
  let analysis: CeilingAnalysis
  let words: QuantityWords

  /// The answer as one sentence a reader may quote.
  var statement: String {
    switch analysis.reason {
    case .flatAfterBend:
      "\(noun) stops \(risingWord) near \(level), at about \(onset)"
        + (onsetRange.map { " or anywhere \(isOnsetClosed ? "from " : "")\($0)" } ?? "")
        + ": beyond, it " + gainAfterClause
    case .flatAfterApproach:
      "\(noun) approaches \(level) smoothly and gains less than \(margin) from about \(onset) on"
        + (onsetRange.map { " (\($0))" } ?? "") + ": beyond, it " + gainAfterClause
    case .flatThroughout:
      "\(noun) is flat from the first point on: a doubling of \(words.xNoun) changes it by "
        + "\(slopeRange), less than the margin of \(margin)"
    case .risesThroughout:
      "No plateau of three or more points up to \(last): \(noun.lowercasedFirst) keeps \(risingWord), by "
        + "\(slope) per doubling of \(words.xNoun) on average, and a plateau that begins before "
        + "\(earliest) is rejected"
    case .turnsBack:
      "No plateau: \(noun.lowercasedFirst) turns near \(turningPlace); beyond, it "
        + gainAfterClause
    case .stillRises:
      "No plateau up to \(last): \(noun.lowercasedFirst) still gains more than "
        + "\(margin) there"
    case .stillRisingPossible where analysis.onset?.estimate == nil:
      "\(noun) slows smoothly; whether it still gains \(margin) at \(last) is not settled"
    case .stillRisingPossible where analysis.approach != nil:
      "\(noun) approaches \(level) smoothly, but the points beyond \(onset) do not show that it "
        + "gains less than \(margin): it " + gainAfterClause
    case .tooFewPointsAfter where analysis.approach != nil:
      "\(noun) approaches \(level) smoothly, but fewer than three points lie beyond \(onset), where "
        + "it should gain less than \(margin)"
    case .stillRisingPossible:
      "\(noun) bends near \(onset), but the points beyond do not show that it stops: "
        + "\(gainAfterClause)"
    case .tooFewPointsAfter:
      "\(noun) bends near \(onset), but fewer than three points lie beyond"
    case .bothPossible:
      "These data do not tell whether \(noun.lowercasedFirst) levels off: it may go on "
        + "\(risingWord), and a plateau from \(earliest) on is not rejected either"
    case .noTrend:
      "There is no trend of \(words.yNoun) with \(words.xNoun) to level off from"
    }
  }

  /// What the answer rests on and what speaks against it, one sentence each.
  var explanation: [String] {
    [bendSentence, tailSentence, levelSentence, smoothSentence, questionsSentence]
      .compactMap(\.self)
  }

  /// What would decide; absent when it is decided.
  var wouldDecide: String? {
    switch analysis.reason {
    case .flatAfterBend, .flatAfterApproach, .flatThroughout, .risesThroughout, .stillRises,
      .turnsBack:
      nil
    case .tooFewPointsAfter, .bothPossible, .stillRisingPossible:
      "More points beyond \(last), a doubling or more apart, or less scatter at the last ones: a "
        + "plateau takes three points to show"
    case .noTrend: "A wider range of \(words.xNoun), or more questions behind each point"
    }
  }

  /// The answer as a title.
  var title: String {
    switch analysis.verdict {
    case .plateau where analysis.reason == .flatThroughout: "\(noun) is flat over the whole range"
    case .plateau where analysis.approach != nil: "\(noun) has all but reached \(level)"
    case .plateau: "\(noun) stops \(risingWord) near \(level)"
    case .noPlateauInRange where analysis.reason == .turnsBack:
      "No plateau: \(noun.lowercasedFirst) turns near \(turningPlace)"
    case .noPlateauInRange where analysis.approach != nil:
      "No plateau up to \(last): \(noun.lowercasedFirst) still gains"
    case .noPlateauInRange: "No plateau of three or more points up to \(last)"
    case .inconclusive: "Whether \(noun.lowercasedFirst) levels off is not decided"
    }
  }

  /// What is shaded in a figure; absent where nothing is.
  var shading: String? {
    guard analysis.isPlateauShown else { return nil }
    let level = NumberText.fixed(100 * analysis.settings.level, 0) + " %"
    guard analysis.closedOnset != nil else { return "Shaded: the plateau." }
    let place = analysis.approach == nil ? "where it bends" : "where it slows"
    return "Shaded: \(place) (\(level) interval), then the plateau."
  }

  /// What a figure says below, in one or two sentences.
  var note: String {
    let count = "\(analysis.hinge.data.count) points. "
    switch analysis.verdict {
    case .plateau:
      let what =
        analysis.approach != nil
        ? "It gains less than \(margin) from" : isOnsetClosed ? "The bend lies at" : "The bend lies"
      let bend = onsetRange.map { "\(what) \($0). " } ?? ""
      return count + bend + (tailSentence.map { $0 + "." } ?? "")
    case .noPlateauInRange where analysis.approach != nil || analysis.reason == .turnsBack:
      return count + statement + "."
    case .noPlateauInRange:
      return count + "A plateau that begins before \(earliest) is rejected."
    case .inconclusive: return count + statement + "."
    }
  }

  /// What stands at the end of the curve.
  func endLabel() -> SeriesLabel {
    let headline = FitHeadline(fit: analysis.chosen, words: words)
    if analysis.reason == .flatAfterBend, headline.endLevel == nil {
      return SeriesLabel("flat at \(level)", detail: levelInterval)
    }
    if analysis.verdict == .inconclusive, analysis.chosen.name == .hinge {
      return SeriesLabel("if it bends, flat at \(level)", detail: headline.endDetail)
    }
    guard analysis.chosen.name != .logLinear, let over = analysis.levelOverQuestions,
      let lower = over.lower,
      let upper = over.upper, let items = analysis.hinge.data.sharedItems
    else { return SeriesLabel(headline.endLabel, detail: headline.endDetail) }
    let range = "\(NumberText.fixed(100 * lower, 0)) to \(NumberText.fixed(100 * upper, 0)) %"
    return SeriesLabel(
      headline.endLabel, detail: "\(range) with \(NumberText.fixed(items, 0)) questions")
  }

  /// The level with its interval, for a sentence.
  var levelText: String? {
    analysis.level.map { estimate in
      let range = words.range(estimate.interval)
      return level + (range == "–" ? "" : " (\(range))")
    }
  }

  private var levelInterval: String? {
    analysis.level?.interval.map {
      NumberText.fixed(100 * $0.level, 0) + " % interval " + words.ends($0, of: "level")
        + (words.isAccuracy ? " %" : "")
    }
  }

  /// The x at which it begins, with its interval, for a sentence.
  var onsetText: String {
    (analysis.onset?.estimate.map(words.estimatedPosition) ?? "an unknown place")
      + (onsetRange.map { " (\($0))" } ?? "")
  }

  /// The level with its interval.
  var levelPhrase: String? { analysis.level.map(words.phrase) }

  private var bendSentence: String? {
    guard analysis.approach == nil else { return nil }
    let p = Self.probability(analysis.flattening.pValue)
    let isRare = analysis.flattening.pValue <= 1 - analysis.settings.level
    return isRare
      ? "A curve that goes on per doubling would look this bent in \(p) of "
        + "\(analysis.flattening.simulations) simulations on the same x"
      : "A curve that goes on per doubling looks this bent in \(p) of "
        + "\(analysis.flattening.simulations) simulations on the same x: no bend is established"
  }

  private var tailSentence: String? {
    guard let gain = analysis.gainAfter else { return nil }
    let test = Self.probability(gain.pValueBelowMargin)
    let isTurning = analysis.reason == .turnsBack
    let place = isTurning ? "the turn" : analysis.approach == nil ? "the bend" : onset
    let start =
      "The \(gain.points) points beyond \(place) change by \(signed(gain.estimate)) per "
      + "doubling (\(range(gain.interval)))"
    if isTurning { return start }
    return start
      + "; a true gain of \(margin) or more would look this small in \(test) of cases"
  }

  private var levelSentence: String? {
    if analysis.reason == .turnsBack { return nil }
    if analysis.approach != nil { return levelPhrase.map { "Level: \($0)" } }
    guard let onset = analysis.onset, analysis.flattening.pValue <= 1 - analysis.settings.level
    else { return nil }
    return "Best bend: \(words.phrase(onset)); \(levelPhrase ?? "")\(levelOrigin)"
  }

  private var levelOrigin: String {
    guard analysis.isLevelOfTail, let gain = analysis.gainAfter else { return "" }
    return ", the mean of the \(gain.points) points beyond it, because the bend itself lies "
      + "somewhere before the second x"
  }

  private var smoothSentence: String? {
    if analysis.reason == .turnsBack {
      return "The curves that are compared here level off or go on; none of them turns, and their "
        + "coefficients describe no part of it"
    }
    if let approach = analysis.approach {
      return "A smooth approach (\(approach.fit.name.rawValue)) describes the points better than a "
        + "bend or a curve that goes on per doubling, by \(NumberText.fixed(approach.lead, 1)) AICc "
        + "units: the answer rests on it"
    }
    guard
      let best = analysis.smooth.min(by: {
        ($0.statistics.aicc ?? .infinity) < ($1.statistics.aicc ?? .infinity)
      }),
      let smooth = best.statistics.aicc, let bent = analysis.hinge.statistics.aicc,
      let straight = analysis.logLinear.statistics.aicc
    else { return nil }
    let side = smooth < bent ? "better" : "worse"
    return "Against the bend, a smooth approach (\(best.name.rawValue)) is \(side) by "
      + "\(NumberText.fixed(abs(smooth - bent), 1)) AICc units and going on (log-linear) is "
      + "\(straight < bent ? "better" : "worse") by \(NumberText.fixed(abs(straight - bent), 1))"
  }

  private var questionsSentence: String? {
    guard let items = analysis.hinge.data.sharedItems else { return nil }
    let over =
      analysis.levelOverQuestions.map {
        "; over other questions the level could be "
          + words.range($0)
      } ?? ""
    return "Every point has \(NumberText.fixed(items, 0)) questions: if they are the same ones, "
      + "these intervals hold for them only\(over)"
  }

  private var noun: String { words.yNoun.sentenceStart }

  private var isFalling: Bool {
    (analysis.logLinear.coefficient("slopePerDoubling")?.estimate ?? 0) < 0
  }

  private var risingWord: String { isFalling ? "falling" : "rising" }

  private var level: String { analysis.level?.estimate.map(words.level) ?? "an unknown level" }

  private var onset: String { analysis.onset?.estimate.map(estimatedPlace) ?? "an unknown place" }

  /// A value of x with its unit, and as a power of two where budgets are named so.
  private func place(_ x: Double) -> String { phrase(words.position(x), x) }

  private func estimatedPlace(_ x: Double) -> String { phrase(words.estimatedPosition(x), x) }

  private func phrase(_ value: String, _ x: Double) -> String {
    guard words.quantity == .tokens || words.quantity == .samples, x > 0 else { return value }
    return "\(value) \(words.xNoun) (2^\(NumberText.fixed(log2(x), 1)))"
  }

  private var onsetRange: String? {
    guard let interval = analysis.onset?.interval else { return nil }
    switch (
      interval.lower.map(words.estimatedPosition), interval.upper.map(words.estimatedPosition)
    ) {
    case (let lower?, let upper?): return "\(lower) to \(upper)"
    case (let lower?, nil): return "above \(lower)"
    case (nil, let upper?): return "below \(upper)"
    case (nil, nil): return nil
    }
  }

  private var isOnsetClosed: Bool {
    analysis.onset?.interval?.lower != nil && analysis.onset?.interval?.upper != nil
  }

  private var earliest: String {
    estimatedPlace(analysis.earliestOnset ?? analysis.hinge.data.x.min() ?? 0)
  }

  /// Where the highest point lies, or the lowest of a falling curve.
  private var turningPlace: String {
    let data = analysis.hinge.data
    let sign: Double = isFalling ? -1 : 1
    let turn = data.y.indices.max { sign * data.y[$0] < sign * data.y[$1] }
    return turn.map { place(data.x[$0]) } ?? ""
  }

  private var last: String { place(analysis.hinge.data.x.max() ?? 0) }

  private var margin: String {
    words.changeSize(analysis.margin) + " per doubling"
  }

  private var slope: String {
    guard let slope = analysis.logLinear.coefficient("slopePerDoubling")?.estimate else {
      return ""
    }
    return words.changeSize(slope)
  }

  private var slopeRange: String {
    analysis.logLinear.coefficient("slopePerDoubling")?.interval.map(range) ?? ""
  }

  private var gainAfterClause: String {
    guard let gain = analysis.gainAfter else { return "the change is unknown" }
    return "changes by \(signed(gain.estimate)) per doubling (\(range(gain.interval)))"
  }

  /// A change; what rounding alone leaves of the sums behind it is zero.
  private func signed(_ value: Double) -> String {
    let size = analysis.hinge.data.y.reduce(0) { max($0, abs($1)) }
    return words.change(abs(value) <= 1e-9 * size ? 0 : value)
  }

  private func range(_ interval: Interval) -> String {
    guard let lower = interval.lower, let upper = interval.upper else { return "open" }
    return "\(signed(lower)) to \(signed(upper))"
  }

  private static func probability(_ value: Double) -> String {
    value < 0.001 ? "less than 0.1 %" : NumberText.percent(value, decimals: 1)
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
