/// Names of curves beside their ends, moved apart so that none touch.
struct EndLabels {
  private struct Entry {
    var series: NamedSeries
    var line: LineMark
    var name: [String]
    var detail: [String]
    var width: Double
    var height: Double
  }

  /// The name of a curve that ends far from the right edge, to be written inside the plot.
  struct InlineName {
    var label: SeriesLabel
    var style: SeriesStyle
    var end: Point
  }

  private let entries: [Entry]
  private let inlineSeries: [NamedSeries]
  private let type: TypeScale
  private let needsLeaders: Bool
  /// The space that labels take right of the plot area.
  let width: Double

  private static let gap = 5.0
  /// More names than these never fit beside a plot.
  private static let mostNames = 40
  private static let leaderRoom = 18.0
  private static let offset = 8.0
  /// From the top of a label to the middle of its first line, which stands at the curve's end.
  private static let nameOffset = 8.0

  /// Labels for a figure, or nil when they do not fit and a key must name the series.
  ///
  /// - Parameter keyed: Series that a key names in any case.
  init?(
    series: [NamedSeries], keyed: Set<SeriesIdentity>, drafts: [PanelDraft], plotHeight: Double,
    figure: FigureLayout
  ) {
    guard !figure.isNarrow, drafts.count == 1, let draft = drafts.first else { return nil }
    let named = series.filter { !$0.ends.isEmpty && !keyed.contains($0.identity) }
    guard !named.isEmpty, named.count <= Self.mostNames, named.allSatisfy({ $0.ends.count == 1 })
    else { return nil }
    type = figure.type
    let room = min(230, max(110, figure.width * 0.25))
    let frame = Self.provisionalFrame(draft, plotHeight: plotHeight)
    let isInline = named.map { series in
      (series.ends[0].end(in: frame)?.x ?? frame.plot.maxX) < frame.plot.maxX * 0.85
    }
    inlineSeries = zip(named, isInline).filter(\.1).map(\.0)
    entries = zip(named, isInline).filter { !$0.1 }.map {
      Self.entry($0.0, room: room, type: figure.type)
    }
    guard let moves = Self.centers(entries, frame) else { return nil }
    needsLeaders = moves.contains { ($0.center - $0.wish).magnitude > 5 }
    width =
      entries.isEmpty
      ? 0
      : (entries.map(\.width).max() ?? 0) + Self.offset + (needsLeaders ? Self.leaderRoom : 0)
    guard width <= figure.width * 0.4 else { return nil }
  }

  private static func provisionalFrame(_ draft: PanelDraft, plotHeight: Double) -> PlotFrame {
    let plot = Rect(minX: 0, minY: 0, maxX: 1000, maxY: plotHeight)
    return PlotFrame(
      index: 0, plot: plot,
      x: Scale(draft.panel.x.scale, domain: draft.xDomain, from: 0, to: 1000),
      y: Scale(draft.panel.y.scale, domain: draft.yDomain, from: plotHeight, to: 0))
  }

  private static func entry(_ series: NamedSeries, room: Double, type: TypeScale) -> Entry {
    let name = TextFitting.wrappedName(
      series.label.name, width: room, size: type.label, weight: .semibold, maximumLines: 3)
    let detail =
      series.label.detail.map {
        TextFitting.wrapped($0, width: room, size: type.detail, maximumLines: 2)
      } ?? []
    let width =
      (name.map { TextMetrics.width($0, size: type.label, weight: .semibold) }
      + detail.map { TextMetrics.width($0, size: type.detail) }).max() ?? 0
    return Entry(
      series: series, line: series.ends[0], name: name, detail: detail, width: width,
      height: Double(name.count) * 16 + Double(detail.count) * 15)
  }

  private static func centers(
    _ entries: [Entry], _ frame: PlotFrame
  ) -> [(wish: Double, center: Double)]? {
    let wishes = entries.map { entry in
      (entry.line.end(in: frame)?.y ?? frame.plot.midY) + entry.height / 2 - nameOffset
    }
    let range = (frame.plot.minY - 8)...(frame.plot.maxY + 8)
    return VerticalDodge.centers(
      wishes, heights: entries.map(\.height), gap: gap, within: range
    ).map { Array(zip(wishes, $0)).map { (wish: $0.0, center: $0.1) } }
  }

  /// The names to be written inside the plot area.
  func inlineNames(in frame: PlotFrame) -> [InlineName] {
    inlineSeries.compactMap { series in
      series.ends[0].end(in: frame).map {
        InlineName(label: series.label, style: series.style, end: $0)
      }
    }
  }

  func draw(frame: PlotFrame, to scene: inout Scene) {
    guard let places = Self.centers(entries, frame) else { return }
    let x = frame.plot.maxX + Self.offset + (needsLeaders ? Self.leaderRoom : 0)
    for (entry, place) in zip(entries, places) {
      let y = place.center - entry.height / 2 + Self.nameOffset
      drawLeader(entry, to: Point(x: x - 3, y: y), frame, &scene)
    }
    for (entry, place) in zip(entries, places) {
      var y = place.center - entry.height / 2
      for line in entry.name {
        let box = TextBox(
          line, at: Point(x: x, y: y + 12.5), size: type.label, weight: .semibold)
        add(box, entry.series.style.textRole, entry, &scene)
        y += 16
      }
      for line in entry.detail {
        add(TextBox(line, at: Point(x: x, y: y + 11.5), size: type.detail), .muted, entry, &scene)
        y += 15
      }
    }
  }

  private func add(_ box: TextBox, _ color: ColorRole, _ entry: Entry, _ scene: inout Scene) {
    scene.items.append(
      SceneItem(
        .endLabel, .text(box), .text(color), series: entry.series.style.colorIndex))
  }

  private func drawLeader(
    _ entry: Entry, to target: Point, _ frame: PlotFrame, _ scene: inout Scene
  ) {
    guard needsLeaders, let end = entry.line.end(in: frame) else { return }
    let knee = Point(x: frame.plot.maxX + 4, y: end.y)
    let start = Point(x: end.x + 3, y: end.y)
    scene.items.append(
      SceneItem(
        .leader, .lines([[start, knee, target]]),
        .stroke(entry.series.style.markRole, width: 1, opacity: 0.55),
        series: entry.series.style.colorIndex))
  }
}
