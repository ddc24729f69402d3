internal import ScalingCharts
internal import ScalingData

/// The axes of a table: base 2 for tokens and samples, base 10 for FLOP, dollars and parameters,
/// linear for time, percent for accuracies.
struct AxisRecipe {
  let table: SeriesTable

  /// The x axis on one kind of scale.
  func x(isLogarithmic: Bool, domain: ClosedRange<Double>? = nil) -> Axis {
    let title = table.x.title + (isLogarithmic ? ", log scale" : "")
    let scale: ScaleKind = isLogarithmic ? base : .linear
    return Axis(title, scale: scale, format: xFormat(isLogarithmic), domain: domain)
  }

  /// What a panel is headed with where the same data are drawn on both kinds of axis.
  static func heading(isLogarithmic: Bool) -> String {
    isLogarithmic
      ? "Logarithmic axis: equal steps multiply" : "Linear axis: equal steps add equally"
  }

  /// The y axis.
  var y: Axis {
    table.y.unit == .number
      ? Axis(table.y.title) : Axis(table.y.title, format: .percent)
  }

  /// The y axis of quantities that grow in powers.
  var logarithmicY: Axis { Axis(table.y.title + ", log scale", scale: .log10) }

  /// Whether a linear y axis would leave the smaller values on its base line: numbers above zero
  /// of which the largest is more than thirty times the least.
  var isLinearYTooCoarse: Bool {
    let values = table.series.flatMap { $0.observations.map(\.y) }
    guard table.y.unit == .number, let low = values.min(), let high = values.max(), low > 0
    else { return false }
    return high / low > 30
  }

  /// Whether the x axis is logarithmic unless the user says otherwise: where the quantity is
  /// usually drawn so, or the values span more than a decade.
  var isLogarithmicByDefault: Bool {
    let values = table.series.flatMap { $0.observations.map(\.x) }
    guard let low = values.min(), let high = values.max(), low > 0 else { return false }
    switch table.x.quantity {
    case .date: return false
    case .tokens, .samples, .flop, .dollars, .parameters: return high > low
    case .other: return high / low > 10
    }
  }

  private var base: ScaleKind {
    switch table.x.quantity {
    case .tokens, .samples: .log2
    case .flop, .dollars, .parameters, .date, .other: .log10
    }
  }

  private func xFormat(_ isLogarithmic: Bool) -> TickFormat {
    switch table.x.quantity {
    case .tokens, .samples: .tokens
    case .flop: .powersOfTen
    case .dollars: .dollars
    case .parameters: .count
    case .date: .year
    case .other: .plain
    }
  }
}
