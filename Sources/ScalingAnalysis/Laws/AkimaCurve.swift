/// Akima's piecewise cubic through points (Akima 1970): smooth, and without the swings of a spline
/// beside a steep step.
struct AkimaCurve {
  private let x: [Double]
  private var y: [Double]
  private var slopes: [Double]
  private var differences: [Double]

  /// A curve over rising x, at least three of them.
  init(x: [Double], y: [Double]) {
    self.x = x
    self.y = y
    slopes = Array(repeating: 0, count: x.count)
    differences = Array(repeating: 0, count: x.count + 3)
    update(y)
  }

  /// Takes other values at the same places.
  mutating func update(_ values: [Double]) {
    y = values
    let n = x.count
    // The secants, with two more at each end on a parabola through the last three points.
    for index in 0..<(n - 1) {
      differences[index + 2] = (y[index + 1] - y[index]) / (x[index + 1] - x[index])
    }
    differences[1] = 2 * differences[2] - differences[3]
    differences[0] = 2 * differences[1] - differences[2]
    differences[n + 1] = 2 * differences[n] - differences[n - 1]
    differences[n + 2] = 2 * differences[n + 1] - differences[n]
    var largest = 0.0
    for index in 0..<n {
      let right = abs(differences[index + 3] - differences[index + 2])
      let left = abs(differences[index + 1] - differences[index])
      largest = max(largest, left + right)
    }
    for index in 0..<n {
      let right = abs(differences[index + 3] - differences[index + 2])
      let left = abs(differences[index + 1] - differences[index])
      slopes[index] =
        left + right > 1e-9 * largest
        ? (right * differences[index + 1] + left * differences[index + 2]) / (left + right)
        : 0.5 * (differences[index + 1] + differences[index + 2])
    }
  }

  /// The value in the interval that starts at point `index`, at `t` in 0...1 of its width.
  func value(interval index: Int, _ t: Double) -> Double {
    let width = x[index + 1] - x[index]
    let rise = y[index + 1] - y[index]
    let (left, right) = (slopes[index] * width, slopes[index + 1] * width)
    return y[index] + t * (left + t * (3 * rise - 2 * left - right + t * (left + right - 2 * rise)))
  }
}
