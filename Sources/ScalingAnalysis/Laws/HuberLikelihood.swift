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
    return maximum(of: value, around: log(mean * delta / (1 + delta)), within: 3)
  }

  /// The largest value of a unimodal function by golden sections.
  private static func maximum(
    of function: (Double) -> Double, around centre: Double, within radius: Double
  ) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (centre - radius, centre + radius)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (function(left), function(right))
    for _ in 0..<60 {
      if atLeft > atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = function(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = function(right)
      }
    }
    return max(atLeft, atRight)
  }
}
