/// A panel with its domains and vertical ticks chosen, before it has a place.
struct PanelDraft {
  let index: Int
  var panel: Panel
  var xDomain: ClosedRange<Double>
  var yDomain: ClosedRange<Double>
  var yTicks: [Double] = []
  var yLabels: [TickLabel] = []
  /// Whether tick labels and title of the y axis are drawn; a shared axis is labelled once a row.
  var showsYLabels = true
  /// Whether tick labels and title of the x axis are drawn.
  var showsXLabels = true
  /// Whether no mark has anything to draw.
  let isEmpty: Bool

  /// Drafts of all panels. One without data among others takes their intervals; only a figure
  /// without any data is an error.
  static func drafts(of panels: [Panel]) throws(ChartError) -> [PanelDraft] {
    let filled = panels.filter { !PanelExtent($0).isEmpty }
    var drafts: [PanelDraft] = []
    for (index, panel) in panels.enumerated() {
      let like = filled.filter { $0.x == panel.x && $0.y == panel.y }
      drafts.append(
        try PanelDraft(panel, index: index, others: filled.isEmpty ? nil : like))
    }
    return drafts
  }

  /// - Parameter others: Panels whose intervals an empty one takes; nil when it must not be empty.
  init(_ panel: Panel, index: Int, others: [Panel]? = nil) throws(ChartError) {
    self.index = index
    self.panel = panel
    try Self.check(panel.x, name: "x", panel: index)
    try Self.check(panel.y, name: "y", panel: index)
    var extent = PanelExtent(panel)
    isEmpty = extent.isEmpty
    if isEmpty {
      guard let others else { throw .noDrawableData(panel: index, heading: panel.heading) }
      extent = PanelExtent(others)
    }
    xDomain = DomainChoice.horizontal(panel.x, extent.x)
    yDomain = DomainChoice.vertical(panel.y, extent.y, observed: extent.observedY)
  }

  /// In lower plots, such as insets, four steps of a whole stand too close.
  private static let lowestForQuarters = 90.0

  /// Chooses the ticks of the y axis for a plot height.
  mutating func chooseTicks(height: Double) {
    guard panel.y.showsTicks else { return }
    let count = min(9, max(3, Int(height / 58)))
    let isWhole = yDomain == 0...1 && panel.y.format == .percent
    let tickCount = !isWhole ? count : height < Self.lowestForQuarters ? 3 : 5
    yTicks = ticks(count: tickCount)
    if panel.y.scale == .linear, !isWhole {
      for finer in 1...4 where !reachesEnds(yTicks) {
        let candidate = ticks(count: tickCount + finer)
        if reachesEnds(candidate) { yTicks = candidate }
      }
    }
    yLabels = panel.y.format.labels(for: yTicks)
  }

  private func ticks(count: Int) -> [Double] {
    Ticks.values(panel.y.scale, domain: yDomain, count: count, format: panel.y.format)
  }

  /// Whether the first and the last tick stand at the ends of the domain.
  private func reachesEnds(_ ticks: [Double]) -> Bool {
    guard let first = ticks.first, let last = ticks.last else { return false }
    let slack = (yDomain.upperBound - yDomain.lowerBound) * 1e-6
    return first - yDomain.lowerBound <= slack && yDomain.upperBound - last <= slack
  }

  /// The width of the widest y label.
  func labelWidth(size: Double) -> Double {
    guard showsYLabels else { return 0 }
    return yLabels.map { TextBox.width($0, size: size) }.max() ?? 0
  }

  private static func check(_ axis: Axis, name: String, panel: Int) throws(ChartError) {
    guard let domain = axis.domain else { return }
    guard domain.lowerBound < domain.upperBound, axis.scale.accepts(domain.lowerBound),
      axis.scale.accepts(domain.upperBound)
    else { throw .invalidDomain(panel: panel, axis: name) }
  }
}
