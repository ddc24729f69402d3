internal import ScalingAnalysis
internal import ScalingData

extension CeilingReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let words = QuantityWords(table)
    return series.map { section($0, words, isMarkdown: isMarkdown) }.joined(separator: "\n")
  }

  private func section(
    _ series: CeilingSeries, _ words: QuantityWords, isMarkdown: Bool
  ) -> String {
    let heading =
      "\(series.name): \(table.y.column) against \(table.x.column), "
      + "\(series.observations.count) points"
    let title = (isMarkdown ? "### " : "") + heading + "\n\n"
    guard let analysis = series.analysis else {
      return title + "Not analysed: \(series.error?.description ?? "")\n"
    }
    let sentences = CeilingWords(analysis: analysis, words: words)
    let verdict = isMarkdown ? "**\(analysis.verdict.rawValue)**" : analysis.verdict.rawValue
    var lines = [title + "\(verdict): \(sentences.statement).\n"]
    let bullet = isMarkdown ? "- " : "  "
    lines += sentences.explanation.map { bullet + $0 + "." }
    if let remark = self.table.y.remark { lines.append(bullet + "\(remark).") }
    if let decide = sentences.wouldDecide { lines.append(bullet + "Would decide: \(decide).") }
    guard let table = figuresTable(analysis, words) else {
      return lines.joined(separator: "\n") + "\n"
    }
    return lines.joined(separator: "\n") + "\n\n" + (isMarkdown ? table.markdown : table.text())
  }

  /// The coefficients of the curves that compete; absent where the points turn, which none of these
  /// curves can.
  func figuresTable(_ analysis: CeilingAnalysis, _ words: QuantityWords) -> PlainTable? {
    guard analysis.reason != .turnsBack else { return nil }
    var table = PlainTable(headings: [("curve", .left), ("ΔAICc", .right), ("coefficients", .left)])
    for entry in analysis.ranking.entries {
      var isFirst = true
      for coefficient in entry.fit.coefficients
      where coefficient.role != .fixed && coefficient.name != "slopePerTenfold" {
        table.rows.append([
          isFirst ? entry.fit.name.rawValue : "",
          isFirst ? entry.difference.map { NumberText.fixed($0, 2) } ?? "–" : "",
          words.phrase(coefficient),
        ])
        isFirst = false
      }
    }
    return table
  }
}
