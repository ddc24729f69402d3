internal import HTML
internal import ScalingData

/// The points as they were read, or the means that stand for them.
struct PointsSection {
  private let report: FitReport
  private let table: SeriesTable
  private let words: QuantityWords
  /// Whether some points are means of many.
  private let hasMeans: Bool

  init(_ report: FitReport, _ table: SeriesTable, _ words: QuantityWords, hasMeans: Bool) {
    self.hasMeans = hasMeans
    self.report = report
    self.table = table
    self.words = words
  }

  /// Points that have a line in the page.
  private static let shownPoints = 200

  private var isSingle: Bool { table.series.count == 1 }

  private var count: Int { table.series.reduce(0) { $0 + $1.observations.count } }

  var nodes: [HTMLNode] {
    let noun = hasMeans ? "points and means" : "points"
    let caption =
      count > Self.shownPoints
      ? "The first \(Self.shownPoints) of \(NumberText.fixed(Double(count), 0)) \(noun)"
      : "All \(count) \(noun)"
    return [
      .element(.h2, text: "Points"), PageTable(table: shown, caption: caption, id: "points").node,
    ]
  }

  private var hasItems: Bool { observations.contains { $0.items != nil } }

  private var observations: some Sequence<Observation> {
    table.series.lazy.flatMap(\.observations)
  }

  private var shown: PlainTable {
    var result = PlainTable(
      headings: (isSingle ? [] : [("series", .left)])
        + [(table.x.column, .right), (table.y.column, .right)]
        + (hasItems ? [("questions", .right)] : [])
        + (table.heldOutCount > 0 ? [("held out", .left)] : []))
    for series in table.series where result.rows.count < Self.shownPoints {
      for point in series.observations.prefix(Self.shownPoints - result.rows.count) {
        result.rows.append(
          (isSingle ? [] : [series.name]) + [words.position(point.x), words.level(point.y)]
            + (hasItems ? [point.items.map { NumberText.fixed($0, 0) } ?? ""] : [])
            + (table.heldOutCount > 0 ? [point.isHeldOut ? "yes" : ""] : []))
      }
    }
    return result
  }

  /// Every point with all of its digits.
  var csv: String {
    var lines = ["series,x,y,items,standard_error,held_out,line" + (hasMeans ? ",weight" : "")]
    for series in table.series {
      for point in series.observations {
        lines.append(
          [
            CSVText.quoted(series.name), CSVText.number(point.x), CSVText.number(point.y),
            CSVText.number(point.items), CSVText.number(point.standardError),
            String(point.isHeldOut), String(point.line),
          ].joined(separator: ",") + (hasMeans ? ",\(CSVText.number(point.weight))" : ""))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
