internal import ScalingAnalysis

/// How orders of magnitude, prices and years are written.
enum TradeoffWords {
  /// Orders of magnitude with three decimals.
  static func orders(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, 3) } ?? "impossible"
  }

  /// An interval in brackets, or nothing.
  static func bracket(
    _ interval: Interval?, _ text: (Double) -> String = { NumberText.fixed($0, 3) }
  ) -> String {
    interval.map { " (\(ends($0, text)))" } ?? ""
  }

  /// A figure with its interval; of an impossible one only what the interval closes.
  static func phrase(_ estimate: TradeoffEstimate, _ text: (Double) -> String) -> String {
    let interval = estimate.interval
    let isOpen = interval?.lower == nil && interval?.upper == nil
    guard let value = estimate.value else {
      return "impossible" + (isOpen ? "" : bracket(interval, text))
    }
    return text(value) + bracket(interval, text)
  }

  /// A number of orders with its interval.
  static func orders(_ estimate: TradeoffEstimate) -> String {
    phrase(estimate) { NumberText.fixed($0, 3) }
  }

  /// Both ends of an interval.
  static func ends(_ interval: Interval, _ text: (Double) -> String) -> String {
    switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(text(lower)) to \(text(upper))"
    case (let lower?, nil): "above \(text(lower)), open"
    case (nil, let upper?): "below \(text(upper)), open"
    case (nil, nil): "not bounded"
    }
  }

  /// A number that may span decades, with three digits.
  static func number(_ value: Double) -> String { number(value, digits: 3) }

  /// A number that may span decades; digits beyond those asked for are zeros.
  static func number(_ value: Double, digits: Int) -> String {
    let limit = (0..<digits).reduce(1.0) { power, _ in 10 * power }
    var unit = 1.0
    while abs(value) < 1e6, abs(value) / unit >= limit { unit *= 10 }
    return LawText.number(unit > 1 ? (value / unit).rounded() * unit : value, digits)
  }

  /// Dollars.
  static func dollars(_ value: Double) -> String { "$" + number(value) }

  /// Years with one decimal.
  static func years(_ estimate: TradeoffEstimate, _ growth: ComputeGrowth) -> String {
    phrase(estimate.scaled(by: growth.yearsPerOrder)) { NumberText.fixed($0, 1) }
  }

  /// The growth in words.
  static func growth(_ growth: ComputeGrowth) -> String {
    "\(plain(growth.factorPerYear))x a year"
  }

  /// A number that was asked for, without decimals that say nothing.
  static func plain(_ value: Double) -> String {
    guard abs(value) < 1e6 else { return LawText.number(value, 3) }
    let decimals = (0...3).first { decimals in
      let scaled = value * [1, 10, 100, 1000][decimals]
      return abs(scaled - scaled.rounded()) < 1e-6 * abs(scaled)
    }
    return decimals.map { NumberText.fixed(value, $0) } ?? LawText.number(value, 3)
  }

  /// A confidence level in words.
  static func interval(_ level: Double) -> String { NumberText.fixed(100 * level, 0) + " %" }

  /// A power of ten as a number.
  static func power(_ logarithm: Double) -> String {
    number(exponential(logarithm * 2.302_585_092_994_045_7))
  }
}

extension TradeoffEstimate {
  /// The figure; without one only its interval, or nothing.
  var json: JSONValue? {
    guard value?.isFinite == true || interval != nil else { return nil }
    return .members(["estimate": .finite(value), "interval": interval.map(\.json)])
  }
}
