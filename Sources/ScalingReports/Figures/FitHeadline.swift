internal import ScalingAnalysis

/// What a fit says in a title, at the end of its curve and along its slope.
struct FitHeadline {
  let fit: Fit
  let words: QuantityWords
  /// The rivals of the fit, when a title is wanted.
  var ranking: ModelRanking?

  private var noun: String { words.yNoun.sentenceStart }

  private func value(_ name: String) -> Double? { fit.coefficient(name)?.estimate }

  /// The finding as a title.
  var title: String {
    switch fit.name {
    case _ where !hasTrend:
      return noTrend
    case .linear:
      let shape = ranking?.isDecided ?? false ? "linearly " : ""
      return "\(noun) \(verb(value("slope") ?? 0)) \(shape)with \(words.xNoun)"
    case .logLinear:
      return slopeTitle
    case .powerLaw:
      guard ranking?.isDecided ?? false else {
        return "\(noun) \(verb(direction)) with \(words.xNoun)"
      }
      return "\(noun) \(verb(direction)) as \(words.xNoun) to the power "
        + exponent
    case .saturatingPower, .saturatingExponential, .logistic:
      guard let level = endLevel else {
        return "\(noun) \(verb(direction)) with \(words.xNoun); the data do not show where it ends"
      }
      return isLevellingOffDecided
        ? "\(noun) levels off near \(words.level(level))" : undecidedTitle
    case .hinge:
      guard let level = endLevel, !fit.has(.breakpointAtEdge) else { return slopeTitle }
      return isLevellingOffDecided
        ? "\(slopeTitle), then levels off near \(words.level(level))" : undecidedTitle
    case .brokenPower:
      return "\(noun) \(verb(direction)) with \(words.xNoun)" + (bend.map { " and " + $0 } ?? "")
    case .constant:
      return noTrend
    case .formula:
      return "\(noun) by \(words.xNoun), and \(fit.model.formula)"
    }
  }

  /// Whether a change with x is established: not a constant, nor a line that may be flat.
  var hasTrend: Bool {
    switch fit.name {
    case .constant: false
    case .linear: !isFlatPossible("slope")
    case .logLinear: !isFlatPossible("slopePerDoubling")
    default: true
    }
  }

  /// Whether the interval of a slope holds zero.
  private func isFlatPossible(_ slope: String) -> Bool {
    fit.coefficient(slope)?.interval.map { !$0.leavesOut(0) } ?? false
  }

  private var noTrend: String {
    "No trend of \(words.yNoun) with \(words.xNoun) is established"
  }

  private var undecidedTitle: String {
    "\(noun) \(verb(direction)) with \(words.xNoun); whether it levels off is not decided"
  }

  /// Whether the families that level off have nearly all the support together, so that a title
  /// may say so even when they cannot be told from each other.
  var isLevellingOffDecided: Bool {
    guard let ranking else { return true }
    let levelling: Set<ModelName> = [
      .hinge, .logistic, .saturatingPower, .saturatingExponential,
    ]
    let support = ranking.entries.filter { levelling.contains($0.fit.name) }
      .reduce(0) { $0 + ($1.akaikeWeight ?? 0) }
    return support >= ModelRanking.decidingWeight
  }

  private var slopeTitle: String {
    let slope = value("slopePerDoubling") ?? 0
    let size = words.changeSize(slope)
    return "\(noun) \(verb(slope)) \(size) per doubling of \(words.xNoun)"
  }

  private func verb(_ slope: Double) -> String { slope < 0 ? "falls" : "rises" }

  private var direction: Double { (fit.fitted.last ?? 0) - (fit.fitted.first ?? 0) }

  /// The level that the curve tends to with growing x, when the data identify it.
  var endLevel: Double? {
    switch fit.name {
    case .hinge: return value("ceiling")
    case .saturatingPower, .saturatingExponential: return value("asymptote")
    case .logistic:
      let falls = (value("steepnessPerDoubling") ?? 0) < 0
      return value(falls ? "floor" : "ceiling")
    case .constant: return value("level")
    case .linear, .logLinear, .powerLaw, .brokenPower, .formula: return nil
    }
  }

  /// The coefficient behind `endLevel`.
  private var endCoefficient: Coefficient? {
    switch fit.name {
    case .hinge: fit.coefficient("ceiling")
    case .saturatingPower, .saturatingExponential: fit.coefficient("asymptote")
    case .logistic:
      fit.coefficient((value("steepnessPerDoubling") ?? 0) < 0 ? "floor" : "ceiling")
    case .constant: fit.coefficient("level")
    case .linear, .logLinear, .powerLaw, .brokenPower, .formula: nil
    }
  }

  /// Where a broken power law bends, when that lies within the data.
  private var bend: String? {
    guard let place = value("d1"), let low = fit.data.x.min(), let high = fit.data.x.max(),
      (low...high).contains(place)
    else { return nil }
    return "bends near \(words.estimatedPosition(place))"
  }

  /// The short statement at the end of a curve.
  var endLabel: String {
    if let level = endLevel {
      return fit.name == .hinge || fit.name == .constant
        ? "flat at \(words.level(level))" : "towards \(words.level(level))"
    }
    switch fit.name {
    case .logLinear, .hinge: return "\(words.change(value("slopePerDoubling") ?? 0)) per doubling"
    case .powerLaw: return "exponent \(exponent)"
    case .linear: return "linear"
    case .brokenPower: return bend ?? "broken power law"
    case .formula: return "formula"
    default: return "no end in sight"
    }
  }

  /// The interval of the number in `endLabel`.
  var endDetail: String? {
    let percent = NumberText.fixed(100 * fit.level, 0) + " % interval "
    let coefficient =
      endLevel == nil
      ? fit.coefficient(fit.name == .powerLaw ? "exponent" : "slopePerDoubling") : endCoefficient
    guard let interval = coefficient?.interval, let lower = interval.lower,
      let upper = interval.upper
    else { return nil }
    if endLevel != nil { return percent + range(lower, upper, scale: words.isAccuracy ? 100 : 1) }
    if fit.name == .powerLaw { return percent + range(lower, upper, scale: 1) }
    return percent + range(lower, upper, scale: words.isAccuracy ? 100 : 1)
  }

  /// The exponent of a power law with two digits, or with as many as its interval has where two
  /// would put it outside.
  private var exponent: String {
    let estimate = value("exponent") ?? 0
    let rounded = NumberText.significant(estimate, 2)
    guard let interval = fit.coefficient("exponent")?.interval, let lower = interval.lower,
      let upper = interval.upper, let shown = Double(rounded), shown < lower || shown > upper
    else { return rounded }
    return NumberText.fixed(estimate, Self.decimals(ofWidth: upper - lower))
  }

  private static func decimals(ofWidth width: Double) -> Int {
    width >= 8 ? 0 : width >= 0.8 ? 1 : width >= 0.08 ? 2 : 3
  }

  private func range(_ lower: Double, _ upper: Double, scale: Double) -> String {
    let decimals = Self.decimals(ofWidth: scale * (upper - lower))
    let unit = scale == 100 && endLevel != nil ? " %" : ""
    return NumberText.fixed(scale * lower, decimals) + " to "
      + NumberText.fixed(scale * upper, decimals) + unit
  }

  /// Where a plateau begins, when the fit has one to show.
  var plateauStart: Double? {
    guard fit.name == .hinge, endLevel != nil, !fit.has(.breakpointAtEdge), isLevellingOffDecided
    else { return nil }
    return value("breakpoint")
  }
}
