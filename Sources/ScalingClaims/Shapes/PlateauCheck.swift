internal import ScalingAnalysis

/// Judges whether a curve has a plateau, or has one from a given x on, by `CeilingAnalysis`.
struct PlateauCheck {
  let claim: ShapeClaim
  let data: CurveData
  let settings: CheckSettings

  func finding() throws(ClaimError) -> Finding {
    let analysis: CeilingAnalysis
    do throws(FitError) {
      analysis = try CeilingAnalysis(
        data,
        settings: CeilingSettings(
          level: 1 - settings.level, simulations: settings.simulations, seed: settings.seed))
    } catch {
      throw ClaimError(error.description)
    }
    let verdict = verdict(analysis)
    return Finding(
      verdict, statement(analysis, verdict), evidence: evidence(analysis),
      against: against(analysis), assumptions: assumptions(analysis),
      wouldDecide: wouldDecide(verdict))
  }

  private var last: Double { data.x.max() ?? 0 }
  private var stopsBefore: Bool { claim.after.map { last <= $0 } ?? false }

  private func verdict(_ analysis: CeilingAnalysis) -> Verdict {
    if stopsBefore { return .inconclusive }
    switch (analysis.verdict, claim.shape) {
    case (.plateau, .plateau): return begins(analysis)
    case (.plateau, _): return begins(analysis).opposite
    case (.noPlateauInRange, .plateau): return .contradicted
    case (.noPlateauInRange, _): return .supported
    case (.inconclusive, _): return .inconclusive
    }
  }

  /// Whether the plateau is there from the claimed x on: by the points beyond it alone.
  private func begins(_ analysis: CeilingAnalysis) -> Verdict {
    guard claim.after != nil else { return .supported }
    guard let gain = gainAfterClaim(analysis) else { return .inconclusive }
    if gain.pValueBelowMargin <= settings.level / 2 { return .supported }
    let isRising = (direction(analysis) < 0 ? gain.interval.upper : gain.interval.lower)
      .map { direction(analysis) * $0 > analysis.margin }
    return isRising == true ? .contradicted : .inconclusive
  }

  /// What is gained per doubling from the claimed x on; absent with fewer than three points there.
  private func gainAfterClaim(_ analysis: CeilingAnalysis) -> TailGain? {
    claim.after.flatMap {
      TailGain(
        data, after: $0, direction: direction(analysis), margin: analysis.margin,
        level: 1 - settings.level)
    }
  }

  private func direction(_ analysis: CeilingAnalysis) -> Double {
    (analysis.logLinear.coefficient("slopePerDoubling")?.estimate ?? 0) < 0 ? -1 : 1
  }

  private func statement(_ analysis: CeilingAnalysis, _ verdict: Verdict) -> String {
    let points = "these \(data.count) points"
    if let after = claim.after, stopsBefore {
      return "Whether anything is gained beyond \(grouped(after)) cannot be told: the points stop "
        + "at \(grouped(last))."
    }
    let level = analysis.level?.estimate.map { " at " + value($0) } ?? ""
    let from = claim.after.map { " from \(grouped($0)) on" } ?? ""
    switch (verdict, analysis.verdict) {
    case (.inconclusive, .plateau):
      return "There is a plateau\(level) in \(points), but the points beyond"
        + " \(grouped(claim.after ?? 0)) alone do not rule out a gain."
    case (.inconclusive, _):
      return "These \(data.count) points allow both a plateau\(from) and a curve that goes on."
    case (.supported, .plateau) where claim.shape == .noPlateau:
      return "Something is gained beyond \(grouped(claim.after ?? 0)) in \(points)."
    case (.supported, .plateau): return "There is a plateau\(level)\(from) in \(points)."
    case (.contradicted, .plateau):
      return claim.shape == .noPlateau
        ? "The curve does not go on: \(points) level off\(level)."
        : "There is a plateau\(level) in \(points), but something is gained beyond "
          + "\(grouped(claim.after ?? 0))."
    case (.supported, _) where analysis.reason == .turnsBack:
      return "There is no plateau in \(points): the curve turns and goes back."
    case (.supported, _):
      return "There is no plateau of three or more points within the range of \(points)."
    case (.contradicted, _) where analysis.reason == .turnsBack:
      return "The claimed plateau is not there: \(points) turn and go back."
    case (.contradicted, _):
      return "The claimed plateau is not there: \(points) rule out one of three or more points."
    }
  }

  private func evidence(_ analysis: CeilingAnalysis) -> [Evidence] {
    let scale = data.isAccuracy ? 100.0 : 1
    let unit = data.isAccuracy ? "points" : ""
    var result = [
      Evidence("points", Double(data.count)), Evidence("largest x", last),
      Evidence("p-value of a curve that goes on", analysis.flattening.pValue),
    ]
    let turns = analysis.reason == .turnsBack
    if !turns {
      result += [
        Evidence(
          "level of the plateau", analysis.level?.estimate.map { $0 * scale },
          unit: data.isAccuracy ? "%" : "",
          interval: analysis.level?.interval?.scaled(scale)),
        Evidence(
          "x at which it begins", analysis.onset?.estimate, interval: analysis.onset?.interval),
      ]
    }
    for (name, gain) in [
      ("gain per doubling after the \(turns ? "turn" : "bend")", analysis.gainAfter),
      ("gain per doubling after the claimed x", gainAfterClaim(analysis)),
    ] {
      guard let gain else { continue }
      result.append(
        Evidence(
          name, gain.estimate * scale, unit: unit, interval: gain.interval.scaled(scale)))
    }
    return result
  }

  private func against(_ analysis: CeilingAnalysis) -> String {
    if analysis.verdict == .plateau, let gain = gainAfterClaim(analysis) ?? analysis.gainAfter,
      let upper = gain.interval.upper
    {
      return "Only \(gain.points) points lie beyond it, and a gain of up to "
        + "\(change(upper)) per doubling is within the interval."
    }
    if analysis.reason == .turnsBack {
      return "Only \(analysis.gainAfter?.points ?? 0) points lie beyond the turn."
    }
    if analysis.verdict == .noPlateauInRange {
      return
        "A plateau of only the last one or two points cannot be ruled out: it takes three to show."
    }
    return "A curve that goes on would look this bent in "
      + "\(decimal(100 * analysis.flattening.pValue, 1)) % of simulations."
  }

  private func assumptions(_ analysis: CeilingAnalysis) -> [String] {
    var result = [
      "a plateau is a gain below \(change(analysis.margin)) per doubling",
      "points scatter independently and normally about the curve with one variance",
    ]
    if data.sharedQuestionCount { result.append(ShapeCheck.shared) }
    return result
  }

  private func wouldDecide(_ verdict: Verdict) -> String {
    if let after = claim.after, stopsBefore {
      return "At least three points beyond \(grouped(after))."
    }
    let questions = data.isAccuracy ? ", or more questions for each" : ""
    return verdict == .inconclusive
      ? "More points beyond \(grouped(last))\(questions)."
      : "Points beyond \(grouped(last)) could overturn this."
  }

  private func value(_ level: Double) -> String {
    data.isAccuracy ? decimal(100 * level, 1) + " %" : short(level)
  }

  private func change(_ gain: Double) -> String {
    guard data.isAccuracy else { return short(gain) }
    let points = decimal(100 * gain, 1)
    return points + (points == "1" ? " point" : " points")
  }
}

extension Interval {
  /// The interval in another unit.
  func scaled(_ factor: Double) -> Interval {
    Interval(
      level: level, lower: lower.map { $0 * factor }, upper: upper.map { $0 * factor },
      method: method)
  }
}
