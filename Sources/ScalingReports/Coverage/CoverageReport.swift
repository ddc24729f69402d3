public import ScalingAnalysis
public import ScalingData

/// Everything `scaling coverage` knows about a table of samples: coverage of each group, and the
/// laws fitted to it.
public struct CoverageReport: Sendable {
  /// The table that was read.
  public let table: SampleTable
  /// What was asked for.
  public let settings: CoverageSettings
  /// One analysis per group, in the order of the table.
  public let groups: [Group]

  /// One group of the table.
  public struct Group: Sendable {
    /// The name of the group.
    public let name: String
    /// Its coverage.
    public let analysis: CoverageAnalysis
  }

  /// Analyses every group of a table.
  public init(_ table: SampleTable, settings: CoverageSettings = CoverageSettings()) {
    self.table = table
    self.settings = settings
    groups = table.groups.map { group in
      let counts = group.questions.filter { $0.sampleCount > 0 }.map {
        SampleCount(samples: $0.sampleCount, right: $0.correctCount)
      }
      return Group(name: group.name, analysis: CoverageAnalysis(counts, settings: settings))
    }
  }

  /// What extrapolations take for granted of the questions that were never solved.
  private static func hopeless(_ analysis: CoverageAnalysis) -> String? {
    let counts = analysis.curve.counts
    let unsolved = counts.count { $0.right == 0 }
    let isAsked = analysis.fits.contains { $0.predictions.contains { $0.tenfoldsBeyond > 0 } }
    guard unsolved > 0, isAsked else { return nil }
    return
      "never-solved: \(CoverageWords.neverSolved(unsolved, of: counts.count)). Every law takes for "
      + "granted that samples enough would solve each; if none of them can be, coverage never "
      + "exceeds \(CoverageWords.share(1 - Double(unsolved) / Double(counts.count))), so that "
      + "intervals of extrapolations begin where coverage does with the samples at hand"
  }

  /// A law that misses the curve by more than this on average does not describe it.
  private static let misfit = 0.02

  /// Whether a law does not describe the curve, so that it says nothing beyond.
  static func misses(_ fit: CoverageFit) -> Bool { fit.meanAbsoluteError > misfit }

  /// What a reader must know about a group, one sentence each.
  static func remarks(_ analysis: CoverageAnalysis) -> [String] {
    var result: [String] = []
    var held = HeldIntervals()
    held.add("pass@k", analysis.curve.rows.map { ($0.k, $0.interval) })
    if let remark = held.remark { result.append(remark) }
    let curve = analysis.curve
    let fewest = curve.fewestSamples
    let undefined = curve.rows.filter { $0.mean == nil }.map { String($0.k) }
    if !undefined.isEmpty {
      result.append(
        "undefined: no question has \(undefined.joined(separator: " or ")) samples; coverage there "
          + "is not 1 but unknown")
    }
    let partial = curve.rows.filter {
      ($0.mean?.questions ?? curve.counts.count) < curve.counts.count
    }
    if let first = partial.first, first.mean != nil {
      result.append(
        "fewer-questions: from k = \(first.k) on only questions with that many samples count; all "
          + "\(curve.counts.count) have \(fewest)")
    }
    if analysis.settings.k == nil, 2 * fewest < curve.mostSamples {
      let short = curve.counts.count { $0.samples == fewest }
      result.append(
        "short-questions: k and laws end at \(fewest), the samples of \(short) of \(curve.counts.count) "
          + "questions; others have up to \(curve.mostSamples). Leave the short ones out with --where, "
          + "or ask for more with --k")
    }
    if let unsolved = hopeless(analysis) { result.append(unsolved) }
    if let adaptive = analysis.adaptive, adaptive.isLikely {
      result.append(
        "adaptive-sampling: questions have \(adaptive.fewestSamples) to \(adaptive.mostSamples) "
          + "samples, and those with fewer right ones have more (rank correlation "
          + "\(NumberText.fixed(adaptive.correlation, 2))): where sampling went on until something "
          + "was right, shares of right samples are too high")
    }
    if curve.counts.count == 1 {
      result.append(
        "one-question: intervals are over questions, so one question gives none")
    }
    if curve.isAlike, !analysis.fits.isEmpty {
      result.append(
        "alike: the questions do not differ, so other questions cannot be drawn from them: laws "
          + "have no intervals")
    }
    for fit in analysis.fits {
      if let unsolved = fit.unsolvedAtEnd, fit.isSaturated, let last = fit.grid.last {
        result.append(
          "saturated: \(fit.law.rawValue): with \(counted(last, "sample")) "
            + "\(NumberText.significant(unsolved, 2)) of \(counted(curve.counts.count, "question")) "
            + "are left unsolved, on which the end of the straight line rests; no interval is given, and its "
            + "coefficients are those of these questions")
      }
      if let short = fit.shortCoverage {
        result.append(
          "few-questions: \(fit.law.rawValue): with \(counted(curve.counts.count, "question")) intervals of its "
            + "coefficients, and of coverage far beyond the samples, run short: in simulations of 30 they covered as little as "
            + "\(NumberText.fixed(100 * short, 0)) % instead of 95 %")
      }
      if let range = fit.law.searchRange, fit.coefficients.contains(where: \.isOpen) {
        result.append(
          "open: \(fit.law.rawValue): with these questions an end of an interval lies outside the range "
            + "that is searched (\(NumberText.significant(range.lowerBound, 1)) to "
            + "\(NumberText.significant(range.upperBound, 1))), and is left open")
      }
      if misses(fit) {
        result.append(
          "misfit: \(fit.law.rawValue) misses the curve by "
            + "\(NumberText.fixed(100 * fit.meanAbsoluteError, 1)) points on average: do not "
            + "extrapolate it")
      }
      for prediction in fit.predictions where prediction.tenfoldsBeyond > 0 {
        let distance = NumberText.fixed(prediction.tenfoldsBeyond, 1)
        result.append(
          "extrapolated: \(fit.law.rawValue) at k = \(NumberText.significant(prediction.k, 4)) is "
            + "\(distance) tenfolds beyond the samples that all questions have"
            + (prediction.tenfoldsBeyond > 1
              ? "; the upper end of its interval trusts the law, and the laws differ more than it "
                + "says" : ""))
      }
      let lost = fit.replicates - fit.convergedReplicates
      if lost > 0 {
        result.append(
          "refits: \(fit.law.rawValue): \(fit.convergedReplicates) of \(fit.replicates) refits "
            + "could be fitted; intervals leave the others out")
      }
    }
    result += analysis.skipped.map { "not-fitted: \($0.law.rawValue): \($0.reason)" }
    return result
  }
}
