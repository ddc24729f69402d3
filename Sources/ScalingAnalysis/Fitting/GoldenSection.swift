/// The search for the least value of a function of one variable by golden sections.
enum GoldenSection {
  /// The least value of a function with one minimum in a range; each section leaves 62 % of it.
  static func least(
    of function: (Double) -> Double, in range: ClosedRange<Double>, sections: Int
  ) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (range.lowerBound, range.upperBound)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (function(left), function(right))
    for _ in 0..<sections {
      if atLeft < atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = function(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = function(right)
      }
    }
    return min(atLeft, atRight)
  }
}
