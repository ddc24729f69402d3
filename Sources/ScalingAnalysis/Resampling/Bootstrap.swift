internal import LeastSquares

/// Refits of resampled observations: intervals and bands from their percentiles.
public struct Bootstrap: Sendable, Equatable {
  /// Points from which intervals of resampled cases hold their level in simulations; with fewer
  /// they run wide.
  public static let fewCases = 15

  /// What is resampled.
  public enum Resample: String, Sendable, Codable, CaseIterable {
    /// Observations, with replacement: makes no assumption on the noise, but needs many points.
    case cases = "case"
    /// Residuals around the fitted curve, divided by √(1 − leverage): keeps the x, assumes one
    /// variance.
    case residuals = "residual"
    /// Correct answers out of each point's items at the fitted accuracy: needs items.
    case counts = "binomial"
    /// Questions, with replacement, where the same ones stand behind all points: needs the single
    /// questions.
    case questions = "question"
  }

  /// Refits.
  public var replicateCount: Int
  /// What is resampled.
  public var resample: Resample
  /// Where the random numbers start.
  public var seed: UInt64
  /// Threads; the result is the same for any number.
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
  /// - Throws: `FitError` when counts are asked for and an observation has no items, or questions and there are none.
  public func run(_ fit: Fit) throws(FitError) -> BootstrapResult {
    if resample == .counts {
      guard fit.data.isAccuracy, fit.data.items.allSatisfy({ ($0 ?? 0) >= 1 }) else {
        throw FitError(
          code: .outOfRange,
          description: "a binomial bootstrap needs the number of questions behind every accuracy; "
            + "give --items, or use --resample case or residual")
      }
    }
    if resample == .questions, fit.data.questions == nil {
      throw FitError(
        code: .outOfRange,
        description: "a bootstrap of questions needs the single questions; give --question, or use "
          + "--resample case")
    }
    if resample == .residuals, fit.noise.isBinomial {
      throw FitError(
        code: .outOfRange,
        description: "residuals of binomial counts cannot change places: their spread depends on "
          + "the curve; use --resample binomial or case")
    }
    let width = fit.linear.count + fit.shape.count
    var parameters = Array(repeating: Double.nan, count: replicateCount * width)
    parameters.withUnsafeMutableBufferPointer { buffer in
      guard let output = SendableBuffer(buffer) else { return }
      parallelChunks(of: replicateCount, threads: threads) { range in
        let refitter = Refitter(fit, self)
        for replicate in range {
          refitter.refit(replicate, into: output.pointer + replicate * width)
        }
      }
    }
    return BootstrapResult(fit: fit, settings: self, parameters: parameters, width: width)
  }
}
