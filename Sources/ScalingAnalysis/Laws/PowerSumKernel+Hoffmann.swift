#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension PowerSumKernel {
  /// Hoffmann's five coordinates written out: thousands of bootstrap refits spend their time here.
  func accumulateFive(
    _ theta: UnsafePointer<Double>, _ rows: LawRows, _ objective: LawObjective,
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>
  ) -> Double {
    let (a, b, e, alpha, beta) = (theta[0], theta[1], theta[2], theta[3], theta[4])
    let xs = rows.column(0)
    let zs = rows.column(1)
    let (targets, weights) = (rows.logLoss, rows.weight)
    var total = 0.0
    var (g0, g1, g2, g3, g4) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (h00, h10, h11, h20, h21) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (h22, h30, h31, h32, h33) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (h40, h41, h42, h43, h44) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in 0..<rows.count {
      let (x, z) = (xs[row], zs[row])
      // Relative to the constant term; it is the largest or near it wherever a law is of use.
      let p = exp(a - alpha * x - e)
      let q = exp(b - beta * z - e)
      let sum = 1 + p + q
      guard sum < .infinity else { return .nan }
      let loss = objective.rowLoss(e + log(sum), logLoss: targets[row])
      let weight = weights[row]
      total += weight * loss.value
      let slope = weight * loss.slope
      let inverse = 1 / sum
      let d0 = p * inverse
      let d1 = q * inverse
      let d3 = -d0 * x
      let d4 = -d1 * z
      g0 += slope * d0
      g1 += slope * d1
      g2 += slope * inverse
      g3 += slope * d3
      g4 += slope * d4
      // Curvature of the terms themselves.
      let (s0, s1) = (slope * d0, slope * d1)
      h00 += s0
      h30 -= s0 * x
      h33 += s0 * x * x
      h11 += s1
      h41 -= s1 * z
      h44 += s1 * z * z
      h22 += slope * inverse
      // Outer product of the gradient of the logarithm.
      let c = weight * loss.curvature - slope
      let (c0, c1, c2) = (c * d0, c * d1, c * inverse)
      let (c3, c4) = (c * d3, c * d4)
      h00 += c0 * d0
      h10 += c0 * d1
      h11 += c1 * d1
      h20 += c0 * inverse
      h21 += c1 * inverse
      h22 += c2 * inverse
      h30 += c0 * d3
      h31 += c1 * d3
      h32 += c2 * d3
      h33 += c3 * d3
      h40 += c0 * d4
      h41 += c1 * d4
      h42 += c2 * d4
      h43 += c3 * d4
      h44 += c4 * d4
    }
    gradient[0] = g0
    gradient[1] = g1
    gradient[2] = g2
    gradient[3] = g3
    gradient[4] = g4
    hessian[0] = h00
    hessian[5] = h10
    hessian[6] = h11
    hessian[10] = h20
    hessian[11] = h21
    hessian[12] = h22
    hessian[15] = h30
    hessian[16] = h31
    hessian[17] = h32
    hessian[18] = h33
    hessian[20] = h40
    hessian[21] = h41
    hessian[22] = h42
    hessian[23] = h43
    hessian[24] = h44
    return total
  }
}
