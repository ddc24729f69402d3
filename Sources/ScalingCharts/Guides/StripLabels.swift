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
    /// Where the line of a rule runs.
    var stem: Double?
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
    addRules(marks, scale)
  }

  /// Adds names of vertical rules from left to right; one that has a close right neighbour
  /// prefers the left side of its line.
  private mutating func addRules(_ marks: [Mark], _ scale: Scale) {
    let rules = marks.compactMap { mark -> (rule: RuleMark, label: String, x: Double)? in
      guard case .rule(let rule) = mark, rule.direction == .vertical, let label = rule.label
      else { return nil }
      let x = scale(rule.value)
      guard x.isFinite, x >= scale.rangeStart - 0.05, x <= scale.rangeEnd + 0.05 else {
        return nil
      }
      return (rule, label, x)
    }.sorted { $0.x < $1.x }
    for (index, item) in rules.enumerated() {
      let next = index + 1 < rules.count ? rules[index + 1].x : .infinity
      let half = TextMetrics.width(item.label, size: type.detail) / 2
      add(
        item.label, center: item.x, stem: item.x, prefersLeft: next - item.x < half + 8, scale,
        .ruleLabel, item.rule.style.textRole)
      entries[entries.count - 1].rule = item.rule.value
    }
  }

  /// The height of all rows.
  var height: Double { Double(rowCount) * rowHeight + (rowCount > 0 ? 2 : 0) }

  /// Adds a name in the lowest row where it touches no other name and no rule's line.
  ///
  /// - Parameter stem: Where the line of a rule runs up to its name.
  private mutating func add(
    _ label: String, center: Double, stem: Double? = nil, prefersLeft: Bool = false,
    _ scale: Scale, _ role: SceneRole, _ color: ColorRole
  ) {
    let size = type.detail
    let room = scale.rangeEnd - scale.rangeStart
    let text = TextFitting.shortened(label, width: room, size: size)
    let width = TextMetrics.width(text, size: size)
    let first = scale.rangeStart + width / 2
    let last = max(first, scale.rangeEnd - width / 2)
    let shifts = stem == nil ? [0] : [0, -width / 2 + 3, width / 2 - 3]
    let centers = (prefersLeft && stem != nil ? [shifts[1], 0, shifts[2]] : shifts).map {
      min(max(center + $0, first), last)
    }
    var entry = Entry(
      text: text, center: centers[0], width: width, row: 0, role: role, color: color)
    entry.stem = stem
    if !find(&entry, centers: centers, rows: 0...3) {
      entry.stem = nil
      _ = find(&entry, centers: [centers[0]], rows: 0...20)
    }
    rowCount = max(rowCount, entry.row + 1)
    entries.append(entry)
  }

  /// Moves an entry to the first free place; false when there is none.
  private func find(_ entry: inout Entry, centers: [Double], rows: ClosedRange<Int>) -> Bool {
    for row in rows {
      for center in centers
      where isFree(row: row, center: center, width: entry.width, stem: entry.stem) {
        entry.row = row
        entry.center = center
        return true
      }
    }
    return false
  }

  private func isFree(row: Int, center: Double, width: Double, stem: Double?) -> Bool {
    entries.allSatisfy { entry in
      let distance = (entry.center - center).magnitude
      if entry.row == row { return distance >= (entry.width + width) / 2 + 10 }
      if entry.row < row, let stem {
        return (stem - entry.center).magnitude > entry.width / 2 + 3
      }
      if entry.row > row, let other = entry.stem {
        return (other - center).magnitude > width / 2 + 3
      }
      return true
    }
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
    guard let entry = entries.first(where: { $0.rule == value }), entry.stem != nil else {
      return frame.plot.minY
    }
    return frame.plot.minY - 3 - Double(entry.row) * rowHeight
  }
}
