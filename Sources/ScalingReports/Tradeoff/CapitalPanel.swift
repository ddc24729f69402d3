internal import ScalingAnalysis
internal import ScalingCharts

/// Capital against operation: what the best model for each demand costs in training once, and in
/// inference for all of the demand.
struct CapitalPanel {
  /// One demand with the compute of the best model, in FLOP.
  struct Row {
    let demand: Double
    let training: Double
    let inference: Double
    /// Whether it lies beyond what was measured; lines to it are dashed.
    var isExtrapolated = false
  }

  let heading: String
  /// What is served, such as "queries".
  let unit: String
  let rows: [Row]
  let prices: ComputePrices?

  /// The axis of costs: dollars where there are prices.
  static func axis(_ prices: ComputePrices?) -> Axis {
    prices == nil
      ? Axis("training and inference (FLOP), log scale", scale: .log10, format: .powersOfTen)
      : Axis("cost (dollars), log scale", scale: .log10, format: .dollars)
  }

  var panel: Panel {
    let price = prices ?? ComputePrices(training: 1)
    return Panel(
      heading: heading, x: Axis("\(unit), log scale", scale: .log10, format: .powersOfTen),
      y: Self.axis(prices),
      marks: line("inference", SeriesStyle(2), .thin) { price.inference * $0.inference }
        + line("training", SeriesStyle(1), .thin) { price.training * $0.training }
        + line("total", SeriesStyle(0), .solid) {
          price.total(training: $0.training, inference: $0.inference)
        })
  }

  /// A line, dashed where an end of a piece is extrapolated.
  private func line(
    _ name: String, _ style: SeriesStyle, _ line: LineStyle, value: (Row) -> Double
  ) -> [Mark] {
    let values = rows.map(value)
    let isDashed = rows.indices.map { index in
      rows[max(index - 1, 0)...min(index + 1, rows.count - 1)].contains(where: \.isExtrapolated)
    }
    let pieces = [
      (line, rows.indices.map { rows[$0].isExtrapolated ? .nan : values[$0] }),
      (
        LineStyle(pattern: .dashed, width: line.width),
        rows.indices.map { isDashed[$0] ? values[$0] : .nan }
      ),
    ].filter { $0.1.contains(where: \.isFinite) }
    let last = pieces.firstIndex { $0.1.last?.isFinite == true }
    return pieces.indices.map { place in
      .line(
        LineMark(
          x: rows.map(\.demand), y: pieces[place].1, style: style, line: pieces[place].0,
          label: place == last ? SeriesLabel(name) : nil))
    }
  }
}
