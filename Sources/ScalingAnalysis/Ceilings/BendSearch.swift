/// The best curve that is log-linear up to a bend and then flat, for any y on the same x, in closed
/// form.
///
/// Between two neighbouring x the best bend is where the line through the points before meets the
/// mean of the points beyond, if that lies between the two, and one of the two x otherwise
/// (Hudson 1966). With running sums that takes O(n) per series, which thousands of simulated
/// series need; `HingeModel` finds the same minimum by search.
struct BendSearch {
  private let order: [Int]
  private let x: [Double]
  private let coefficientCount = 3
  /// What rounding alone leaves of a residual sum of squares.
  private let rounding: Double
  /// What each squared residual is multiplied by, in the order of x.
  private let weights: [Double]
  /// Sums over the first so many points, each multiplied by its weight.
  private var sumW: [Double] = [0]
  private var sumX: [Double] = [0]
  private var sumXX: [Double] = [0]
  private var sumY: [Double] = []
  private var sumXY: [Double] = []
  private var y: [Double] = []
  private var squareY = 0.0

  init(_ data: CurveData) {
    order = data.x.indices.sorted { (data.log2x[$0], $0) < (data.log2x[$1], $1) }
    let squareWeights = data.squareWeights
    weights = order.map { squareWeights[$0] }
    let mean =
      zip(data.log2x, squareWeights).reduce(0) { $0 + $1.0 * $1.1 } / squareWeights.reduce(0, +)
    x = order.map { data.log2x[$0] - mean }
    rounding = FitStatistics.rounding(of: data)
    for (value, weight) in zip(x, weights) {
      sumW.append(sumW[sumW.count - 1] + weight)
      sumX.append(sumX[sumX.count - 1] + weight * value)
      sumXX.append(sumXX[sumXX.count - 1] + weight * value * value)
    }
    y = Array(repeating: 0, count: x.count)
    sumY = Array(repeating: 0, count: x.count + 1)
    sumXY = sumY
  }

  private var count: Int { x.count }

  /// The F statistic of the best bend against none, for y in the order of the observations.
  mutating func statistic(of values: [Double]) -> Double {
    take(values)
    let straight = residualSumOfSquares(bend: x[count - 1], before: count)
    var bent = straight
    for before in 2..<count {
      bent = min(bent, residualSumOfSquares(bend: x[before - 1], before: before))
      if let bend = meetingPoint(before: before) {
        bent = min(bent, residualSumOfSquares(bend: bend, before: before))
      }
    }
    let freedom = Double(max(count - coefficientCount, 1))
    return (straight - bent) / max(bent / freedom, rounding)
  }

  private mutating func take(_ values: [Double]) {
    var sum = 0.0
    for (place, index) in order.enumerated() { sum += weights[place] * values[index] }
    let mean = sum / sumW[count]
    squareY = 0
    for (place, index) in order.enumerated() {
      y[place] = values[index] - mean
      let weighed = weights[place] * y[place]
      squareY += weighed * y[place]
      sumY[place + 1] = sumY[place] + weighed
      sumXY[place + 1] = sumXY[place] + x[place] * weighed
    }
  }

  /// What the best line in min(x, bend) leaves, when the first `before` points lie at or before
  /// the bend; y is centred, so that its sum is zero.
  private func residualSumOfSquares(bend: Double, before: Int) -> Double {
    let beyond = sumW[count] - sumW[before]
    let sum = sumX[before] + beyond * bend
    let square = sumXX[before] + beyond * bend * bend - sum * sum / sumW[count]
    let product =
      sumXY[before] + bend * (sumY[count] - sumY[before]) - sum * sumY[count] / sumW[count]
    return square > 0 ? squareY - product * product / square : squareY
  }

  /// Where the line through the first points meets the mean of the others, if that lies between
  /// the last of the first and the first of the others.
  private func meetingPoint(before: Int) -> Double? {
    let n = sumW[before]
    let square = sumXX[before] - sumX[before] * sumX[before] / n
    guard square > 1e-12 * sumXX[count] else { return nil }
    let slope = (sumXY[before] - sumX[before] * sumY[before] / n) / square
    let level = (sumY[count] - sumY[before]) / (sumW[count] - n)
    let bend = sumX[before] / n + (level - sumY[before] / n) / slope
    return bend > x[before - 1] && bend < x[before] ? bend : nil
  }
}
