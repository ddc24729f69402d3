/// A function of a few variables with exact first and second derivatives.
public protocol SmoothFunction: AnyObject {
  /// The number of variables.
  var variableCount: Int { get }

  /// The value at `x`; fills the gradient and the full symmetric Hessian by rows.
  ///
  /// A value that is not finite marks a point outside the domain.
  func evaluate(
    at x: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>
  ) -> Double
}

/// Newton's method with Levenberg's damping on the exact Hessian, for functions of a few variables.
///
/// Far from the optimum, where the Hessian may be indefinite, the damping grows until it is
/// positive definite; near the optimum it vanishes and convergence is quadratic. The end is
/// recognised by the Newton decrement ½gᵀH⁻¹g, what a further step could still gain, relative to
/// the value: that does not depend on the units of the variables.
public final class NewtonMinimizer {
  /// Where a minimisation ended.
  public struct Outcome: Sendable, Equatable {
    /// The value at the end.
    public var value: Double
    /// What a further Newton step promises, relative to the value.
    public var relativeDecrement: Double
    /// Evaluations of the function.
    public var evaluations: Int
    /// Whether the decrement passed the tolerance with a positive definite Hessian.
    public var converged: Bool
  }

  private let count: Int
  private let storage: UnsafeMutablePointer<Double>
  private var gradient: UnsafeMutablePointer<Double>
  private var hessian: UnsafeMutablePointer<Double>
  private var trial: UnsafeMutablePointer<Double>
  private var trialGradient: UnsafeMutablePointer<Double>
  private var trialHessian: UnsafeMutablePointer<Double>
  private let factor: UnsafeMutablePointer<Double>
  private let step: UnsafeMutablePointer<Double>

  /// A minimiser for functions of that many variables; reusable, for one thread.
  public init(variableCount: Int) {
    count = variableCount
    let squares = count * count
    storage = .allocate(capacity: max(1, 4 * count + 3 * squares))
    gradient = storage
    trial = storage + count
    trialGradient = storage + 2 * count
    step = storage + 3 * count
    hessian = storage + 4 * count
    trialHessian = hessian + squares
    factor = hessian + 2 * squares
  }

  deinit { storage.deallocate() }

  /// Moves `x` to a local minimum of `function`.
  ///
  /// - Parameters:
  ///   - function: what is made small.
  ///   - x: the start, and then the minimum.
  ///   - tolerance: the relative decrement that ends the search; 1e-13 is what double precision
  ///     can still resolve in a sum of some hundred terms.
  ///   - maximumEvaluations: how often the function may be evaluated.
  ///   - longestStep: the largest change of one variable in one step.
  public func minimize(
    _ function: any SmoothFunction, from x: UnsafeMutablePointer<Double>, tolerance: Double = 1e-13,
    maximumEvaluations: Int = 200, longestStep: Double = 3
  ) -> Outcome {
    var outcome = Outcome(
      value: function.evaluate(at: x, gradient: gradient, hessian: hessian),
      relativeDecrement: .infinity, evaluations: 1, converged: false)
    guard count > 0, outcome.value.isFinite else { return outcome }
    var damping = 0.0
    while outcome.evaluations < maximumEvaluations {
      damping = solve(damping: damping)
      let (linear, length) = linearGain()
      outcome.relativeDecrement = linear / 2 / max(abs(outcome.value), .leastNormalMagnitude)
      let isFinal = outcome.relativeDecrement <= tolerance && damping < 1e-3
      if length > longestStep {
        let shrink = longestStep / length
        for j in 0..<count { step[j] *= shrink }
      }
      for j in 0..<count { trial[j] = x[j] + step[j] }
      let predicted = predictedGain()
      let value = function.evaluate(at: trial, gradient: trialGradient, hessian: trialHessian)
      outcome.evaluations += 1
      let gain = outcome.value - value
      if value.isFinite, gain > 1e-4 * predicted || (isFinal && gain >= 0) {
        x.update(from: trial, count: count)
        swap(&gradient, &trialGradient)
        swap(&hessian, &trialHessian)
        outcome.value = value
        damping = gain > 0.7 * predicted ? (damping < 1e-7 ? 0 : damping / 8) : damping
      } else {
        damping = max(damping * 6, 1e-4)
        // Nothing helps any more: the value is at the limit of its precision.
        if damping > 1e14 { break }
      }
      if isFinal {
        outcome.converged = true
        break
      }
    }
    if outcome.value == 0 { outcome.converged = true }
    return outcome
  }

  /// −gᵀs of the step s, and the largest change in it.
  private func linearGain() -> (gain: Double, length: Double) {
    var gain = 0.0
    var length = 0.0
    for j in 0..<count {
      gain -= gradient[j] * step[j]
      length = max(length, abs(step[j]))
    }
    return (gain, length)
  }

  private func predictedGain() -> Double {
    var result = 0.0
    for j in 0..<count {
      var product = 0.0
      for k in 0..<count { product += hessian[j * count + k] * step[k] }
      result -= step[j] * (gradient[j] + 0.5 * product)
    }
    return result
  }

  /// Solves (H + damping·D)s = −g, raising the damping until the matrix is positive definite.
  private func solve(damping: Double) -> Double {
    var damping = damping
    var largest = 0.0
    for j in 0..<count { largest = max(largest, abs(hessian[j * count + j])) }
    let least = max(largest * 1e-10, 1e-300)
    while !factorize(damping, least) {
      damping = max(damping * 6, 1e-5)
      if damping > 1e16 { break }
    }
    for j in 0..<count {
      var sum = -gradient[j]
      for k in 0..<j { sum -= factor[j * count + k] * step[k] }
      step[j] = sum / factor[j * count + j]
    }
    for j in stride(from: count - 1, through: 0, by: -1) {
      var sum = step[j]
      for k in (j + 1)..<max(count, j + 1) { sum -= factor[k * count + j] * step[k] }
      step[j] = sum / factor[j * count + j]
    }
    return damping
  }

  /// The Cholesky factor of H + damping·D, D being the size of the diagonal of H.
  private func factorize(_ damping: Double, _ least: Double) -> Bool {
    for j in 0..<count {
      let size = max(abs(hessian[j * count + j]), least)
      for k in 0...j {
        var sum = hessian[j * count + k] + (j == k ? damping * size : 0)
        for l in 0..<k { sum -= factor[j * count + l] * factor[k * count + l] }
        if j == k {
          guard sum > 1e-13 * size else { return false }
          factor[j * count + j] = sum.squareRoot()
        } else {
          factor[j * count + k] = sum / factor[k * count + k]
        }
      }
    }
    return true
  }
}
