#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The smoothly broken power law with one break (Caballero et al. 2023, eq. 1).
///
/// Coordinates: ln a, ln b, c0, c1, ln d1 and ln f1.
struct BrokenPowerKernel: LawKernel {
  let centre: Double
  let coordinateCount = 6
  let intercepts = [0, 1]

  func columns(_ data: LawData) -> [[Double]] { [data.columns[0].map { log($0) - centre }] }

  private func curve(_ theta: UnsafePointer<Double>) -> BrokenPowerCurve {
    BrokenPowerCurve(c0: theta[2], c1: theta[3], logBreak: theta[4], logWidth: theta[5])
  }

  func logBasis(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int, term: Int) -> Double {
    guard term == 1 else { return 0 }
    let x = rows.column(0)[row]
    let curve = curve(theta)
    return curve.logValue(x, curve.place(x))
  }

  func logPrediction(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int) -> Double {
    let t = theta[1] + logBasis(theta, rows, row, term: 1)
    let largest = max(theta[0], t)
    return largest + log1p(exp(min(theta[0], t) - largest))
  }

  func coefficients(_ theta: UnsafePointer<Double>) -> [Double] {
    [
      exp(theta[0]), exp(theta[1] + theta[2] * centre), theta[2], theta[3],
      exp(theta[4] + centre), exp(theta[5]),
    ]
  }

  func coordinates(_ c: [Double]) -> [Double] {
    [log(c[0]), log(c[1]) - c[2] * centre, c[2], c[3], log(c[4]) - centre, log(c[5])]
  }

  func shapeGrid(_ data: LawData) -> ShapeGrid {
    let x = data.columns[0].map { log($0) - centre }
    return BrokenPowerCurve.grid(x.min() ?? 0, x.max() ?? 0, firstCoordinate: 2)
  }

  func accumulate(
    _ theta: UnsafePointer<Double>, _ rows: LawRows, _ objective: LawObjective,
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>
  ) -> Double {
    let curve = curve(theta)
    let (c1, f) = (curve.c1, curve.f1)
    guard f > 1e-8, f < 1e8 else { return .nan }
    var total = 0.0
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: 6) { buffer in
      guard let j = buffer.baseAddress else { return .nan }
      for row in 0..<rows.count {
        let x = rows.column(0)[row]
        let place = curve.place(x)
        let (z, s, slope) = (place.z, place.softplus, place.slope)
        let bend = slope * (1 - slope)
        let t = theta[1] + curve.logValue(x, place)
        let largest = max(theta[0], t)
        let smaller = exp(min(theta[0], t) - largest)
        let q = (t >= theta[0] ? 1 : smaller) / (1 + smaller)
        let loss = objective.rowLoss(largest + log1p(smaller), logLoss: rows.logLoss[row])
        let weight = rows.weight[row]
        total += weight * loss.value
        let pull = weight * loss.slope
        // The gradient of the second term; f is a logarithm among the coordinates.
        let perF = f * place.perWidth
        j[0] = 0
        j[1] = 1
        j[2] = -x
        j[3] = -f * s
        j[4] = c1 * slope
        j[5] = -c1 * perF
        let own = pull * q
        hessian[4 * 6 + 3] += own * slope
        hessian[5 * 6 + 3] -= own * perF
        hessian[4 * 6 + 4] -= own * c1 * bend / f
        hessian[5 * 6 + 4] -= own * c1 * bend * z
        hessian[5 * 6 + 5] -= own * c1 * (f * z * z * bend + perF)
        // The gradient of the logarithm of the sum.
        for k in 1..<6 {
          for l in 1...k { hessian[k * 6 + l] += own * j[k] * j[l] }
        }
        hessian[0] += pull * (1 - q)
        j[0] = 1 - q
        for k in 1..<6 { j[k] *= q }
        let outer = weight * loss.curvature - pull
        for k in 0..<6 {
          gradient[k] += pull * j[k]
          for l in 0...k { hessian[k * 6 + l] += outer * j[k] * j[l] }
        }
      }
      return total
    }
  }
}
