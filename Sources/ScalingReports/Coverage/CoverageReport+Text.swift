internal import ScalingAnalysis
internal import ScalingData

extension CoverageReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    groups.map { section($0, isMarkdown: isMarkdown) }.joined(separator: "\n")
  }

  private func section(_ group: Group, isMarkdown: Bool) -> String {
    let analysis = group.analysis
    let count = analysis.curve.counts.count
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    var parts = [
      (isMarkdown ? "### " : "")
        + "\(group.name): \(counted(count, "question")), \(samplesPhrase(analysis.curve))\n",
      sentence(analysis) + "\n", show(curveTable(analysis)),
    ]
    if !analysis.fits.isEmpty {
      parts.append(show(lawTable(analysis)))
      parts.append(objectives(analysis, isMarkdown: isMarkdown))
    }
    if !settings.predictionsAt.isEmpty, !analysis.fits.isEmpty {
      parts.append(show(predictionTable(analysis)))
    }
    let remarks = Self.remarks(analysis)
    if !remarks.isEmpty {
      parts.append(remarks.map { (isMarkdown ? "- " : "  ! ") + $0 + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private func samplesPhrase(_ curve: CoverageCurve) -> String {
    let (low, high) = (curve.fewestSamples, curve.mostSamples)
    let range = low == high ? "\(low)" : "\(low) to \(high)"
    return "\(range) \(high == 1 ? "sample" : "samples")" + (curve.counts.count == 1 ? "" : " each")
  }

  /// What the curve says, as a sentence.
  private func sentence(_ analysis: CoverageAnalysis) -> String {
    let rows = analysis.curve.sharedRows
    guard let first = rows.first, let last = rows.last, let low = first.mean, let high = last.mean
    else { return "No question has the samples that were asked for." }
    let start = CoverageWords.share(low.estimate)
    guard last.k > first.k else {
      return "Coverage is \(start) with \(counted(first.k, "sample"))."
    }
    let unsolved = analysis.curve.counts.count { $0.right == 0 }
    let tail =
      unsolved == 0
      ? "every question was solved at least once"
      : CoverageWords.neverSolved(unsolved, of: analysis.curve.counts.count)
    let end = NumberText.fixed(Double(last.k), 0)
    guard high.estimate > low.estimate else {
      return "Coverage is \(start) with \(counted(first.k, "sample")) as with \(end); \(tail)."
    }
    return "Coverage rises from \(start) with \(counted(first.k, "sample")) to "
      + "\(CoverageWords.share(high.estimate)) with \(end); \(tail)."
  }

  private func curveTable(_ analysis: CoverageAnalysis) -> PlainTable {
    let percent = NumberText.fixed(100 * settings.level, 0)
    var table = PlainTable(headings: [
      ("k", .right), ("pass@k", .right), ("\(percent) % interval", .left), ("SE", .right),
      ("SE if samples were questions", .right), ("questions", .right),
    ])
    for row in analysis.curve.rows {
      guard let mean = row.mean else {
        table.rows.append([String(row.k), "undefined", "", "", "", "0"])
        continue
      }
      table.rows.append([
        NumberText.fixed(Double(row.k), 0), CoverageWords.share(mean.estimate),
        CoverageWords.range(row.interval),
        mean.standardError.map { NumberText.fixed(100 * $0, 2) } ?? "",
        row.naiveStandardError.map { NumberText.fixed(100 * $0, 2) } ?? "",
        String(mean.questions),
      ])
    }
    return table
  }

  private func lawTable(_ analysis: CoverageAnalysis) -> PlainTable {
    let percent = NumberText.fixed(100 * settings.level, 0)
    var table = PlainTable(headings: [
      ("law", .left), ("coefficient (\(percent) % interval over questions)", .left),
      ("mean |error|, points", .right),
    ])
    for fit in analysis.fits {
      var isFirst = true
      for coefficient in fit.coefficients {
        table.rows.append([
          isFirst ? fit.law.rawValue : "", CoverageWords.phrase(coefficient),
          isFirst
            ? NumberText.fixed(100 * fit.meanAbsoluteError, 2) + " ± "
              + NumberText.fixed(100 * fit.absoluteErrorDeviation, 2) : "",
        ])
        isFirst = false
      }
    }
    return table
  }

  /// What each law is and how it is fitted, one line each.
  private func objectives(_ analysis: CoverageAnalysis, isMarkdown: Bool) -> String {
    analysis.fits.map { fit in
      (isMarkdown ? "- " : "  ")
        + "\(fit.law.rawValue): \(fit.law.formula), by \(fit.law.objective)"
        + gridPhrase(fit) + "\n"
    }.joined()
  }

  private func gridPhrase(_ fit: CoverageFit) -> String {
    guard let last = fit.grid.last else { return "" }
    return ", \(fit.grid.count) k from 1 to \(last)"
  }

  private func predictionTable(_ analysis: CoverageAnalysis) -> PlainTable {
    var table = PlainTable(headings: [
      ("k", .right), ("law", .left), ("coverage", .right), ("interval", .left), ("", .left),
    ])
    for index in settings.predictionsAt.indices {
      for fit in analysis.fits {
        let prediction = fit.predictions[index]
        table.rows.append([
          NumberText.significant(prediction.k, 4), fit.law.rawValue,
          CoverageWords.share(prediction.coverage.estimate),
          CoverageWords.range(prediction.interval),
          prediction.tenfoldsBeyond > 0 ? "extrapolated" : "",
        ])
      }
    }
    return table
  }
}
