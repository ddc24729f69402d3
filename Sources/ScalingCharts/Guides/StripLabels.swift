/// Names of regions and vertical rules, in rows just above the plot area, where no data are.
struct StripLabels {
  private struct Entry {
    var text: String
    var center: Double
    var width: Double
    var row: Int
    var role: SceneRole
    var color: ColorRole
    /// The value of a rule, or the bounds of a region.
    var rule: Double?
    var region: RegionMark?
  }

  private var entries: [Entry] = []
  private let regions: [RegionMark]
  private let type: TypeScale
  private let rowHeight = 17.0
  private var rowCount = 0

  init(_ marks: [Mark], scale: Scale, type: TypeScale) {
    self.type = type
    regions = marks.compactMap { if case .region(let region) = $0 { region } else { nil } }
    for region in regions {
      guard let span = Self.span(region, scale), let label = region.label else { continue }
      add(label, center: (span.lowerBound + span.upperBound) / 2, scale, .regionLabel, .muted)
      entries[entries.count - 1].region = region
    }
    for case .rule(let rule) in marks {
      guard rule.direction == .vertical, let label = rule.label else { continue }
      let x = scale(rule.value)
      guard x.isFinite, x >= scale.rangeStart - 0.05, x <= scale.rangeEnd + 0.05 else { continue }
      add(label, center: x, scale, .ruleLabel, rule.style.textRole)
      entries[entries.count - 1].rule = rule.value
    }
  }

  /// The height of all rows.
  var height: Double { Double(rowCount) * rowHeight + (rowCount > 0 ? 2 : 0) }

  private mutating func add(
    _ label: String, center: Double, _ scale: Scale, _ role: SceneRole, _ color: ColorRole
  ) {
    let size = type.detail
    let room = scale.rangeEnd - scale.rangeStart
    let text = TextFitting.shortened(label, width: room, size: size)
    let width = TextMetrics.width(text, size: size)
    let limited = min(
      max(center, scale.rangeStart + width / 2), max(scale.rangeEnd - width / 2, 0))
    var row = 0
    while entries.contains(where: { entry in
      entry.row == row && (entry.center - limited).magnitude < (entry.width + width) / 2 + 10
    }) { row += 1 }
    rowCount = max(rowCount, row + 1)
    entries.append(
      Entry(text: text, center: limited, width: width, row: row, role: role, color: color))
  }

  /// The drawn interval of a region, or nil when nothing of it is visible.
  private static func span(_ region: RegionMark, _ scale: Scale) -> ClosedRange<Double>? {
    let first = min(scale.rangeStart, scale.rangeEnd)
    let last = max(scale.rangeStart, scale.rangeEnd)
    let lower = region.lower.map { scale.kind.accepts($0) ? scale($0) : first } ?? first
    let upper = region.upper.map { scale.kind.accepts($0) ? scale($0) : last } ?? last
    let start = min(max(lower, first), last)
    let end = min(max(upper, first), last)
    return end - start > 0.5 ? start...end : nil
  }

  /// Shades the regions; a named one reaches up to its name.
  func drawRegions(_ frame: PlotFrame, to scene: inout Scene) {
    for region in regions {
      guard let span = Self.span(region, frame.x) else { continue }
      let row = entries.first { $0.region == region }?.row
      let top = row.map { frame.plot.minY - 2 - Double($0 + 1) * rowHeight } ?? frame.plot.minY
      let rect = Rect(
        minX: span.lowerBound, minY: top, maxX: span.upperBound, maxY: frame.plot.maxY)
      scene.items.append(SceneItem(.region, .rectangle(rect), .fill(.region)))
    }
  }

  func drawLabels(_ frame: PlotFrame, to scene: inout Scene) {
    for entry in entries {
      let y = frame.plot.minY - 7 - Double(entry.row) * rowHeight
      let box = TextBox(
        entry.text, at: Point(x: entry.center, y: y), anchor: .middle, size: type.detail)
      scene.items.append(SceneItem(entry.role, .text(box), .text(entry.color)))
    }
  }

  /// Where the vertical rule with a value starts.
  func top(ofRuleAt value: Double, in frame: PlotFrame) -> Double {
    guard let entry = entries.first(where: { $0.rule == value }) else { return frame.plot.minY }
    return frame.plot.minY - 3 - Double(entry.row) * rowHeight
  }
}
