internal import LeastSquares

/// Profile-likelihood intervals of single parameters, for any number of them: the parameter is
/// walked out from its estimate and held, the others are fitted anew at each place, until the
/// objective exceeds RSS + t²·s² (Bates and Watts 1988, §6.1).
///
/// A walk that reaches a bound, the end of the curve's domain, or no end at all before that
/// leaves its side open.
struct ProfileWalk {
  let problem: CurveProblem
  let rows: WorkingRows
  let linear: [Double]
  let shape: [Double]
  let bounds: [ClosedRange<Double>]
  /// Of the optimum; not below what rounding leaves.
  let residualSumOfSquares: Double
  let scale: NoiseScale
  /// The two-sided quantile of Student's t, or of the normal distribution.
  let quantile: Double

  /// The ends of a walk in both directions.
  struct Ends {
    var lower: Double?
    var upper: Double?
    /// A shape with a smaller residual sum of squares than the optimum, met on the way.
    var better: [Double]?
  }

  /// An improvement by this share means that the optimum was none.
  private static let improvement = 1e-6
  private static let expansions = 60

  /// The interval of a parameter, counted over linear and then shape parameters.
  func ends(of parameter: Int, standardError: Double?) -> Ends {
    var ends = Ends()
    ends.lower = end(of: parameter, sign: -1, standardError, &ends.better)
    ends.upper = end(of: parameter, sign: 1, standardError, &ends.better)
    return ends
  }

  private func end(
    of parameter: Int, sign: Double, _ standardError: Double?, _ better: inout [Double]?
  ) -> Double? {
    let isShape = parameter >= linear.count
    let centre = isShape ? shape[parameter - linear.count] : linear[parameter]
    let range = isShape ? bounds[parameter - linear.count] : (-Double.infinity)...Double.infinity
    let limit = sign < 0 ? range.lowerBound : range.upperBound
    guard centre != limit else { return nil }
    let unit = standardError ?? 0.1 * max(abs(centre), 1e-3)
    let held = HeldParameter(self, parameter)

    var inside = (value: centre, root: 0.0, shape: shape)
    var outside: (value: Double, root: Double, shape: [Double])?
    var value = centre + sign * quantile * unit
    for _ in 0..<Self.expansions {
      if sign * value >= sign * limit { value = limit }
      guard value.isFinite else { return nil }
      let reached = held.minimum(at: value, from: inside.shape)
      let root = self.root(reached.residualSumOfSquares)
      if reached.residualSumOfSquares < residualSumOfSquares * (1 - Self.improvement) {
        better = reached.shape
        return nil
      }
      guard root < quantile else {
        outside = (value, root, reached.shape)
        break
      }
      if value == limit { return nil }
      inside = (value, root, reached.shape)
      let growth = root > 0 ? min(max(1.05 * quantile / root, 1.2), 3) : 3
      value = centre + growth * (value - centre)
    }
    guard let outside else { return nil }
    return crossing(held, centre: centre, inside: inside, outside: outside)
  }

  /// The place between an accepted and a rejected value where the quantile is met; open when
  /// what lies outside is the end of the curve's domain.
  private func crossing(
    _ held: HeldParameter, centre: Double, inside: (value: Double, root: Double, shape: [Double]),
    outside: (value: Double, root: Double, shape: [Double])
  ) -> Double? {
    var inside = inside
    var outside = outside
    // The regula falsi with the Illinois rule; halving where the outside is not finite.
    var low = inside.root - quantile
    var high = outside.root - quantile
    for _ in 0..<80 {
      guard abs(outside.value - inside.value) > 1e-10 * abs(outside.value - centre) else { break }
      var share = high.isFinite ? -low / (high - low) : 0.5
      if !(0.001...0.999).contains(share) { share = share < 0.5 ? 0.001 : 0.999 }
      let value = inside.value + share * (outside.value - inside.value)
      let reached = held.minimum(at: value, from: inside.shape)
      let root = root(reached.residualSumOfSquares)
      if abs(root - quantile) < 1e-9 * quantile { return value }
      if root < quantile {
        inside = (value, root, reached.shape)
        low = root - quantile
        high /= 2
      } else {
        outside = (value, root, reached.shape)
        high = root - quantile
        low /= 2
      }
    }
    return outside.root.isFinite ? (inside.value + outside.value) / 2 : nil
  }

  /// √((RSS − RSS_min)/s²), infinite where the curve is not finite.
  private func root(_ rss: Double) -> Double {
    guard rss.isFinite else { return .infinity }
    return (max(rss - residualSumOfSquares, 0) / scale.variance).squareRoot()
  }
}

/// One parameter held while the others are fitted.
private final class HeldParameter {
  private let reduced: VariableProjection
  private let held: HeldLinearProblem?
  private let shapeIndex: Int
  private let bounds: [ClosedRange<Double>]

  init(_ walk: ProfileWalk, _ parameter: Int) {
    bounds = walk.bounds
    if parameter < walk.linear.count {
      let problem = HeldLinearProblem(walk.problem, index: parameter)
      held = problem
      shapeIndex = -1
      reduced = walk.rows.reduced(problem)
    } else {
      held = nil
      shapeIndex = parameter - walk.linear.count
      reduced = walk.rows.reduced(walk.problem)
    }
  }

  func minimum(at value: Double, from shape: [Double]) -> VariableProjection.Minimum {
    var start = shape
    var box = bounds
    if let held {
      held.value = value
    } else {
      start[shapeIndex] = value
      box[shapeIndex] = value...value
    }
    return reduced.minimize(from: start, bounds: box, tolerance: 1e-12, maximumIterations: 60)
  }
}

/// A problem with one linear coefficient held at a value.
private final class HeldLinearProblem: SeparableProblem {
  private let problem: CurveProblem
  private let index: Int
  var value = 0.0
  let rowCount: Int
  let linearCount: Int
  let shapeCount: Int
  let hasOffset = true
  var rootWeights: UnsafePointer<Double>? { problem.rootWeights }
  private var basis: [Double]
  private var linear: [Double]
  private var scratch: [Double]

  init(_ problem: CurveProblem, index: Int) {
    self.problem = problem
    self.index = index
    rowCount = problem.rowCount
    linearCount = problem.linearCount - 1
    shapeCount = problem.shapeCount
    basis = Array(repeating: 0, count: problem.rowCount * problem.linearCount)
    scratch = Array(repeating: 0, count: problem.rowCount)
    linear = Array(repeating: 0, count: problem.linearCount)
  }

  func fillBasis(
    shape: UnsafePointer<Double>, basis target: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<rowCount { offset[row] = 0 }
    problem.fillBasis(shape: shape, basis: &basis, offset: offset)
    var column = 0
    for j in 0...linearCount {
      for row in 0..<rowCount {
        if j == index {
          offset[row] += value * basis[j * rowCount + row]
        } else {
          target[column * rowCount + row] = basis[j * rowCount + row]
        }
      }
      if j != index { column += 1 }
    }
  }

  func fillShapeSlopes(
    shape: UnsafePointer<Double>, linear others: UnsafePointer<Double>,
    basis _: UnsafePointer<Double>, offset _: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    for j in 0...linearCount {
      linear[j] = j == index ? value : others[j < index ? j : j - 1]
    }
    problem.fillBasis(shape: shape, basis: &basis, offset: &scratch)
    problem.fillShapeSlopes(
      shape: shape, linear: linear, basis: basis, offset: scratch, slopes: slopes)
  }
}
