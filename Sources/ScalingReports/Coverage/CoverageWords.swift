internal import ScalingAnalysis

/// How shares and laws of coverage are written.
enum CoverageWords {
  /// A share in percent: with two decimals below one percent.
  static func share(_ value: Double) -> String {
    NumberText.percent(value, decimals: value < 0.00995 ? 2 : 1)
  }

  /// How many questions have no right sample.
  static func neverSolved(_ unsolved: Int, of questions: Int) -> String {
    "\(unsolved) of \(counted(questions, "question")) \(unsolved == 1 ? "was" : "were") never solved"
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
    let end = { (value: Double) in NumberText.fixed(value, decimals) }
    return switch (estimate.interval?.lower, estimate.interval?.upper) {
    case (let lower?, let upper?): "\(value) (\(end(lower)) to \(end(upper)))"
    case (let lower?, nil): "\(value) (\(end(lower)) or more)"
    case (nil, let upper?): "\(value) (\(end(upper)) or less)"
    case (nil, nil): value
    }
  }
}
