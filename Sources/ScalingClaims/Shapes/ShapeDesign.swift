internal import ScalingAnalysis

/// The x of a contest and how precise each observation is beside the others.
struct ShapeDesign: Sendable {
  /// Logarithms of x relative to the smallest x.
  let log2x: [Double]
  /// Square roots of the weights.
  let roots: [Double]
  /// A constant curve, of length 1.
  private let constant: [Double]

  init(log2x: [Double], weights: [Double]) {
    self.log2x = log2x
    roots = weights.map { $0.squareRoot() }
    let length = weights.reduce(0, +).squareRoot()
    constant = roots.map { $0 / length }
  }

  /// Every observation as precise as the others.
  init(log2x: [Double]) {
    self.init(log2x: log2x, weights: Array(repeating: 1, count: log2x.count))
  }

  var count: Int { log2x.count }

  /// Values in units of their precision.
  func weighted(_ values: [Double]) -> [Double] { zip(values, roots).map { $0 * $1 } }

  /// What a constant leaves of weighted values.
  func centred(_ weighted: [Double]) -> [Double] {
    let mean = dot(weighted, constant)
    return zip(weighted, constant).map { $0 - mean * $1 }
  }

  /// The constant that is nearest to weighted values, in their own unit.
  func mean(_ weighted: [Double]) -> Double {
    dot(weighted, constant) / dot(constant, roots)
  }
}

/// The scalar product.
func dot(_ a: [Double], _ b: [Double]) -> Double {
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      var sum = 0.0
      for index in a.indices { sum += a[index] * b[index] }
      return sum
    }
  }
}
