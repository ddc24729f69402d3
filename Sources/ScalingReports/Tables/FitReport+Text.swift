internal import ScalingAnalysis
internal import ScalingData

extension FitReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let words = QuantityWords(table)
    let sections = series.map { series in
      section(of: series, words, isMarkdown: isMarkdown)
    }
    return (sections + comparisonSection(words, isMarkdown: isMarkdown)).joined(separator: "\n")
  }

  private func section(
    of series: SeriesReport, _ words: QuantityWords, isMarkdown: Bool
  ) -> String {
    let heading =
      "\(series.name): \(table.y.column) against \(table.x.column), "
      + "\(series.data.count) points" + NoiseWords(series.data, settings).suffix
    var result = isMarkdown ? "### \(heading)\n\n" : heading + "\n\n"
    guard let ranking = series.ranking else {
      return result + "Not fitted: \(series.error?.description ?? "")\n"
    }
    let ranked = rankingTable(ranking)
    result += (isMarkdown ? ranked.markdown : ranked.text()) + "\n"
    result += RankingSentence(ranking).text + "\n\n"
    let table = coefficientTable(series, ranking, words)
    result += isMarkdown ? table.markdown : table.text()
    if !settings.predictionsAt.isEmpty {
      result += "\n" + predictionTable(ranking, words, isMarkdown: isMarkdown)
    }
    if !settings.quantities.isEmpty {
      let quantities = series.quantityTable(ranking, words)
      result += "\n" + (isMarkdown ? quantities.markdown : quantities.text())
    }
    if self.table.heldOutCount > 0 {
      result += "\n" + series.holdoutText(words, isMarkdown: isMarkdown)
    }
    let remarks = remarks(on: series, ranking)
    if !remarks.isEmpty {
      result += "\n" + remarks.map { (isMarkdown ? "- " : "  ! ") + $0 }.joined(separator: "\n")
      result += "\n"
    }
    return result
  }

  /// The families in order of AICc.
  func rankingTable(_ ranking: ModelRanking) -> PlainTable {
    var table = PlainTable(headings: [
      ("model", .left), ("ΔAICc", .right), ("weight", .right), ("R²", .right),
      ("RSS", .right), ("coefficients", .right),
    ])
    for entry in ranking.entries {
      let statistics = entry.fit.statistics
      table.rows.append([
        entry.fit.name.rawValue,
        entry.difference.map { NumberText.fixed($0, 2) } ?? "–",
        entry.akaikeWeight.map { NumberText.fixed($0, 3) } ?? "–",
        statistics.rSquared.map { NumberText.fixed($0, 4) } ?? "–",
        NumberText.significant(statistics.residualSumOfSquares, 4),
        String(statistics.coefficientCount),
      ])
    }
    return table
  }

  /// The coefficients of every family with their intervals.
  func coefficientTable(
    _ series: SeriesReport, _ ranking: ModelRanking, _ words: QuantityWords
  ) -> PlainTable {
    let percent = NumberText.fixed(100 * settings.level, settings.level == 0.95 ? 0 : 1)
    let method = intervalWord(series)
    let isResampled = !series.bootstraps.isEmpty
    var table = PlainTable(
      headings: [
        ("model", .left), ("coefficient (\(percent) % \(method) interval)", .left),
      ] + (isResampled ? [("bootstrap interval", .left)] : []))
    for entry in ranking.entries {
      let intervals = series.bootstraps[entry.fit.name]?.intervals() ?? [:]
      var isFirst = true
      for coefficient in entry.fit.coefficients where coefficient.role != .fixed {
        var row = [isFirst ? entry.fit.name.rawValue : "", words.phrase(coefficient)]
        if isResampled {
          let isShown = coefficient.estimate != nil
          row.append(
            isShown
              ? intervals[coefficient.name].map { words.ends($0, of: coefficient.name) } ?? ""
              : "")
        }
        table.rows.append(row)
        isFirst = false
      }
    }
    return table
  }

  /// What the intervals of the coefficients are from.
  private func intervalWord(_ series: SeriesReport) -> String {
    if series.data.questions != nil { return "question-jackknife" }
    switch settings.noise {
    case .huber, .bisquare: return "pseudo-observation"
    case .gaussian, .binomial: return "profile"
    }
  }

  private func predictionTable(
    _ ranking: ModelRanking, _ words: QuantityWords, isMarkdown: Bool
  ) -> String {
    var table = PlainTable(headings: [
      ("model", .left), ("x", .right), ("curve", .right),
      ("curve's interval" + (settings.band == .simultaneous ? " (all x together)" : ""), .left),
      (newPointHeading, .left), ("", .left),
    ])
    for entry in ranking.entries {
      for prediction in Prediction.all(
        of: entry.fit, at: settings.predictionsAt, coverage: settings.band)
      {
        table.rows.append([
          entry.fit.name.rawValue, words.position(prediction.x), words.level(prediction.estimate),
          words.range(prediction.confidence), words.range(prediction.observation),
          remark(on: prediction, words),
        ])
      }
    }
    return isMarkdown ? table.markdown : table.text()
  }

  private var newPointHeading: String {
    let count = settings.predictionsAt.count
    return settings.band == .simultaneous && count > 1
      ? "interval of \(count) new points together" : "interval of a new point"
  }

  private func remark(on prediction: Prediction, _ words: QuantityWords) -> String {
    let isImpossible = words.isAccuracy && !(0...1).contains(prediction.estimate)
    return [
      prediction.isExtrapolated ? "extrapolated" : "",
      isImpossible ? "no accuracy can be this" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What weakens the fits of a series, a code before each sentence.
  func remarks(on series: SeriesReport, _ ranking: ModelRanking) -> [String] {
    var result = [table.y.remark].compactMap(\.self)
    result += ranking.diagnostics.map { "\($0.code.rawValue): \($0.message)" }
    for entry in ranking.entries {
      result += entry.fit.diagnostics.map {
        "\(entry.fit.name.rawValue): \($0.code.rawValue): \($0.message)"
      }
      if let bootstrap = series.bootstraps[entry.fit.name] {
        let lost = bootstrap.settings.replicateCount - bootstrap.convergedCount
        if let remark = bootstrap.tailRemark {
          result.append("\(entry.fit.name.rawValue): bootstrap: \(remark)")
        }
        guard lost > 0 else { continue }
        result.append(
          "\(entry.fit.name.rawValue): bootstrap: \(bootstrap.convergedCount) of "
            + "\(bootstrap.settings.replicateCount) refits converged; the intervals leave the "
            + "others out")
      }
    }
    result += ranking.skipped.map { "\($0.model.rawValue): not fitted: \($0.reason.description)" }
    return result
  }
}
