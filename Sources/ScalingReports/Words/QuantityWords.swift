public import ScalingAnalysis
public import ScalingData

/// How the values of one table are put into words: accuracies in percent and points, x in its
/// unit.
public struct QuantityWords: Sendable, Equatable {
  /// Whether y is an accuracy.
  public let isAccuracy: Bool
  /// What x measures.
  public let quantity: AxisQuantity
  /// What a doubling of x doubles, such as "tokens" or "training FLOP".
  public let xNoun: String
  /// What y is called, such as "accuracy".
  public let yNoun: String
  /// The step of x for which a slope is given: a power of 1,000 near the typical x.
  private let slopeStep: Double

  /// The words for a table.
  public init(_ table: SeriesTable) {
    isAccuracy = table.y.unit != .number
    quantity = table.x.quantity
    let noun = String(table.y.title.prefix { $0 != "(" }).trimmingSpaces
    yNoun = noun.isEmpty ? table.y.title : noun
    slopeStep = Self.slopeStep(table)
    xNoun =
      switch table.x.quantity {
      case .tokens: "tokens"
      case .samples: "samples"
      case .flop: "compute"
      case .dollars: "cost"
      case .parameters: "parameters"
      case .date: "time"
      case .other: String(table.x.title.prefix { $0 != "(" }).trimmingSpaces
      }
  }

  private static func slopeStep(_ table: SeriesTable) -> Double {
    let largest = table.series.flatMap { $0.observations.map { abs($0.x) } }.max() ?? 1
    var step = 1.0
    while table.x.quantity != .date, step * 1000 <= largest { step *= 1000 }
    return step
  }

  /// A value of y.
  public func level(_ value: Double) -> String {
    isAccuracy
      ? NumberText.percent(value, decimals: abs(value) < 0.0995 ? 1 : 0)
      : NumberText.significant(value, 4)
  }

  /// An interval of y.
  public func range(_ interval: Interval?) -> String {
    guard let lower = interval?.lower, let upper = interval?.upper else { return "–" }
    return "\(level(lower)) to \(level(upper))"
  }

  /// The size of a difference of y.
  public func changeSize(_ value: Double) -> String {
    isAccuracy
      ? NumberText.fixed(abs(100 * value), abs(value) < 0.0995 ? 1 : 0) + " points"
      : NumberText.significant(abs(value), 3)
  }

  /// A difference of y, signed unless it is zero as written.
  public func change(_ value: Double) -> String {
    let size = changeSize(value)
    let isZero = !size.contains { $0.isNumber && $0 != "0" }
    return (isZero ? "" : value < 0 ? "−" : "+") + size
  }

  /// A value of x, as the axis writes it.
  public func position(_ value: Double) -> String {
    switch quantity {
    case .dollars: "$" + (value < 0.1 ? NumberText.significant(value, 2) : amount(value))
    case .date: NumberText.fixed(value, 1)
    case .flop: NumberText.significant(value, 3)
    case .tokens, .samples, .parameters, .other: NumberText.significant(value, 3)
    }
  }

  /// An estimated x, or an end of its interval: three significant digits, the same wherever it is
  /// written.
  public func estimatedPosition(_ value: Double) -> String {
    guard quantity != .date else { return position(value) }
    return position(NumberText.rounded(value, 3))
  }

  private func amount(_ value: Double) -> String {
    value < 1000 ? NumberText.fixed(value, 2) : NumberText.fixed(value, 0)
  }

  /// A coefficient with its interval, such as "+6.2 points per doubling (4.7 to 7.8)".
  public func phrase(_ coefficient: Coefficient) -> String {
    let unit = unit(of: coefficient.name)
    let label = unit.label.isEmpty ? "" : unit.label + " "
    guard let estimate = coefficient.estimate else {
      return label + "not identified" + openEnds(coefficient.interval, unit)
    }
    let interval = coefficient.interval.map { " (" + ends($0, unit) + ")" } ?? ""
    return label + unit.text(estimate) + unit.suffix + interval
  }

  /// The ends of an interval of a coefficient, in its unit.
  public func ends(_ interval: Interval, of name: String) -> String {
    ends(interval, unit(of: name))
  }

  private func openEnds(_ interval: Interval?, _ unit: Unit) -> String {
    switch (interval?.lower, interval?.upper) {
    case (let lower?, nil): " (above \(unit.text(lower))\(unit.suffix))"
    case (nil, let upper?): " (below \(unit.text(upper))\(unit.suffix))"
    default: ""
    }
  }

  private func ends(_ interval: Interval, _ unit: Unit) -> String {
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(unit.text(lower)) to \(unit.text(upper))"
    case (let lower?, nil): "above \(unit.text(lower)), open"
    case (nil, let upper?): "below \(unit.text(upper)), open"
    case (nil, nil): "open"
    }
  }

  private struct Unit {
    var label: String
    var suffix: String
    var text: (Double) -> String
  }

  private func unit(of name: String) -> Unit {
    let points = { (value: Double) in
      isAccuracy ? NumberText.fixed(100 * value, 2) : NumberText.significant(value, 4)
    }
    let signed = { (value: Double) in (value < 0 ? "" : "+") + points(value) }
    let pointWord = isAccuracy ? " points" : ""
    switch name {
    case "slopePerDoubling":
      return Unit(label: "", suffix: pointWord + " per doubling", text: signed)
    case "slopePerTenfold":
      return Unit(label: "", suffix: pointWord + " per tenfold", text: signed)
    case "slope":
      let scaled = { (value: Double) in
        let size = NumberText.significant((isAccuracy ? 100 : 1) * value * slopeStep, 3)
        return (value < 0 ? "" : "+") + size
      }
      let step =
        quantity == .date
        ? "year" : slopeStep == 1 ? "unit of x" : NumberText.fixed(slopeStep, 0) + " of x"
      return Unit(label: "", suffix: "\(pointWord) per \(step)", text: scaled)
    case "asymptote", "ceiling", "floor", "level", "intercept":
      return Unit(label: name, suffix: isAccuracy ? " %" : "", text: points)
    case "breakpoint", "midpoint", "constant":
      return Unit(label: name, suffix: "", text: estimatedPosition)
    case "steepnessPerDoubling":
      return Unit(label: "steepness", suffix: " per doubling") { NumberText.significant($0, 3) }
    default:
      return Unit(label: name, suffix: "") { NumberText.significant($0, 3) }
    }
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmingSpaces: String {
    var slice = self[...]
    while slice.last == " " { slice = slice.dropLast() }
    return String(slice)
  }
}
