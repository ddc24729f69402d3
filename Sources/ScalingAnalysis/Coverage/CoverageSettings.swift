/// What is asked of a coverage analysis.
public struct CoverageSettings: Sendable, Equatable {
  /// The k of the curve; the grid of Brown et al. up to the samples of all questions, unless
  /// given.
  public var k: [Int]?
  /// The laws to fit.
  public var laws: [CoverageLaw]
  /// Where to predict coverage by each law.
  public var predictionsAt: [Double]
  /// The confidence level of intervals.
  public var level: Double
  /// Refits to questions drawn with replacement.
  public var replicates: Int
  /// The seed of the draws.
  public var seed: UInt64
  /// Threads; the result is the same for any number.
  public var threads: Int

  /// All laws on the published grid at 95 %, with 1,000 refits, unless said otherwise.
  public init(
    k: [Int]? = nil, laws: [CoverageLaw] = CoverageLaw.allCases, predictionsAt: [Double] = [],
    level: Double = 0.95, replicates: Int = 1_000, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.k = k
    self.laws = laws
    self.predictionsAt = predictionsAt
    self.level = level
    self.replicates = replicates
    self.seed = seed
    self.threads = threads
  }
}
