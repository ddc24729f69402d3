#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The likelihood that belongs to Huber's function on log loss: residuals r/scale with the density
/// exp(−Huber(r/scale))/(scale·Z), Z = √(2π)·erf(δ/√2) + 2·exp(−δ²/2)/δ (Besiroglu et al. 2024).
///
/// With the small delta in use it is Laplace's density but for its tip.
public enum HuberLikelihood {
  /// The log-likelihood of a law on runs at the scale that makes it largest.
  public static func logLikelihood(
    of law: TrainingLaw, on data: LawData, delta: Double = LawObjective.standardDelta
  ) -> Double {
    let residuals = zip(LawFit.values(of: law, on: data), data.loss).map { log($0 / $1) }
    return logLikelihood(residuals: residuals, delta: delta)
  }

  static func logLikelihood(residuals: [Double], delta: Double) -> Double {
    let n = Double(residuals.count)
    let mean = residuals.reduce(0) { $0 + abs($1) } / n
    guard mean > 0 else { return .infinity }
    let total =
      (2 * Double.pi).squareRoot() * erf(delta / 2.0.squareRoot())
      + 2 * exp(-0.5 * delta * delta) / delta
    let value = { (logScale: Double) -> Double in
      let scale = exp(logScale)
      let objective = LawObjective.huberLog(delta: delta)
      let sum = residuals.reduce(0) { $0 + objective.rowLoss($1 / scale, logLoss: 0).value }
      return -sum - n * (logScale + log(total))
    }
    // The scale of Laplace's density is the mean size; Huber's lies near delta times that.
    let centre = log(mean * delta / (1 + delta))
    return -GoldenSection.least(of: { -value($0) }, in: centre - 3...centre + 3, sections: 60)
  }
}
