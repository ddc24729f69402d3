#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The law of repeated tokens (Muennighoff et al. 2023) with the coefficients of Hoffmann's law
/// given: what is fitted are ln r_D and ln r_N, how many repeats (and how much more than the
/// optimal parameters) keep their value.
struct RepeatsKernel: LawKernel {
  /// A, B, E, alpha and beta.
  let base: [Double]
  let coordinateCount = 2
  let intercepts: [Int] = []

  /// Parameters that are optimal for that many tokens: with G = (αA/βB)^(1/(α+β)),
  /// N = (U·G)^(β/α)·G.
  func optimalParameters(tokens: Double) -> Double {
    let (alpha, beta) = (base[3], base[4])
    let g = pow(alpha * base[0] / (beta * base[1]), 1 / (alpha + beta))
    return pow(tokens * g, beta / alpha) * g
  }

  /// ln A − α ln U_N, R_N, ln B − β ln U and R_D of each row.
  func columns(_ data: LawData) -> [[Double]] {
    let rows = data.count
    var result = Array(repeating: Array(repeating: 0.0, count: rows), count: 4)
    for row in 0..<rows {
      let (n, d, u) = (data.columns[0][row], data.columns[1][row], data.columns[2][row])
      let needed = min(n, optimalParameters(tokens: u))
      result[0][row] = log(base[0]) - base[3] * log(needed)
      result[1][row] = max(n / needed - 1, 0)
      result[2][row] = log(base[1]) - base[4] * log(u)
      result[3][row] = max(d / u - 1, 0)
    }
    return result
  }

  /// r(1 − exp(−R/r)) with its first two derivatives in ln r; R itself when r is infinite.
  private func kept(_ logRate: Double, _ repeats: Double) -> (Double, Double, Double) {
    guard logRate < 300 else { return (repeats, 0, 0) }
    let r = exp(logRate)
    let ratio = repeats / r
    let fade = exp(-ratio)
    let slope = -expm1(-ratio) - ratio * fade
    return (-r * expm1(-ratio), r * slope, r * slope - repeats * ratio * fade)
  }

  func logBasis(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int, term: Int) -> Double {
    0
  }

  private func parts(
    _ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int
  ) -> (parameters: Double, tokens: Double) {
    let n = kept(theta[1], rows.column(1)[row]).0
    let d = kept(theta[0], rows.column(3)[row]).0
    return (
      exp(rows.column(0)[row] - base[3] * log1p(n)), exp(rows.column(2)[row] - base[4] * log1p(d))
    )
  }

  func logPrediction(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int) -> Double {
    let (n, d) = parts(theta, rows, row)
    return log(base[2] + n + d)
  }

  func coefficients(_ theta: UnsafePointer<Double>) -> [Double] {
    base + [theta[0] < 300 ? exp(theta[0]) : .infinity, theta[1] < 300 ? exp(theta[1]) : .infinity]
  }

  func coordinates(_ c: [Double]) -> [Double] { [min(log(c[5]), 400), min(log(c[6]), 400)] }

  func shapeGrid(_ data: LawData) -> ShapeGrid {
    ShapeGrid([.even(0, -2...8, 61), .even(1, -3...6, 61)])
  }

  func accumulate(
    _ theta: UnsafePointer<Double>, _ rows: LawRows, _ objective: LawObjective,
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>
  ) -> Double {
    var total = 0.0
    for row in 0..<rows.count {
      let d = kept(theta[0], rows.column(3)[row])
      let n = kept(theta[1], rows.column(1)[row])
      let (byParameters, byTokens) = parts(theta, rows, row)
      let sum = base[2] + byParameters + byTokens
      let loss = objective.rowLoss(log(sum), logLoss: rows.logLoss[row])
      let weight = rows.weight[row]
      total += weight * loss.value
      let pull = weight * loss.slope
      // Gradients and curvatures of the two terms' logarithms.
      let (j0, j1) = (-base[4] * d.1 / (1 + d.0), -base[3] * n.1 / (1 + n.0))
      let k0 = -base[4] * (d.2 / (1 + d.0) - d.1 * d.1 / ((1 + d.0) * (1 + d.0)))
      let k1 = -base[3] * (n.2 / (1 + n.0) - n.1 * n.1 / ((1 + n.0) * (1 + n.0)))
      let (q0, q1) = (byTokens / sum, byParameters / sum)
      let (g0, g1) = (q0 * j0, q1 * j1)
      let outer = weight * loss.curvature - pull
      gradient[0] += pull * g0
      gradient[1] += pull * g1
      hessian[0] += pull * q0 * (j0 * j0 + k0) + outer * g0 * g0
      hessian[2] += outer * g0 * g1
      hessian[3] += pull * q1 * (j1 * j1 + k1) + outer * g1 * g1
    }
    return total
  }
}
