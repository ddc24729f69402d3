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
    let noun = words.yNoun.sentenceStart
    let title = options.title ?? "\(noun) by \(words.xNoun)"
    let axes = AxisRecipe(table: table)
    let plan = FacetPlan(table, by: options.facet)
    let kinds: [Bool] =
      switch options.lens {
      case .log: [axes.isLogarithmicByDefault]
      case .linear: [false]
      case .both: [false, true]
      }
    return Figure(
      title: title,
      subtitle: options.subtitle ?? "\(table.y.title) by \(table.x.title)".sentenceStart,
      notes: ["Curves and bands as given, not fitted here."], source: options.source,
      description: "\(title). \(curve.lines.count) curves.",
      panels: plan.facets.flatMap { facet in
        kinds.map { isLogarithmic in
          let lens = kinds.count > 1 ? AxisRecipe.heading(isLogarithmic: isLogarithmic) : nil
          let heading = [facet.heading, lens].compactMap(\.self).joined(separator: ". ")
          return Panel(
            heading: heading.isEmpty ? nil : heading, x: axes.x(isLogarithmic: isLogarithmic),
            y: axes.y, secondaryX: options.secondaryX, marks: marks(facet, plan, isLogarithmic))
        }
      })
  }

  /// Curves of no series of the table stand in the first panel, in the quiet colour.
  private func marks(
    _ facet: FacetPlan.Facet, _ plan: FacetPlan, _ isLogarithmic: Bool
  ) -> [Mark] {
    var marks: [Mark] = []
    var places: [String: Int] = [:]
    for (index, series) in table.series.enumerated() { places[series.name] = index }
    let members = Set(facet.members)
    let isFirst = facet.members.first == plan.facets.first?.members.first
    for line in curve.lines {
      let place = places[line.name]
      guard place.map(members.contains) ?? isFirst else { continue }
      let style = place.map { SeriesStyle(plan.styles[$0]) } ?? .neutral
      let name = place.map { plan.names[$0] } ?? line.name
      if let low = line.low, let high = line.high {
        marks.append(.band(BandMark(x: line.x, low: low, high: high, style: style)))
      }
      marks.append(
        .line(LineMark(x: line.x, y: line.y, style: style, label: name.map { SeriesLabel($0) })))
    }
    for index in facet.members {
      let points = ObservedPoints(
        table.series[index].observations, isAccuracy: table.y.unit != .number, level: level)
      marks.append(
        .points(
          points.mark(
            SeriesStyle(plan.styles[index]), isLogarithmic: isLogarithmic,
            label: plan.names[index].map { SeriesLabel($0) })))
    }
    return marks
  }
}
