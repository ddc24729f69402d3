/// A band along x: where the curve, or a new observation, may lie at each x.
public struct Band: Sendable, Equatable {
  /// The confidence level at each x (pointwise).
  public let level: Double
  /// Where the band is evaluated.
  public let x: [Double]
  /// The fitted curve there.
  public let fitted: [Double]
  public let lower: [Double]
  public let upper: [Double]
}

extension LikelihoodRegion {
  /// The smallest and largest value of each row of `problem` over the region.
  func envelope(_ problem: CurveProblem) -> (lower: [Double], upper: [Double]) {
    let rows = problem.rowCount
    let count = problem.linearCount
    var lower = Array(repeating: Double.infinity, count: rows)
    var upper = Array(repeating: -Double.infinity, count: rows)
    var basis = Array(repeating: 0.0, count: rows * max(count, 1))
    var offset = Array(repeating: 0.0, count: rows)
    var solved = Array(repeating: 0.0, count: max(count, 1))
    for cell in cells {
      problem.fillBasis(shape: cell.shape + [0], basis: &basis, offset: &offset)
      for row in 0..<rows {
        var centre = offset[row]
        for j in 0..<count {
          solved[j] = basis[j * rows + row]
          centre += cell.linear[j] * solved[j]
        }
        var sum = 0.0
        for j in 0..<count {
          let diagonal = cell.triangle[j * count + j]
          guard diagonal > 0 else { continue }
          solved[j] /= diagonal
          for k in (j + 1)..<max(count, j + 1) {
            solved[k] -= cell.triangle[j * count + k] * solved[j]
          }
          sum += solved[j] * solved[j]
        }
        let half = (max(cell.slack, 0) * sum).squareRoot()
        lower[row] = min(lower[row], centre - half)
        upper[row] = max(upper[row], centre + half)
      }
    }
    return (lower, upper)
  }
}
