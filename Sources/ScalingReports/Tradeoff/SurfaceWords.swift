internal import ScalingAnalysis

/// What a surface says, in sentences.
struct SurfaceWords {
  let analysis: SurfaceAnalysis
  let roles: SurfaceReport.Roles
  let growth: ComputeGrowth
  /// Whether costs over a life are reported.
  let hasCosts: Bool

  /// Fewer clusters than these make jackknife intervals rough.
  private static let fewClusters = 4

  /// The exchange rate as a sentence.
  var finding: String {
    let (rate, worth) = (analysis.rate, analysis.trainingPerInference)
    guard let value = rate.value, value > 0, worth.value ?? -1 > 0 else { return noExchange }
    let place = analysis.preferred.form == .interaction ? " at the centre of the measurements" : ""
    let years = TradeoffWords.years(worth, growth)
    return "At equal accuracy\(place) an order of magnitude of training saves "
      + "\(TradeoffWords.orders(rate)) orders of inference. An order of inference is worth "
      + "\(TradeoffWords.orders(worth)) orders of training, or \(years) years of growth at "
      + "\(TradeoffWords.growth(growth))."
  }

  private var noExchange: String {
    let fit = analysis.additive
    let name = fit.coefficients[2] > 0 ? "training" : "inference"
    return "Accuracy does not rise with \(name) compute here, so the two cannot be exchanged."
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
      "accuracy falls in \(test.fallCount) of \(test.comparisons) comparisons of two "
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
        "no-interval: \(data.clusterCount) clusters (\(roles.cluster)) are too few, or one alone "
          + "determines the surface; no interval can be given")
    } else if data.clusterCount < Self.fewClusters {
      result.append(
        "few-clusters: intervals rest on \(data.clusterCount) clusters; simulations begin at "
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
    if hasCosts, analysis.preferred.form == .interaction {
      result.append(
        "additive-costs: costs over a life are those of the additive surface, though the rate "
          + "depends on the place")
    }
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
          "not-reached: \(target) is reached by guessing: the floor is "
            + "\(TradeoffWords.share(range.floor))"
        ]
    }
    guard curve.measuredRange == nil else { return [] }
    return [
      "extrapolated: the curve of \(target) lies beyond the inference that was measured"
    ]
  }

  private func neededRemarks(_ needed: ComputeNeeded) -> [String] {
    let left = needed.neverCount + needed.beforeCount
    guard left > 0, needed.slope != nil else { return [] }
    return [
      "left-out: \(needed.neverCount) clusters stay below \(TradeoffWords.share(needed.target)) and "
        + "\(needed.beforeCount) are above it throughout; the slope of crossings is of the other "
        + "\(needed.crossings.count) only"
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
