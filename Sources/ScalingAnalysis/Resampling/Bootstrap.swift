internal import LeastSquares

/// Refits of resampled observations: percentile intervals and bands.
public struct Bootstrap: Sendable, Equatable {
  /// What is resampled.
  public enum Resample: String, Sendable, Codable, CaseIterable {
    /// Observations, with replacement: makes no assumption on the noise, but needs many points.
    case cases = "case"
    /// Residuals around the fitted curve, widened by √(n/df): keeps the x, assumes one variance.
    case residuals = "residual"
    /// Correct answers out of each point's items at the fitted accuracy: needs items.
    case counts = "binomial"
  }

  /// Refits.
  public var replicateCount: Int
  public var resample: Resample
  public var seed: UInt64
  public var threads: Int

  /// A bootstrap; the result depends on the seed and not on `threads`.
  public init(
    replicateCount: Int, resample: Resample = .cases, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.replicateCount = replicateCount
    self.resample = resample
    self.seed = seed
    self.threads = threads
  }

  /// Refits the family of `fit` to resamples of its observations.
  ///
  /// A case resample with too few distinct x to carry the family is drawn again.
  ///
  /// - Throws: `FitError` when counts are asked for and an observation has no items.
  public func run(_ fit: Fit) throws(FitError) -> BootstrapResult {
    if resample == .counts {
      guard fit.data.isAccuracy, fit.data.items.allSatisfy({ ($0 ?? 0) >= 1 }) else {
        throw FitError(
          code: .outOfRange,
          description: "a binomial bootstrap needs the number of questions behind every accuracy; "
            + "give --items, or use --resample case or residual")
      }
    }
    let width = fit.linear.count + fit.shape.count
    var parameters = Array(repeating: Double.nan, count: replicateCount * width)
    parameters.withUnsafeMutableBufferPointer { buffer in
      let output = SendableBuffer(buffer)
      parallelChunks(of: replicateCount, threads: threads) { range in
        let refitter = Refitter(fit, self)
        for replicate in range {
          guard let refit = refitter.refit(replicate) else { continue }
          for (offset, value) in refit.enumerated() {
            output.pointer[replicate * width + offset] = value
          }
        }
      }
    }
    return BootstrapResult(fit: fit, settings: self, parameters: parameters, width: width)
  }
}

/// One thread's buffers for refitting.
private final class Refitter {
  private let fit: Fit
  private let settings: Bootstrap
  private let reduced: VariableProjection
  private let local: LocalSearch
  private let residuals: [Double]
  private let xGroup: [Int]
  private var counts: [Int]
  private var response: [Double]

  init(_ fit: Fit, _ settings: Bootstrap) {
    self.fit = fit
    self.settings = settings
    reduced = VariableProjection(CurveProblem(fit.model, fit.data), response: fit.data.y)
    local = LocalSearch(fit.model, fit.data)
    let n = Double(fit.data.count)
    let inflation = (n / max(n - Double(fit.model.freeCount), 1)).squareRoot()
    let mean = fit.residuals.reduce(0, +) / n
    residuals = fit.residuals.map { ($0 - mean) * inflation }
    let distinct = fit.data.distinctX
    xGroup = fit.data.x.map { x in distinct.firstIndex(of: x) ?? 0 }
    counts = Array(repeating: 0, count: fit.data.count)
    response = fit.data.y
  }

  /// The coefficients of one replicate, or `nil` when its search did not end in an optimum.
  func refit(_ replicate: Int) -> [Double]? {
    var random = RandomSource(seed: settings.seed, stream: UInt64(replicate))
    switch settings.resample {
    case .cases: drawCases(&random)
    case .residuals:
      for row in response.indices {
        response[row] = fit.fitted[row] + residuals[random.index(below: residuals.count)]
      }
      reduced.setResponse(response)
    case .counts:
      for row in response.indices {
        let items = Int((fit.data.items[row] ?? 1).rounded())
        let chance = min(max(fit.fitted[row], 0), 1)
        response[row] =
          Double(random.binomial(trials: items, probability: chance)) / Double(items)
      }
      reduced.setResponse(response)
    }
    return solve()
  }

  private func drawCases(_ random: inout RandomSource) {
    // Enough different x for every coefficient and one to spare, where the data have them.
    let needed = min(fit.model.freeCount + 1, (xGroup.max() ?? 0) + 1)
    for _ in 0..<100 {
      for row in counts.indices { counts[row] = 0 }
      for _ in counts.indices { counts[random.index(below: counts.count)] += 1 }
      var groups = 0
      var last = -1
      for row in counts.indices.sorted(by: { xGroup[$0] < xGroup[$1] })
      where counts[row] > 0 && xGroup[row] != last {
        last = xGroup[row]
        groups += 1
      }
      if groups >= needed { break }
    }
    reduced.setCounts(counts)
  }

  private func solve() -> [Double]? {
    guard !fit.shape.isEmpty else {
      let rss = reduced.residualSumOfSquares(at: [0])
      return rss.isFinite ? Array(reduced.linear.prefix(fit.linear.count)) : nil
    }
    var best = minimum(from: [fit.shape])
    if !(best?.isConverged ?? false) {
      let search = ShapeSearch(fit.model.searchRanges(for: fit.data), reduced)
      best = minimum(from: search.localMinima(atMost: 4))
    }
    guard let best, best.isConverged, best.residualSumOfSquares.isFinite else { return nil }
    _ = reduced.residualSumOfSquares(at: best.shape)
    return Array(reduced.linear.prefix(fit.linear.count)) + best.shape
  }

  private func minimum(from starts: [[Double]]) -> VariableProjection.Minimum? {
    local.minimum(from: starts, reduced, tolerance: 1e-10)
  }
}
