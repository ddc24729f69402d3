internal import ScalingAnalysis
internal import ScalingData

/// What a figure of fitted curves says.
extension FitFigure {
  /// The finding over all series, as a title.
  var finding: String {
    let headlines = fitted.map {
      FitHeadline(fit: $0.fit, words: words, ranking: $0.series.ranking)
    }
    let noun = words.yNoun.sentenceStart
    guard let first = headlines.first else { return "\(noun) by \(words.xNoun)" }
    if isSingle { return first.title }
    let count = headlines.count
    let levels = headlines.compactMap(\.endLevel)
    if levels.count == count,
      headlines.allSatisfy({ $0.fit.name != .constant && $0.isLevellingOffDecided }),
      let low = levels.min(), let high = levels.max()
    {
      return "\(noun) levels off in all \(count) series, between \(words.level(low)) and "
        + words.level(high)
    }
    let slopes = fitted.compactMap { SlopesHeadline.Slope(name: $0.series.name, $0.fit) }
    if slopes.count == count { return SlopesHeadline(slopes: slopes, words: words).title }
    if let verb = commonDirection {
      return "\(noun) \(verb) with \(words.xNoun) in \(count == 2 ? "both" : "all \(count)") series"
    }
    return "\(noun) against \(words.xNoun): the best-fitting curve of each of \(count) series"
  }

  /// "rises" or "falls" where every curve does so from end to end.
  private var commonDirection: String? {
    let changes = fitted.map { item -> Double in
      let order = item.fit.data.x.indices.sorted { item.fit.data.x[$0] < item.fit.data.x[$1] }
      let values = order.map { item.fit.fitted[$0] }
      guard let first = values.first, let last = values.last,
        FitHeadline(fit: item.fit, words: words).hasTrend
      else { return 0 }
      let isOneWay = zip(values, values.dropFirst()).allSatisfy { ($1 - $0) * (last - first) >= 0 }
      return isOneWay ? last - first : 0
    }
    if changes.allSatisfy({ $0 > 0 }) { return "rises" }
    return changes.allSatisfy { $0 < 0 } ? "falls" : nil
  }

  var subtitle: String {
    let unit = words.isAccuracy ? ", in percent," : ""
    let name = isSingle ? report.series.first.map { "\($0.name): " } ?? "" : ""
    let axis =
      isInPowers
      ? "log axes" : options.lens.axisPhrase(isLogarithmic: axes.isLogarithmicByDefault)
    let what = "\(table.y.title)\(unit) by \(table.x.title) (\(axis))"
    return isSingle ? name + what : what.sentenceStart
  }

  var notes: [String] {
    var result: [String] = []
    let level = NumberText.fixed(100 * report.settings.level, 0) + " %"
    var parts: [String] = []
    if let itemsNote {
      parts.append("Bars: \(level) Wilson intervals, \(itemsNote).")
    } else if table.roles.standardError != nil {
      parts.append("Bars: \(level) intervals from the table's standard errors.")
    }
    if !fitted.isEmpty, showsBands { parts.append(bandNote(level)) }
    if !fitted.isEmpty, showsBands, options.showsPrediction {
      parts.append(
        coverage == .pointwise
          ? "Wider band: \(level) interval of one new point."
          : "Wider band: \(level) for \(CurveSampling.points) new points together.")
    }
    if !parts.isEmpty { result.append(parts.joined(separator: " ")) }
    if isSingle, let ranking = report.series.first?.ranking {
      result.append("\(report.series[0].data.count) points. " + RankingSentence(ranking).short)
    } else if !fitted.isEmpty {
      result.append("Curve of each series: the family that ranks first by AICc.")
    }
    let heldOut = report.table.heldOutCount
    if heldOut > 0 {
      result.append(
        "Hollow: \(heldOut) \(heldOut == 1 ? "point" : "points") held out of the fit; curves are "
          + "dashed beyond the fitted points.")
    }
    if let data = report.series.first?.data,
      let sentence = NoiseWords(data, report.settings).sentence
    {
      result.append(sentence)
    }
    let missing = report.series.filter { $0.ranking == nil }.count
    if missing > 0 { result.append("\(missing) series without a curve: too little to fit.") }
    return result
  }

  private var itemsNote: String? {
    let counts = Set(report.series.flatMap { $0.data.items.compactMap(\.self) })
    guard words.isAccuracy, let low = counts.min(), let high = counts.max() else { return nil }
    return low == high
      ? "\(NumberText.fixed(low, 0)) questions at each point"
      : "\(NumberText.fixed(low, 0)) to \(NumberText.fixed(high, 0)) questions at each point"
  }

  private func bandNote(_ level: String) -> String {
    if coverage == .simultaneous {
      return "Band: holds the whole curve with \(level) confidence (profile likelihood)."
    }
    guard let bootstrap = report.settings.bootstrap,
      fitted.contains(where: { $0.series.bootstraps[$0.fit.name] != nil })
    else {
      let method =
        fitted.contains { $0.fit.bandMethod == .questionJackknife }
        ? "refits without each question" : "profile likelihood"
      return "Band: \(level) interval of the curve at each x (\(method))."
    }
    return "Band: \(level) interval of the curve at each x "
      + "(\(NumberText.fixed(Double(bootstrap.replicateCount), 0)) bootstrap refits)."
  }

  func description(_ title: String) -> String {
    let parts = fitted.map { _, series, fit in
      let headline = FitHeadline(fit: fit, words: words)
      let detail = headline.endDetail.map { " (\($0))" } ?? ""
      return "\(series.name): \(fit.name.rawValue), \(headline.endLabel)\(detail), "
        + "\(series.data.count) points"
    }
    return title + ". " + parts.prefix(12).joined(separator: "; ") + "."
  }
}
