/// A quadratic model of a reduced problem around one shape: the gradient of half the decrease,
/// the curvature, and the step that they suggest. Its buffers are reused.
final class ShapeQuadratic {
  let count: Int
  let gradient: Buffer
  let curvature: Buffer
  let step: Buffer
  private let matrix: Buffer

  init(count: Int) {
    self.count = count
    gradient = Buffer(count: count)
    curvature = Buffer(count: count * count)
    step = Buffer(count: count)
    matrix = Buffer(count: count * count)
  }

  /// Takes a parameter out of the model, as when a bound holds it.
  func freeze(_ index: Int) {
    gradient[index] = 0
    for other in 0..<count where other != index {
      curvature[index * count + other] = 0
      curvature[other * count + index] = 0
    }
  }

  /// How much an undamped step would lower the residual sum of squares.
  func promisedDecrease() -> Double {
    solve(damping: 0)
    var sum = 0.0
    for index in 0..<count { sum += gradient[index] * step[index] }
    return max(sum, 0)
  }

  /// Solves (H + damping·diag H) step = gradient by elimination of a symmetric matrix.
  func solve(damping: Double) {
    for index in 0..<(count * count) { matrix[index] = curvature[index] }
    for k in 0..<count {
      step[k] = gradient[k]
      matrix[k * count + k] =
        matrix[k * count + k] * (1 + damping) + Double.leastNormalMagnitude
    }
    for k in 0..<count {
      for row in 0..<count where row > k {
        let factor = matrix[row * count + k] / matrix[k * count + k]
        for column in k..<count {
          matrix[row * count + column] -= factor * matrix[k * count + column]
        }
        step[row] -= factor * step[k]
        if matrix[row * count + row] <= 0 { matrix[row * count + row] = .infinity }
      }
    }
    for k in stride(from: count - 1, through: 0, by: -1) {
      for column in 0..<count where column > k {
        step[k] -= matrix[k * count + column] * step[column]
      }
      step[k] /= matrix[k * count + k]
      if !step[k].isFinite { step[k] = 0 }
    }
  }
}
