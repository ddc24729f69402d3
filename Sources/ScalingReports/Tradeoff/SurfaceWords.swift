internal import ScalingAnalysis

/// What a surface says, in sentences.
struct SurfaceWords {
  let analysis: SurfaceAnalysis
  let roles: SurfaceReport.Roles
  let growth: ComputeGrowth
  /// Costs over a life, where they were asked for and exist.
  let lifetimes: [SurfaceLifetime]
  /// Whether costs over a life were asked for.
  let wantsCosts: Bool

  /// Fewer clusters than these make jackknife intervals rough.
  private static let fewClusters = 4

  /// The exchange rate as a sentence.
  var finding: String {
    let (rate, worth) = (analysis.rate, analysis.trainingPerInference)
    guard rate.value != nil, worth.value != nil else { return noExchange }
    let place = analysis.preferred.form == .interaction ? " at the centre of the measurements" : ""
    let years = TradeoffWords.years(worth, growth)
    return "At equal accuracy\(place) an order of magnitude of training saves "
      + "\(TradeoffWords.orders(rate)) orders of inference. An order of inference is worth "
      + "\(TradeoffWords.orders(worth)) orders of training, or \(years) years of growth at "
      + "\(TradeoffWords.growth(growth))."
  }

  /// The sign of an estimate is no finding: a fall is told where its interval leaves out a rise.
  private var noExchange: String {
    let computes = [("training", analysis.trainingSlope), ("inference", analysis.inferenceSlope)]
    let sentences = computes.compactMap { name, slope -> String? in
      guard let value = slope.value, value <= 0 else { return nil }
      let size =
        "(\(TradeoffWords.orders(value)) in log-odds per order of magnitude"
        + (slope.interval.map {
          ", \(TradeoffWords.interval($0.level)) interval "
            + TradeoffWords.ends($0) { NumberText.fixed($0, 3) }
        } ?? "") + ")"
      return (slope.interval?.upper).map { $0 < 0 } ?? false
        ? "Accuracy falls with \(name) compute \(size)"
        : "That accuracy rises with \(name) compute is not shown \(size)"
    }
    return sentences.joined(separator: ". ") + ": no rate of exchange can be given."
  }

  /// Which surface is preferred, and by what evidence.
  var preference: String {
    guard let p = analysis.interactionPValue else {
      return "The additive surface is used: there are too few clusters to test an interaction."
    }
    let held = zipped(analysis.additive.heldOutDeviance, analysis.interaction?.heldOutDeviance)
      .map { additive, interaction in
        "; deviance of clusters kept out of the fit: \(NumberText.significant(additive, 4)) additive, "
          + "\(NumberText.significant(interaction, 4)) with interaction"
      }
    let which =
      analysis.preferred.form == .interaction
      ? "The surface with an interaction is preferred: the rate depends on the place"
      : "The additive surface is preferred: an interaction is not shown"
    return "\(which) (p = \(LawText.number(p, 2)) over clusters\(held ?? ""))."
  }

  /// What the test along training says.
  var monotone: String {
    let test = analysis.monotone
    guard test.comparisons > 0 else {
      return "Whether accuracy ever falls with training was not tested: no two training computes "
        + "were measured at the same inference compute."
    }
    let within = roles.within.map { " of the same \($0)" } ?? ""
    let counts =
      "accuracy falls in \(test.fallCount) of \(counted(test.comparisons, "comparison")) of two "
      + "training computes\(within) at the same inference"
    guard let p = test.pValue else {
      return "Not tested for want of questions (--items): \(counts)."
    }
    let example = test.falls.first.map { ", most clearly " + fall($0) } ?? ""
    let verdict =
      p < 0.05
      ? "Accuracy is not monotone in training compute"
      : "That accuracy never falls with training compute is not ruled out"
    return "\(verdict) (p = \(LawText.number(p, 2))): \(counts)\(example)."
  }

  private func fall(_ fall: MonotoneTest.Fall) -> String {
    let group = fall.group.isEmpty ? "" : "in \(fall.group) "
    return group + "from \(NumberText.percent(fall.accuracyBefore, decimals: 1)) at "
      + "\(TradeoffWords.power(fall.from)) to "
      + "\(NumberText.percent(fall.accuracyAfter, decimals: 1)) at \(TradeoffWords.power(fall.to))"
  }

  /// What a reader must know, one sentence each.
  var remarks: [String] {
    var result: [String] = []
    let data = analysis.data
    if analysis.additive.covariance == nil {
      result.append(
        "no-interval: \(counted(data.clusterCount, "cluster")) (\(roles.cluster)) "
          + "\(data.clusterCount == 1 ? "is" : "are") too few, or one alone "
          + "determines the surface; no interval can be given")
    } else if data.clusterCount < Self.fewClusters {
      result.append(
        "few-clusters: intervals rest on \(counted(data.clusterCount, "cluster")); simulations begin at "
          + "\(Self.fewClusters)")
    } else if analysis.rate.value != nil, analysis.rate.interval?.isClosed == false {
      result.append(
        "not-bounded: accuracy does not rise clearly with inference compute, so any rate is "
          + "possible")
    }
    if analysis.isCurved {
      result.append(
        "curved: squares of the computes improve the surface (p = "
          + "\(LawText.number(analysis.curvaturePValue ?? 0, 2))): the rate is an average over the "
          + "measurements and not a law; narrow the range with --where to see it change")
    }
    if analysis.monotone.isContradicted == true {
      result.append(
        "not-monotone: models of more training are worse in places; the surface smooths over that")
    }
    result += costRemarks
    result += analysis.curves.flatMap(curveRemarks) + analysis.needed.flatMap(neededRemarks)
    return result
  }

  private func curveRemarks(_ curve: EqualAccuracyCurve) -> [String] {
    let target = TradeoffWords.share(curve.target)
    guard curve.isReachable else {
      let range = analysis.settings.range
      return curve.target >= range.ceiling
        ? [
          "not-reached: \(target) is not reached at any compute: the ceiling is "
            + "\(TradeoffWords.share(range.ceiling))"
        ]
        : [
          "not-reached: \(target) lies below the floor of \(TradeoffWords.share(range.floor)): "
            + "guessing reaches it"
        ]
    }
    guard curve.measuredRange == nil else { return [] }
    return [
      curve.hasFigures
        ? "extrapolated: the curve of \(target) lies beyond the computes that were measured"
        : "no-curve: \(target) has no curve, because accuracy is shown to rise with neither "
          + "compute"
    ]
  }

  private var costRemarks: [String] {
    guard wantsCosts else { return [] }
    var result: [String] = []
    let told = Set(lifetimes.map(\.question.target))
    for curve in analysis.curves where curve.isReachable && !told.contains(curve.target) {
      result.append(
        "no-costs: no costs over a life at \(TradeoffWords.share(curve.target)): they need a curve "
          + "along which more training saves inference")
    }
    if lifetimes.contains(where: \.isExtrapolated) {
      result.append(
        "extrapolated-costs: what is marked lies beyond the training or the inference that was "
          + "measured; it rests on the form of the surface alone and has no interval")
    }
    let hasIntervals = lifetimes.contains { $0.best.contains { $0.training.interval != nil } }
    if hasIntervals, analysis.data.clusterCount < 6 {
      result.append(
        "few-clusters: intervals of costs from so few clusters held the truth in 92 to 95 % of "
          + "simulations, at a level of 95 %")
    }
    if lifetimes.contains(where: { $0.best.contains(where: \.isLeastInference) }) {
      result.append(
        "least-inference: a query uses 1 \(roles.inference) at least; training beyond that would "
          + "raise accuracy above what is asked for")
    }
    return result
  }

  private func neededRemarks(_ needed: ComputeNeeded) -> [String] {
    let left = needed.neverCount + needed.beforeCount
    guard left > 0, needed.slope != nil else { return [] }
    return [
      "left-out: \(counted(needed.neverCount, "cluster")) "
        + "\(needed.neverCount == 1 ? "stays" : "stay") below \(TradeoffWords.share(needed.target)) "
        + "and \(needed.beforeCount) \(needed.beforeCount == 1 ? "is" : "are") above it throughout; "
        + "the slope of crossings is of the other \(needed.crossings.count) only"
    ]
  }

  private func zipped(_ one: Double?, _ other: Double?) -> (Double, Double)? {
    guard let one, let other else { return nil }
    return (one, other)
  }
}

extension TradeoffWords {
  /// An accuracy in percent with the decimals that it needs.
  static func share(_ value: Double) -> String {
    plain(100 * value) + " %"
  }
}
