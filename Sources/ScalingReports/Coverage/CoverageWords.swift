internal import ScalingAnalysis

/// How shares and laws of coverage are written.
enum CoverageWords {
  /// A share in percent: with two decimals below one percent.
  static func share(_ value: Double) -> String {
    NumberText.percent(value, decimals: value < 0.00995 ? 2 : 1)
  }

  /// An interval of shares.
  static func range(_ interval: Interval?) -> String {
    guard let lower = interval?.lower, let upper = interval?.upper else { return "" }
    return "\(share(lower)) to \(share(upper))"
  }

  /// A coefficient with its interval, all with the same decimals.
  static func phrase(_ estimate: CoverageFit.Estimate) -> String {
    let number = NumberText.significant(estimate.estimate, 4)
    let decimals = number.split(separator: ".").dropFirst().first?.count ?? 0
    let value = "\(estimate.name) \(number)"
    guard let lower = estimate.interval?.lower, let upper = estimate.interval?.upper else {
      return value
    }
    return value + " (\(NumberText.fixed(lower, decimals)) to \(NumberText.fixed(upper, decimals)))"
  }
}
