/// Refits of a law to runs drawn with replacement.
public struct LawBootstrap: Sendable, Equatable {
  /// Refits.
  public var replicateCount: Int
  /// The seed of the draws.
  public var seed: UInt64
  /// The confidence level of intervals.
  public var level: Double
  /// Threads; the result is the same for any number.
  public var threads: Int

  /// A bootstrap by rows.
  public init(replicateCount: Int, seed: UInt64 = 1, level: Double = 0.95, threads: Int = 1) {
    self.replicateCount = replicateCount
    self.seed = seed
    self.level = level
    self.threads = threads
  }

  /// Factors of delta on the way from the fit to a refit.
  private static let widths: [Double] = [4]

  /// Refits the law of `fit`; a draw with hardly more distinct runs than coefficients is drawn
  /// again.
  ///
  /// Each refit starts at the fit and ends when a further Newton step would gain less than 1e-9
  /// of its objective; one that does not is left out and counted.
  public func run(_ fit: LawFit) -> LawBootstrapResult {
    let width = fit.kernel.coordinateCount
    var coordinates = Array(repeating: Double.nan, count: max(replicateCount * width, 1))
    let (kernel, rows, settings, free) = (fit.kernel, fit.rows, fit.settings, fit.free)
    let starts = Starts(fit)
    let (replicates, seed) = (replicateCount, seed)
    coordinates.withUnsafeMutableBufferPointer { buffer in
      guard let output = SendableBuffer(buffer) else { return }
      parallelChunks(of: replicates, threads: threads) { range in
        let sample = LawRows(like: rows)
        let descent = LawDescent(kernel, sample, settings.objective, free: free)
        var counts = Array(repeating: 0, count: rows.count)
        let needed = min(free.count + 1, rows.count)
        for replicate in range {
          var random = RandomSource(seed: seed, stream: UInt64(replicate))
          for _ in 0..<100 {
            for row in counts.indices { counts[row] = 0 }
            for _ in counts.indices { counts[random.index(below: counts.count)] += 1 }
            sample.resample(rows, counts: counts)
            if sample.count >= needed { break }
          }
          guard let minimum = Self.refit(descent, from: starts) else { continue }
          for index in 0..<width {
            output.pointer[replicate * width + index] = minimum.theta[index]
          }
        }
      }
    }
    let laws = (0..<replicateCount).compactMap { replicate -> TrainingLaw? in
      let part = coordinates[(replicate * width)..<((replicate + 1) * width)]
      guard let first = part.first, !first.isNaN else { return nil }
      let values = Array(part).withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map(kernel.coefficients) ?? []
      }
      let named = zip(settings.form.coefficientNames, values).map { settings.fixed[$0] ?? $1 }
      return TrainingLaw(settings.form, coefficients: named)
    }
    return LawBootstrapResult(fit: fit, settings: self, laws: laws)
  }

  /// Where a refit starts.
  private struct Starts: Sendable {
    /// The fit, a factor that is zero in it at a thousandth of the least loss: at zero it would
    /// never come back.
    var fit: [Double]
    /// The fit with one factor at zero, for each of them.
    var withoutTerm: [[Double]]

    init(_ fit: LawFit) {
      let intercepts = fit.kernel.intercepts.filter(fit.free.contains)
      let little = fit.rows.leastLogLoss + logarithm(1e-3)
      var start = fit.theta
      for index in intercepts where start[index] == LawFit.vanished { start[index] = little }
      self.fit = start
      withoutTerm = intercepts.map { index in
        var theta = start
        theta[index] = LawFit.vanished
        return theta
      }
    }
  }

  /// The optimum of a resample, or none when no descent confirms its end.
  private static func refit(_ descent: LawDescent, from starts: Starts) -> LawDescent.Minimum? {
    for widths in [widths, [100, 30, 10, 5, 2]] {
      let minimum = descent.minimum(from: starts.fit, widths: widths, tolerance: 1e-9)
      if minimum.converged { return minimum }
    }
    return starts.withoutTerm.map {
      descent.minimum(from: $0, widths: widths, tolerance: 1e-9)
    }.filter(\.converged).min { $0.value < $1.value }
  }
}
