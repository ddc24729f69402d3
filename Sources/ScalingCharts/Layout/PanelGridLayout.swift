/// Arranges panels in rows and columns with equal plot areas, and draws them.
struct PanelGridLayout {
  private let figure: FigureLayout
  private var series: [NamedSeries]
  private let columns: Int
  private let columnGap = 24.0
  private var drafts: [PanelDraft]
  private let grid: PanelGrid
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
    let smallest = isCrowded || figure.isPacked ? Self.smallestOfMany : Self.smallestColumn
    let fitting = Int((content + columnGap) / (smallest + columnGap))
    columns = max(1, min(drafts.count, figure.figure.columns ?? drafts.count, fitting))
    let column = (content - columnGap * Double(columns - 1)) / Double(columns)
    let height =
      Self.height(forColumn: column, isCrowded: isCrowded).rounded() + extraHeight
    plotHeight = max(40, height)
    self.drafts = drafts
    grid = PanelGrid(drafts.map(\.panel), columns: columns)
    shareHorizontalAxis(isLabelledOnce: isCrowded || figure.isPacked)
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
    share(\.xDomain, of: \.x)
    guard isLabelledOnce, drafts.allSatisfy({ $0.panel.x == drafts[0].panel.x }) else { return }
    for index in drafts.indices {
      drafts[index].showsXLabels = index + columns >= drafts.count
    }
  }

  /// Panels whose y axes say the same show the same interval; where all do, they label it once a
  /// row.
  private mutating func shareVerticalAxis() {
    share(\.yDomain, of: \.y)
    guard drafts.count > 1, drafts.allSatisfy({ $0.panel.y == drafts[0].panel.y }) else { return }
    for index in drafts.indices {
      drafts[index].showsYLabels = grid.cells[index].columns.lowerBound == 0
    }
  }

  /// Gives the panels of each axis the interval that holds all of theirs.
  private mutating func share(
    _ domain: WritableKeyPath<PanelDraft, ClosedRange<Double>>, of axis: KeyPath<Panel, Axis>
  ) {
    var shared: [(axis: Axis, domain: ClosedRange<Double>)] = []
    for draft in drafts {
      let (own, wanted) = (draft.panel[keyPath: axis], draft[keyPath: domain])
      if let place = shared.firstIndex(where: { $0.axis == own }) {
        let known = shared[place].domain
        shared[place].domain =
          min(known.lowerBound, wanted.lowerBound)...max(known.upperBound, wanted.upperBound)
      } else {
        shared.append((own, wanted))
      }
    }
    for index in drafts.indices {
      guard let match = shared.first(where: { $0.axis == drafts[index].panel[keyPath: axis] })
      else { continue }
      drafts[index][keyPath: domain] = match.domain
    }
  }

  /// Draws all panels below `top` and returns where they end. Names of curves and remarks on them
  /// that find no place inside the plot area go into the key.
  func draw(from top: Double, to scene: inout Scene) -> Double {
    var attempt = scene
    let bottom = draw(from: top, keyed: [], to: &attempt)
    guard !attempt.unnamedSeries.isEmpty || !attempt.unplacedRemarks.isEmpty else {
      scene = attempt
      return bottom
    }
    let end = listing(attempt.unplacedRemarks)
      .draw(from: top, keyed: attempt.unnamedSeries, to: &scene)
    scene.droppedLabels += scene.unplacedRemarks.count
    return end
  }

  /// The same panels with some remarks in the key instead of the plot area.
  private func listing(_ remarks: [NamedSeries]) -> PanelGridLayout {
    let listed = Set(remarks.map(\.identity))
    var result = self
    result.series += remarks
    for index in drafts.indices {
      result.drafts[index].panel.marks.removeAll { mark in
        guard case .text(let remark) = mark else { return false }
        return listed.contains(SeriesIdentity(SeriesLabel(remark.text), remark.style))
      }
    }
    return result
  }

  private func draw(
    from top: Double, keyed: Set<SeriesIdentity>, to scene: inout Scene
  ) -> Double {
    var y = top
    let endLabels = EndLabels(
      series: series, keyed: keyed, drafts: drafts, plotHeight: plotHeight, figure: figure)
    let listed =
      endLabels == nil
      ? series : series.filter { $0.ends.isEmpty || keyed.contains($0.identity) }
    scene.hasKey = !listed.isEmpty
    y += Key(series: listed, type: figure.type).draw(
      at: y, from: figure.margin, to: figure.width - figure.margin, scene: &scene)
    let rowCount = (grid.cells.last?.row ?? 0) + 1
    let spans = columnSpans(rightRoom: endLabels?.width ?? 0)
    for row in 0..<rowCount {
      let members = drafts.indices.filter { grid.cells[$0].row == row }
      y = drawRow(members, spans: spans, from: y, endLabels: endLabels, to: &scene)
      if row < rowCount - 1 { y += 20 }
    }
    return y
  }

  /// Left and right ends of the plot areas by column.
  private func columnSpans(rightRoom: Double) -> [ClosedRange<Double>] {
    let size = figure.type.tick
    let lefts = (0..<columns).map { column in
      let members = drafts.indices.filter { grid.cells[$0].columns.lowerBound == column }
      let labels = members.map { drafts[$0].labelWidth(size: size) }.max() ?? 0
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
    _ members: [Int], spans: [ClosedRange<Double>], from top: Double,
    endLabels: EndLabels?, to scene: inout Scene
  ) -> Double {
    let panels = members.map { index in
      let columns = grid.cells[index].columns
      let span = spans[columns.lowerBound].lowerBound...spans[columns.upperBound].upperBound
      return PanelLayout(drafts[index], span: span, figure: figure)
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
