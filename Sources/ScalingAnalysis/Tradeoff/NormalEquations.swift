/// Weighted normal equations of a few columns, solved by Cholesky's factors.
struct NormalEquations {
  let width: Int
  private var matrix: [Double]
  private var right: [Double]

  /// A pivot below this share of its diagonal counts as zero: the columns are not independent.
  private static let leastPivot = 1e-10

  init(width: Int) {
    self.width = width
    matrix = Array(repeating: 0, count: width * width)
    right = Array(repeating: 0, count: width)
  }

  mutating func reset() {
    for index in matrix.indices { matrix[index] = 0 }
    for index in right.indices { right[index] = 0 }
  }

  /// Adds weight·rowᵀrow to the matrix and residual·row to the right side.
  @inline(__always)
  mutating func add(row: UnsafePointer<Double>?, weight: Double, residual: Double) {
    guard let row else { return }
    for i in 0..<width {
      let scaled = weight * row[i]
      right[i] += residual * row[i]
      for j in 0...i { matrix[i * width + j] += scaled * row[j] }
    }
  }

  /// The solution; absent where the columns are not independent.
  func solution() -> [Double]? {
    var factor = matrix
    var result = right
    for j in 0..<width {
      for i in j..<width {
        var sum = factor[i * width + j]
        for k in 0..<j { sum -= factor[i * width + k] * factor[j * width + k] }
        if i == j {
          guard sum > Self.leastPivot * matrix[j * width + j], sum > 0 else { return nil }
          factor[j * width + j] = sum.squareRoot()
        } else {
          factor[i * width + j] = sum / factor[j * width + j]
        }
      }
    }
    for i in 0..<width {
      for k in 0..<i { result[i] -= factor[i * width + k] * result[k] }
      result[i] /= factor[i * width + i]
    }
    for i in (0..<width).reversed() {
      for k in (i + 1)..<max(width, i + 1) { result[i] -= factor[k * width + i] * result[k] }
      result[i] /= factor[i * width + i]
    }
    return result
  }
}
