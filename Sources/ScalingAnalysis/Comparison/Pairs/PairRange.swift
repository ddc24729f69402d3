/// A range of x over which two curves are compared: by equal ratios where it spans more than a
/// doubling above zero, otherwise by equal steps.
struct PairRange {
  let bounds: ClosedRange<Double>

  init(_ bounds: ClosedRange<Double>) { self.bounds = bounds }

  /// The x that both series cover; `nil` when there is no range.
  init?(_ first: Fit, _ second: Fit) {
    let low = max(first.data.smallestX, second.data.smallestX)
    let high = min(first.data.largestX, second.data.largestX)
    guard low < high else { return nil }
    bounds = low...high
  }

  private var isLogarithmic: Bool {
    bounds.lowerBound > 0 && bounds.upperBound / bounds.lowerBound > 2
  }

  /// So many x over the range, its ends included.
  func places(_ count: Int) -> [Double] {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    return (0..<count).map { index in
      if index == count - 1 { return high }
      let share = Double(index) / Double(count - 1)
      return isLogarithmic ? low * raise(high / low, to: share) : low + share * (high - low)
    }
  }

  /// The average of a curve over the range, by the trapezoidal rule.
  var average: DerivedContrast {
    let count = 65
    var weights = Array(repeating: 1 / Double(count - 1), count: count)
    weights[0] /= 2
    weights[count - 1] /= 2
    return DerivedContrast(x: places(count), weights: weights)
  }
}
