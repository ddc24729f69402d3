internal import LeastSquares

/// Fits of the laws to a group and to groups of questions drawn from it with replacement.
///
/// Questions are what is drawn, because another benchmark would bring other questions.
struct CoverageResampling {
  private let counts: [SampleCount]
  private let grid: [Int]
  private let settings: CoverageSettings
  /// Coverage of every question at every k of the grid, question after question.
  private let table: [[Double]]

  init(_ counts: [SampleCount], grid: [Int], settings: CoverageSettings) {
    self.counts = counts
    self.grid = grid
    self.settings = settings
    table = counts.map { count in
      grid.map { PassAtK.any(samples: count.samples, right: count.right, k: $0) ?? 0 }
    }
  }

  /// The law with its uncertainty; `nil` where it cannot be fitted.
  func fit(_ law: CoverageLaw) -> CoverageFit? {
    guard grid.count >= 3,
      let estimate = coefficients(
        law, Array(counts.indices), from: nil, by: CoverageFitter(k: grid)),
      law != .betaBinomial || !BetaBinomial(alpha: estimate[0], beta: estimate[1]).isWithoutSpread
    else { return nil }
    let settings = settings
    let grid = grid
    let replicates = parallelMap(
      settings.replicates, threads: settings.threads, buffers: { CoverageFitter(k: grid) }
    ) { replicate, fitter -> [Double]? in
      var random = RandomSource(seed: settings.seed, stream: UInt64(replicate))
      let drawn = counts.indices.map { _ in random.index(below: counts.count) }
      return coefficients(law, drawn, from: estimate, by: fitter)
    }.compactMap(\.self)
    return describe(law, estimate, replicates)
  }

  private func coefficients(
    _ law: CoverageLaw, _ questions: [Int], from start: [Double]?, by fitter: CoverageFitter
  ) -> [Double]? {
    guard law != .betaBinomial else {
      let likelihood = BetaBinomialLikelihood(questions.map { counts[$0] })
      let from = start.map { BetaBinomial(alpha: $0[0], beta: $0[1]) }
      return (BetaBinomial.fit(likelihood, from: from) ?? BetaBinomial.fit(likelihood, from: nil))
        .map { [$0.alpha, $0.beta] }
    }
    return fitter.coefficients(law, coverage: mean(questions), from: start)
  }

  /// The curve of some questions.
  private func mean(_ questions: [Int]) -> [Double] {
    var sum = Array(repeating: 0.0, count: grid.count)
    for question in questions {
      for place in grid.indices { sum[place] += table[question][place] }
    }
    return sum.map { $0 / Double(questions.count) }
  }

  /// How many questions are unsolved with the last k of the grid, on average over draws.
  private var unsolvedAtEnd: Double {
    table.reduce(0) { $0 + 1 - ($1.last ?? 0) }
  }

  private func describe(
    _ law: CoverageLaw, _ estimate: [Double], _ replicates: [[Double]]
  ) -> CoverageFit {
    let unsolved = law == .betaBinomial ? nil : unsolvedAtEnd
    let kept = CoverageFit.isSaturated(law, unsolved) ? [] : replicates
    let summary = { (name: String, scale: EvenScale, value: ([Double]) -> Double) in
      self.estimate(name, of: value(estimate), kept.map(value), scale)
    }
    let fewest = Double(counts.map(\.samples).min() ?? 1)
    let predictions = settings.predictionsAt.map { k in
      let coverage = summary("coverage", .logit) { law.coverage($0, at: k) }
      return CoverageFit.Prediction(
        k: k, coverage: coverage,
        interval: k > fewest ? extrapolated(coverage.interval) : coverage.interval,
        tenfoldsBeyond: max(0, logarithmBase10(k / fewest)))
    }
    let errors = curveErrors(law, estimate)
    return CoverageFit(
      law: law, grid: law == .betaBinomial ? [] : grid,
      coefficients: law.coefficientNames.enumerated().map { index, name in
        summary(name, law.evenScale(of: index)) { $0[index] }.opened(law.searchRange)
      },
      exponent: summary("exponent", law.evenScale(of: law.exponentPlace)) { law.exponent($0) }
        .opened(law.searchRange),
      meanAbsoluteError: errors.mean, absoluteErrorDeviation: errors.deviation,
      logLikelihood: law == .betaBinomial
        ? BetaBinomial(alpha: estimate[0], beta: estimate[1]).logLikelihood(counts) : nil,
      predictions: predictions, unsolvedAtEnd: unsolved, questions: counts.count,
      replicates: settings.replicates,
      convergedReplicates: replicates.count)
  }

  /// The interval of a law beyond the samples of all questions, held to what was measured where
  /// some of them was never solved.
  private func extrapolated(_ interval: Interval?) -> Interval? {
    guard var interval, counts.contains(where: { $0.right == 0 }),
      let fewest = counts.map(\.samples).min(), let lower = interval.lower,
      let measured = CoverageCurve(counts, at: [fewest], level: settings.level).rows.first?
        .interval?.lower
    else { return interval }
    interval.lower = min(lower, measured)
    return interval
  }

  /// Fewer refits give no standard error.
  private static let fewestReplicates = 100

  /// The estimate with the standard error of refits, and t intervals on the scale on which refits
  /// scatter evenly. In simulations with 30 questions expanded percentiles covered 88 to 92 %.
  private func estimate(
    _ name: String, of value: Double, _ replicates: [Double], _ scale: EvenScale
  ) -> CoverageFit.Estimate {
    guard replicates.count >= Self.fewestReplicates, Set(counts).count > 1 else {
      return CoverageFit.Estimate(name: name, estimate: value, standardError: nil, interval: nil)
    }
    let questions = Double(counts.count)
    let t = Distribution.studentTQuantile(
      0.5 + settings.level / 2, degreesOfFreedom: questions - 1)
    // Draws with replacement scatter by (N − 1)/N too little (Hesterberg 2015, section 5.1).
    let reach = t * (questions / (questions - 1)).squareRoot()
    return CoverageFit.Estimate(
      name: name, estimate: value, standardError: EvenScale.deviation(replicates),
      interval: scale.interval(around: value, replicates, reach: reach, level: settings.level))
  }

  private func curveErrors(
    _ law: CoverageLaw, _ coefficients: [Double]
  ) -> (mean: Double, deviation: Double) {
    let last = Double(grid.last ?? 1)
    let k = (0..<100).map { Int(raise(last, to: Double($0) / 99) + 1e-9) }
    let errors = CoverageCurve(counts, at: k).rows.compactMap { row in
      row.mean.map { abs(law.coverage(coefficients, at: Double(row.k)) - $0.estimate) }
    }
    let mean = errors.reduce(0, +) / Double(errors.count)
    let variance = errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(errors.count)
    return (mean, variance.squareRoot())
  }
}
