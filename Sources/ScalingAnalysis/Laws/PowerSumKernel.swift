#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Sums of powers: terms exp(θᵢ − s·x) with x = ln N − centre, and an outer power if there is one.
///
/// The columns are centred at the mean of the logarithms. An intercept and its exponent are then
/// nearly uncorrelated, where log A and alpha of the reported law lie on a needle.
struct PowerSumKernel: LawKernel {
  /// One term.
  struct Term: Sendable {
    var intercept: Int
    /// The coordinate of the exponent, or -1 when the exponent is 1 or 0.
    var slope: Int
    /// The column, or -1 for a constant.
    var column: Int
  }

  let form: LawForm
  let terms: [Term]
  /// The coordinate of the outer power, or -1.
  let outer: Int
  let centres: [Double]
  let coordinateCount: Int

  var intercepts: [Int] { terms.map(\.intercept) }

  init(_ form: LawForm, centres: [Double]) {
    self.form = form
    self.centres = centres
    switch form {
    case .tied:
      terms = [
        Term(intercept: 0, slope: 3, column: 0), Term(intercept: 1, slope: 3, column: 1),
        Term(intercept: 2, slope: -1, column: -1),
      ]
      (outer, coordinateCount) = (-1, 4)
    case .kaplan:
      terms = [Term(intercept: 0, slope: 2, column: 0), Term(intercept: 1, slope: -1, column: 1)]
      (outer, coordinateCount) = (3, 4)
    case .power:
      terms = [Term(intercept: 0, slope: 2, column: 0), Term(intercept: 1, slope: -1, column: -1)]
      (outer, coordinateCount) = (-1, 3)
    default:
      terms = [
        Term(intercept: 0, slope: 3, column: 0), Term(intercept: 1, slope: 4, column: 1),
        Term(intercept: 2, slope: -1, column: -1),
      ]
      (outer, coordinateCount) = (-1, 5)
    }
  }

  func columns(_ data: LawData) -> [[Double]] {
    zip(data.columns, centres).map { column, centre in column.map { log($0) - centre } }
  }

  func power(_ theta: UnsafePointer<Double>) -> Double { outer < 0 ? 1 : theta[outer] }

  func logBasis(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int, term: Int) -> Double {
    let term = terms[term]
    guard term.column >= 0 else { return 0 }
    return -(term.slope < 0 ? 1 : theta[term.slope]) * rows.column(term.column)[row]
  }

  func logPrediction(_ theta: UnsafePointer<Double>, _ rows: LawRows, _ row: Int) -> Double {
    var values: (Double, Double, Double) = (-.infinity, -.infinity, -.infinity)
    values.0 = theta[terms[0].intercept] + logBasis(theta, rows, row, term: 0)
    values.1 = theta[terms[1].intercept] + logBasis(theta, rows, row, term: 1)
    if terms.count > 2 {
      values.2 = theta[terms[2].intercept] + logBasis(theta, rows, row, term: 2)
    }
    let largest = max(values.0, values.1, values.2)
    return power(theta)
      * (largest
        + log(exp(values.0 - largest) + exp(values.1 - largest) + exp(values.2 - largest)))
  }
}

extension PowerSumKernel {
  func coefficients(_ theta: UnsafePointer<Double>) -> [Double] {
    switch form {
    case .kaplan:
      let (ratio, power) = (theta[2], theta[3])
      return [
        exp(centres[0] + theta[0] / ratio), exp(theta[1] + centres[1]), ratio * power, power,
      ]
    case .power:
      return [exp(theta[0] + theta[2] * centres[0]), exp(theta[1]), theta[2]]
    case .tied:
      return [
        exp(theta[0] + theta[3] * centres[0]), exp(theta[1] + theta[3] * centres[1]),
        exp(theta[2]), theta[3],
      ]
    default:
      return [
        exp(theta[0] + theta[3] * centres[0]), exp(theta[1] + theta[4] * centres[1]),
        exp(theta[2]), theta[3], theta[4],
      ]
    }
  }

  func coordinates(_ c: [Double]) -> [Double] {
    switch form {
    case .kaplan:
      let ratio = c[2] / c[3]
      return [ratio * (log(c[0]) - centres[0]), log(c[1]) - centres[1], ratio, c[3]]
    case .power:
      return [log(c[0]) - c[2] * centres[0], log(c[1]), c[2]]
    case .tied:
      return [log(c[0]) - c[3] * centres[0], log(c[1]) - c[3] * centres[1], log(c[2]), c[3]]
    default:
      return [
        log(c[0]) - c[3] * centres[0], log(c[1]) - c[4] * centres[1], log(c[2]), c[3], c[4],
      ]
    }
  }

  func shapeGrid(_ data: LawData) -> ShapeGrid {
    switch form {
    case .kaplan: ShapeGrid([.even(2, 0.05...2, 20), .even(3, 0.02...1, 20)])
    case .power: ShapeGrid([.even(2, 0.02...2.5, 63)])
    case .tied: ShapeGrid([.even(3, 0.02...2.5, 63)])
    default: ShapeGrid([.even(3, 0.04...2.04, 21), .even(4, 0.04...2.04, 21)])
    }
  }

  // One pass over the rows. With q the shares of the terms and jₖ the gradient of term k, the
  // gradient of m = logsumexp(t) is g = Σ qₖjₖ and its Hessian Σ qₖjₖjₖᵀ − ggᵀ, so the objective's
  // Hessian is Σ (φ″ − φ′)ggᵀ + φ′Σ qₖjₖjₖᵀ: one full outer product and a few single entries.
  func accumulate(
    _ theta: UnsafePointer<Double>, _ rows: LawRows, _ objective: LawObjective,
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>
  ) -> Double {
    if outer < 0, terms.count == 3, coordinateCount == 5 {
      return accumulateFive(theta, rows, objective, gradient: gradient, hessian: hessian)
    }
    var total = 0.0
    let n = coordinateCount
    let power = power(theta)
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: n + 2 * terms.count) { buffer in
      guard let g = buffer.baseAddress else { return .nan }
      let t = g + n
      let x = t + terms.count
      for row in 0..<rows.count {
        var largest = -Double.infinity
        for k in terms.indices {
          x[k] = terms[k].column < 0 ? 0 : rows.column(terms[k].column)[row]
          let slope = terms[k].slope < 0 ? 1 : theta[terms[k].slope]
          t[k] = theta[terms[k].intercept] - slope * x[k]
          largest = max(largest, t[k])
        }
        var sum = 0.0
        for k in terms.indices {
          t[k] = exp(t[k] - largest)
          sum += t[k]
        }
        let inner = largest + log(sum)
        let loss = objective.rowLoss(power * inner, logLoss: rows.logLoss[row])
        let weight = rows.weight[row]
        total += weight * loss.value
        for j in 0..<n { g[j] = 0 }
        let pull = weight * loss.slope * power
        for k in terms.indices {
          let share = t[k] / sum
          let (i, j) = (terms[k].intercept, terms[k].slope)
          g[i] += share
          hessian[i * n + i] += pull * share
          if j >= 0 {
            g[j] -= share * x[k]
            hessian[max(i, j) * n + min(i, j)] -= pull * share * x[k]
            hessian[j * n + j] += pull * share * x[k] * x[k]
          }
        }
        // So far g and the curvature are those of the inner logarithm; the outer power scales them.
        let curvature = weight * loss.curvature
        for j in 0..<n {
          for l in 0...j { hessian[j * n + l] -= pull * g[j] * g[l] }
        }
        if outer >= 0 {
          for j in 0..<n where j != outer {
            hessian[max(outer, j) * n + min(outer, j)] += weight * loss.slope * g[j]
            g[j] *= power
          }
          g[outer] = inner
        }
        for j in 0..<n {
          gradient[j] += weight * loss.slope * g[j]
          for l in 0...j { hessian[j * n + l] += curvature * g[j] * g[l] }
        }
      }
      return total
    }
  }
}
