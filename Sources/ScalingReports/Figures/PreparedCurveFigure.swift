internal import ScalingAnalysis
public import ScalingCharts
public import ScalingData

/// A figure of points with curves computed elsewhere; nothing is fitted.
public struct PreparedCurveFigure {
  private let table: SeriesTable
  private let curve: PreparedCurve
  private let options: FigureOptions
  private let level: Double

  /// A figure of the points of a table and prepared curves.
  public init(
    _ table: SeriesTable, _ curve: PreparedCurve, options: FigureOptions, level: Double = 0.95
  ) {
    self.table = table.retitled(options)
    self.curve = curve
    self.options = options
    self.level = level
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let words = QuantityWords(table)
    let noun = words.yNoun.prefix(1).uppercased() + words.yNoun.dropFirst()
    let title = options.title ?? "\(noun) by \(words.xNoun)"
    let axes = AxisRecipe(table: table)
    let kinds: [Bool] =
      switch options.lens {
      case .log: [axes.isLogarithmicByDefault]
      case .linear: [false]
      case .both: [false, true]
      }
    return Figure(
      title: title, subtitle: options.subtitle ?? "\(table.y.title) by \(table.x.title)",
      notes: ["Curves and bands as given, not fitted here."], source: options.source,
      description: "\(title). \(curve.lines.count) curves.",
      panels: kinds.map { isLogarithmic in
        Panel(
          heading: kinds.count > 1 ? (isLogarithmic ? "Logarithmic axis" : "Linear axis") : nil,
          x: axes.x(isLogarithmic: isLogarithmic), y: axes.y, marks: marks(isLogarithmic))
      })
  }

  private func marks(_ isLogarithmic: Bool) -> [Mark] {
    var marks: [Mark] = []
    var styles: [String: SeriesStyle] = [:]
    for (index, series) in table.series.enumerated() { styles[series.name] = SeriesStyle(index) }
    for line in curve.lines {
      let style = styles[line.name] ?? .neutral
      if let low = line.low, let high = line.high {
        marks.append(.band(BandMark(x: line.x, low: low, high: high, style: style)))
      }
      marks.append(
        .line(LineMark(x: line.x, y: line.y, style: style, label: SeriesLabel(line.name))))
    }
    for series in table.series {
      let points = ObservedPoints(
        series.observations, isAccuracy: table.y.unit != .number, level: level)
      marks.append(
        .points(
          points.mark(
            styles[series.name] ?? .neutral, isLogarithmic: isLogarithmic,
            label: SeriesLabel(series.name))))
    }
    return marks
  }
}
