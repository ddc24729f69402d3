#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Factors of the terms of a law, given its exponents, by relative least squares: ŷ^(1/s) is
/// linear in them. At most three terms, so that the bound at zero is dealt with by trying every
/// subset of them.
struct InterceptStart {
  /// ½ of the sum of squared relative residuals times s², near the sum of squared log residuals.
  private(set) var value = Double.infinity
  private var factors = [Double](repeating: 0, count: 3)
  private var gram = [Double](repeating: 0, count: 9)
  private var projection = [Double](repeating: 0, count: 3)
  private var basis = [Double](repeating: 0, count: 3)

  /// Fills the free intercepts of `theta`; the others stay.
  mutating func fill(
    _ theta: UnsafeMutablePointer<Double>, _ kernel: any LawKernel, _ rows: LawRows,
    free: [Int], intercepts: [Int]
  ) {
    let terms = intercepts.indices.filter { free.contains(intercepts[$0]) }
    let given = intercepts.indices.filter { !free.contains(intercepts[$0]) }
    guard terms.count <= 3 else { return }
    for index in gram.indices { gram[index] = 0 }
    for index in projection.indices { projection[index] = 0 }
    let power = kernel.power(theta)
    var target = 0.0
    for row in 0..<rows.count {
      // Relative to y^(1/s), so that the target is 1 less what is given.
      let scale = -rows.logLoss[row] / power
      var wanted = 1.0
      for term in given {
        wanted -= exp(
          theta[intercepts[term]] + kernel.logBasis(theta, rows, row, term: term) + scale)
      }
      let weight = rows.weight[row]
      target += weight * wanted * wanted
      for (j, term) in terms.enumerated() {
        basis[j] = exp(min(kernel.logBasis(theta, rows, row, term: term) + scale, 300))
        projection[j] += weight * basis[j] * wanted
        for k in 0...j { gram[3 * j + k] += weight * basis[j] * basis[k] }
      }
    }
    choose(count: terms.count, target: target)
    value *= power * power
    for (j, term) in terms.enumerated() {
      // A term that is not wanted starts at a thousandth, where its derivative still speaks.
      let least = 1e-3 * (target / max(gram[3 * j + j], 1e-300)).squareRoot()
      theta[intercepts[term]] = log(max(factors[j], least, 1e-280))
    }
  }

  /// The subset with the least residual among those with factors above zero.
  private mutating func choose(count: Int, target: Double) {
    value = target
    for j in factors.indices { factors[j] = 0 }
    guard count > 0 else { return }
    for subset in 1..<(1 << count) {
      let members = (0..<count).filter { subset >> $0 & 1 == 1 }
      guard let solution = solve(members) else { continue }
      guard solution.allSatisfy({ $0 > 0 }) else { continue }
      let rest =
        target - zip(members, solution).reduce(0) { $0 + $1.1 * projection[$1.0] }
      if rest < value {
        value = rest
        for j in factors.indices { factors[j] = 0 }
        for (member, factor) in zip(members, solution) { factors[member] = factor }
      }
    }
    value = max(value, 0)
  }

  private func entry(_ j: Int, _ k: Int) -> Double { gram[3 * max(j, k) + min(j, k)] }

  /// The normal equations of a subset by a Cholesky factor of the scaled Gram matrix.
  private func solve(_ members: [Int]) -> [Double]? {
    let n = members.count
    let scales = members.map { entry($0, $0).squareRoot() }
    guard scales.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    var factor = Array(repeating: 0.0, count: n * n)
    for j in 0..<n {
      for k in 0...j {
        var sum = entry(members[j], members[k]) / (scales[j] * scales[k])
        for l in 0..<k { sum -= factor[j * n + l] * factor[k * n + l] }
        if j == k {
          guard sum > 1e-12 else { return nil }
          factor[j * n + j] = sum.squareRoot()
        } else {
          factor[j * n + k] = sum / factor[k * n + k]
        }
      }
    }
    var x = members.indices.map { projection[members[$0]] / scales[$0] }
    for j in 0..<n {
      for k in 0..<j { x[j] -= factor[j * n + k] * x[k] }
      x[j] /= factor[j * n + j]
    }
    for j in stride(from: n - 1, through: 0, by: -1) {
      for k in (j + 1)..<max(n, j + 1) { x[j] -= factor[k * n + j] * x[k] }
      x[j] /= factor[j * n + j]
    }
    return x.indices.map { x[$0] / scales[$0] }
  }
}
