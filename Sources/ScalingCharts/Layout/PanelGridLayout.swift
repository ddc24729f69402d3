/// Arranges panels in rows and columns with equal plot areas, and draws them.
struct PanelGridLayout {
  private let figure: FigureLayout
  private let series: [NamedSeries]
  private let columns: Int
  private let columnGap = 24.0
  private var drafts: [PanelDraft]
  private let plotHeight: Double

  private static let smallestColumn = 250.0
  /// More panels than these are small and label a shared x axis once a column.
  private static let mostLargePanels = 6
  private static let smallestOfMany = 150.0

  /// - Parameter extraHeight: What plot areas are higher than by themselves, at least to be drawn.
  init(
    _ figure: FigureLayout, drafts: [PanelDraft], series: [NamedSeries], extraHeight: Double = 0
  ) {
    self.figure = figure
    self.series = series
    let content = figure.width - 2 * figure.margin
    let isCrowded = drafts.count > Self.mostLargePanels && !figure.isNarrow
    let smallest = isCrowded ? Self.smallestOfMany : Self.smallestColumn
    let fitting = Int((content + columnGap) / (smallest + columnGap))
    columns = max(1, min(drafts.count, figure.figure.columns ?? drafts.count, fitting))
    let column = (content - columnGap * Double(columns - 1)) / Double(columns)
    let height =
      Self.height(forColumn: column, isCrowded: isCrowded).rounded() + extraHeight
    plotHeight = max(40, height)
    self.drafts = drafts
    shareHorizontalAxis(isLabelledOnce: isCrowded)
    shareVerticalAxis()
    for index in self.drafts.indices { self.drafts[index].chooseTicks(height: plotHeight) }
  }

  /// Taller in proportion when narrow.
  private static func height(forColumn width: Double, isCrowded: Bool) -> Double {
    width <= 480
      ? min(320, max(isCrowded ? 130 : 210, width * 0.8)) : min(760, max(320, width * 0.46))
  }

  /// Panels whose x axes say the same show the same interval.
  private mutating func shareHorizontalAxis(isLabelledOnce: Bool) {
    guard drafts.count > 1, drafts.allSatisfy({ $0.panel.x == drafts[0].panel.x }) else { return }
    let lower = drafts.map(\.xDomain.lowerBound).min() ?? 0
    let upper = drafts.map(\.xDomain.upperBound).max() ?? 1
    for index in drafts.indices {
      drafts[index].xDomain = lower...upper
      drafts[index].showsXLabels = !isLabelledOnce || index + columns >= drafts.count
    }
  }

  /// Panels whose y axes say the same show the same interval, and label it once a row.
  private mutating func shareVerticalAxis() {
    guard drafts.count > 1, drafts.allSatisfy({ $0.panel.y == drafts[0].panel.y }) else { return }
    let lower = drafts.map(\.yDomain.lowerBound).min() ?? 0
    let upper = drafts.map(\.yDomain.upperBound).max() ?? 1
    for index in drafts.indices {
      drafts[index].yDomain = lower...upper
      drafts[index].showsYLabels = index % columns == 0
    }
  }

  /// Draws all panels below `top` and returns where they end.
  func draw(from top: Double, to scene: inout Scene) -> Double {
    var y = top
    let endLabels = EndLabels(
      series: series, drafts: drafts, plotHeight: plotHeight, figure: figure)
    let keyed = endLabels == nil ? series : series.filter(\.ends.isEmpty)
    scene.hasKey = !keyed.isEmpty
    y += Key(series: keyed, type: figure.type).draw(
      at: y, from: figure.margin, to: figure.width - figure.margin, scene: &scene)
    let rowCount = (drafts.count + columns - 1) / columns
    let spans = columnSpans(rightRoom: endLabels?.width ?? 0)
    for row in 0..<rowCount {
      let members = drafts[(row * columns)..<min((row + 1) * columns, drafts.count)]
      y = drawRow(members, spans: spans, from: y, endLabels: endLabels, to: &scene)
      if row < rowCount - 1 { y += 20 }
    }
    return y
  }

  /// Left and right ends of the plot areas by column.
  private func columnSpans(rightRoom: Double) -> [ClosedRange<Double>] {
    let size = figure.type.tick
    let lefts = (0..<columns).map { column in
      let members = drafts.filter { $0.index % columns == column }
      let labels = members.map { $0.labelWidth(size: size) }.max() ?? 0
      return labels > 0 ? labels + 8 : 0
    }
    let lastTickRoom = rightRoom > 0 ? rightRoom : 14
    let content = figure.width - 2 * figure.margin
    let free =
      content - lefts.reduce(0, +) - lastTickRoom - columnGap * Double(columns - 1)
    let plotWidth = max(60, free / Double(columns))
    var x = figure.margin
    return lefts.map { left in
      let start = x + left
      x = start + plotWidth + columnGap
      return start...(start + plotWidth)
    }
  }

  private func drawRow(
    _ members: ArraySlice<PanelDraft>, spans: [ClosedRange<Double>], from top: Double,
    endLabels: EndLabels?, to scene: inout Scene
  ) -> Double {
    let panels = members.enumerated().map { column, draft in
      PanelLayout(draft, span: spans[column], figure: figure)
    }
    let headroom = panels.map(\.headroom).max() ?? 0
    var bottom = top
    for panel in panels {
      let end = panel.draw(
        top: top, plotTop: top + headroom, plotHeight: plotHeight, endLabels: endLabels,
        to: &scene)
      bottom = max(bottom, end)
    }
    return bottom
  }
}
