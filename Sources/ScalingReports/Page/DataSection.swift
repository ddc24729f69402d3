internal import HTML
internal import ScalingData

/// What is in the table, which column has which role, and what looks wrong.
struct DataSection {
  private let inspection: Inspection
  private let notes: [String]
  /// Whether the table was read as points of curves, so that its columns have the roles of axes.
  private let hasAxes: Bool

  init(_ inspection: Inspection, notes: [String], hasAxes: Bool) {
    self.inspection = inspection
    self.notes = notes
    self.hasAxes = hasAxes
  }

  /// Columns that have a line in the page.
  private static let shownColumns = 100

  var nodes: [HTMLNode] {
    [.element(.h2, text: "The table"), .element(.p, text: "\(inspection.size).")] + columns
      + (hasAxes ? inspection.roleLines.listed + series : []) + concerns + choices
  }

  private var columns: [HTMLNode] {
    var table = inspection.columnTable
    let count = table.rows.count
    table.rows = Array(table.rows.prefix(Self.shownColumns))
    let caption =
      count > Self.shownColumns
      ? "The first \(Self.shownColumns) of \(count) columns" : "What is in each column"
    return [PageTable(table: table, caption: caption, id: "columns").node]
  }

  private var series: [HTMLNode] {
    guard !inspection.series.isEmpty else { return [] }
    let more = inspection.omittedSeries.map { ", without \($0)" } ?? ""
    return [
      PageTable(
        table: inspection.seriesTable, caption: "What is in each series\(more)", id: "series"
      ).node
    ]
  }

  private var concerns: [HTMLNode] {
    guard !inspection.findings.isEmpty else {
      return [.element(.p, text: "Nothing in the table looks wrong.")]
    }
    return [.element(.h3, text: "What looks wrong")]
      + inspection.findings.map { "\($0.code.rawValue): \($0.message)" }.listed
  }

  private var choices: [HTMLNode] {
    guard !notes.isEmpty else { return [] }
    return [.element(.h3, text: "What was chosen while reading")] + notes.listed
  }
}
