/// Coverage of one group: its curve, the laws fitted to it, and what is odd about its samples.
public struct CoverageAnalysis: Sendable {
  /// The curve with intervals over questions.
  public let curve: CoverageCurve
  /// The laws that could be fitted.
  public let fits: [CoverageFit]
  /// Laws that could not, and why.
  public let skipped: [Skipped]
  /// Whether the number of samples looks chosen by their outcome.
  public let adaptive: AdaptiveSampling?
  /// What was asked for.
  public let settings: CoverageSettings

  /// A law that could not be fitted.
  public struct Skipped: Sendable, Equatable {
    /// The law.
    public let law: CoverageLaw
    /// Why.
    public let reason: String
  }

  /// Analyses the counts of a group.
  public init(_ counts: [SampleCount], settings: CoverageSettings = CoverageSettings()) {
    let fewest = counts.map(\.samples).min() ?? 0
    let grid = CoverageCurve.publishedGrid(upTo: fewest)
    curve = CoverageCurve(counts, at: settings.k ?? grid, level: settings.level)
    adaptive = AdaptiveSampling(counts)
    self.settings = settings
    var fits: [CoverageFit] = []
    var skipped: [Skipped] = []
    let resampling = CoverageResampling(counts, grid: grid, settings: settings)
    for law in settings.laws {
      if let fit = resampling.fit(law) {
        fits.append(fit)
      } else {
        skipped.append(Skipped(law: law, reason: Self.reason(law, counts, grid)))
      }
    }
    self.fits = fits
    self.skipped = skipped
  }

  /// The coefficients that the laws of the curve have on an exactly known curve: what their
  /// intervals are for.
  public static func populationCoefficients(
    _ chances: BetaBinomial, grid: [Int]
  ) -> [CoverageLaw: [Double]] {
    let coverage = grid.map { chances.coverage(Double($0)) }
    let fitter = CoverageFitter(k: grid)
    var result: [CoverageLaw: [Double]] = [:]
    for law in [CoverageLaw.exponentiatedPower, .logLog] {
      result[law] = fitter.coefficients(law, coverage: coverage, from: nil)
    }
    return result
  }

  private static func reason(_ law: CoverageLaw, _ counts: [SampleCount], _ grid: [Int]) -> String {
    let right = counts.reduce(0) { $0 + $1.right }
    if right == 0 { return "no sample is right, so coverage is 0 at every k" }
    if right == counts.reduce(0, { $0 + $1.samples }) {
      return "every sample is right, so coverage is 1 at every k"
    }
    if grid.count < 3 { return "a law needs three k, and some question has fewer than 3 samples" }
    guard law == .betaBinomial else { return "the search did not converge" }
    return counts.allSatisfy { $0.right == 0 || $0.right == $0.samples }
      ? "every question is solved by all of its samples or by none, which no such distribution gives"
      : "the chances of the questions differ no more than their samples explain"
  }
}
