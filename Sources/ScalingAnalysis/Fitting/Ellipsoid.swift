internal import LeastSquares

/// The linear coefficients that the data do not reject at one shape: all c with
/// |R(c − centre)|² ≤ slack. How far it reaches in any direction is known in closed form.
struct Ellipsoid {
  let centre: UnsafePointer<Double>
  /// R of the orthogonalised basis, by rows; zero on the diagonal for a column left out.
  let triangle: UnsafePointer<Double>
  let count: Int
  /// What RSS may still grow by: the squared radius.
  let slack: Double

  /// How far a weighted sum of the coefficients reaches.
  struct Extent {
    var centre: Double
    var halfWidth: Double
    var isBounded: Bool

    /// The half width, infinite where it is not bounded.
    var reach: Double { isBounded ? halfWidth : .infinity }
  }

  /// A weight below this on a column that was left out as dependent is rounding error.
  private static let negligible = 1e-9

  /// The value of the weighted sum at the centre, and how far it extends on either side:
  /// √(slack · wᵀ(RᵀR)⁻¹w). Not bounded where a coefficient that no observation bears on has a
  /// weight; the half width is then that of the others. Overwrites the weights.
  func extent(of weights: UnsafeMutablePointer<Double>) -> Extent {
    var isBounded = true
    var middle = 0.0
    var sum = 0.0
    for j in 0..<count {
      middle += centre[j] * weights[j]
    }
    for j in 0..<count {
      let diagonal = triangle[j * count + j]
      guard diagonal != 0 else {
        if abs(weights[j]) > Self.negligible { isBounded = false }
        continue
      }
      let solved = weights[j] / diagonal
      var k = j + 1
      while k < count {
        weights[k] -= triangle[j * count + k] * solved
        k += 1
      }
      sum += solved * solved
    }
    return Extent(
      centre: middle, halfWidth: (max(slack, 0) * sum).squareRoot(), isBounded: isBounded)
  }
}

/// Shapes that the data do not reject, each with the ellipsoid of its linear coefficients, in one
/// block of memory.
struct RegionCells: Sendable {
  let shapeCount: Int
  let linearCount: Int
  private(set) var count = 0
  private var storage: [Double] = []

  init(shapeCount: Int, linearCount: Int) {
    self.shapeCount = shapeCount
    self.linearCount = linearCount
  }

  private var stride: Int { shapeCount + linearCount * (linearCount + 1) + 2 }

  mutating func append(
    _ shape: [Double], _ reduced: VariableProjection, slack: Double, isAtEdge: Bool
  ) {
    for index in 0..<shapeCount { storage.append(shape[index]) }
    storage.append(contentsOf: reduced.linear)
    storage.append(contentsOf: reduced.triangle)
    storage.append(slack)
    storage.append(isAtEdge ? 1 : 0)
    count += 1
  }

  func shape(_ index: Int) -> [Double] {
    Array(storage[(index * stride)..<(index * stride + shapeCount)])
  }

  func isAtEdge(_ index: Int) -> Bool { storage[(index + 1) * stride - 1] == 1 }

  func slack(_ index: Int) -> Double { storage[(index + 1) * stride - 2] }

  /// The cell with the largest value of one shape parameter, times `sign`.
  func outermost(shapeIndex: Int, sign: Double) -> Int? {
    (0..<count).max {
      sign * storage[$0 * stride + shapeIndex] < sign * storage[$1 * stride + shapeIndex]
    }
  }

  /// Visits every cell: its number, its shape and the ellipsoid at it.
  func visit(_ body: (Int, UnsafePointer<Double>, Ellipsoid) -> Void) {
    storage.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for index in 0..<count {
        let shape = base + index * stride
        let linear = shape + shapeCount
        let triangle = linear + linearCount
        body(
          index, shape,
          Ellipsoid(
            centre: linear, triangle: triangle, count: linearCount,
            slack: triangle[linearCount * linearCount]))
      }
    }
  }
}
