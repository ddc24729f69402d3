internal import ScalingAnalysis
internal import ScalingData

extension SeriesReport {
  /// Held-out points shown in a text; the rest are in the JSON report.
  private static let shownPoints = 20

  /// The hold-out as text or Markdown: a table of families, a sentence, and the points.
  func holdoutText(_ words: QuantityWords, isMarkdown: Bool) -> String {
    guard let holdout else { return "No point of this series is held out.\n" }
    let count = heldOut.count
    let far =
      farthest(holdout, words).map {
        ", up to \(NumberText.fixed(abs($0), 2)) \(unit(words)) "
          + ($0 < 0 ? "before" : "beyond") + " the fitted range"
      } ?? ""
    let families = familyTable(holdout)
    var result = "Held out: \(count) \(count == 1 ? "point" : "points")\(far)\n\n"
    result += (isMarkdown ? families.markdown : families.text()) + "\n"
    result += HeldOutSentence(holdout).text + "\n\n"
    let points = pointTable(holdout, words)
    result += isMarkdown ? points.markdown : points.text()
    if count > Self.shownPoints {
      result +=
        (isMarkdown ? "\n" : "  ")
        + "and \(count - Self.shownPoints) more points, listed with --format json\n"
    }
    return result
  }

  /// Doublings have no meaning for dates: there the distance is in years.
  private func unit(_ words: QuantityWords) -> String {
    words.quantity == .date ? "years" : "doublings"
  }

  private func distance(_ point: HeldOutPoint, _ words: QuantityWords) -> Double? {
    words.quantity == .date ? point.distanceBeyond : point.doublingsBeyond
  }

  private func farthest(_ holdout: HeldOutComparison, _ words: QuantityWords) -> Double? {
    holdout.scores.first?.points.compactMap { distance($0, words) }.max { abs($0) < abs($1) }
  }

  private func familyTable(_ holdout: HeldOutComparison) -> PlainTable {
    let unit = holdout.isInPoints ? " (points)" : ""
    var table = PlainTable(headings: [
      ("model", .left), ("RMSLE", .right), ("mean |error|\(unit)", .right),
      ("worst\(unit)", .right), ("mean error\(unit)", .right), ("in band", .right),
    ])
    let size = { (value: Double?) -> String in
      guard let value else { return "–" }
      return holdout.isInPoints
        ? NumberText.fixed(100 * value, 2) : NumberText.significant(value, 4)
    }
    let signed = { (value: Double?) -> String in
      ((value ?? 0) > 0 ? "+" : "") + size(value)
    }
    for score in holdout.scores {
      table.rows.append([
        score.model.rawValue, score.rmsle.map { NumberText.fixed($0, 5) } ?? "–",
        size(score.meanAbsoluteError), signed(score.worstError), signed(score.meanError),
        score.bandedCount == 0 ? "–" : "\(score.coveredCount) of \(score.bandedCount)",
      ])
    }
    return table
  }

  /// The points with the predictions of the preferred family and of the best one.
  private func pointTable(_ holdout: HeldOutComparison, _ words: QuantityWords) -> PlainTable {
    var shown = [holdout.preferred.flatMap(holdout.score), holdout.best].compactMap(\.self)
    if shown.count == 2, shown[0].model == shown[1].model { shown.removeLast() }
    var table = PlainTable(
      headings: [("x", .right), ("\(unit(words)) beyond", .right), ("observed", .right)]
        + shown.flatMap { [($0.model.rawValue, .right), ("its band", .left)] })
    for index in 0..<min(heldOut.count, Self.shownPoints) {
      let place = heldOut.x[index]
      var row = [
        words.position(place),
        (holdout.scores.first?.points[index]).flatMap { distance($0, words) }
          .map { NumberText.fixed($0, 2) } ?? "–",
        words.level(heldOut.y[index]),
      ]
      for score in shown {
        let point = score.points[index]
        row.append(point.predicted.map(words.level) ?? "–")
        row.append(words.range(point.interval))
      }
      table.rows.append(row)
    }
    return table
  }
}
