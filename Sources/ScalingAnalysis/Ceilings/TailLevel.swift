internal import LeastSquares

/// The height of a plateau from the points beyond its bend alone.
///
/// A curve with one point before the bend does not tell where between two points it bends, and so
/// not its own level; the mean of what follows does, with the spread that those points show. Few
/// points are called flat because they scatter little, so one degree of freedom goes to that choice:
/// without it, intervals over four points covered 86 to 91 % (`Benchmarks/calibration-tails.md`).
struct TailLevel {
  let level: Coefficient

  /// The mean of the points from a place on; `nil` with fewer than three.
  init?(_ data: CurveData, after onset: Double, confidence: Double) {
    let rows = TailGain.rows(data, after: onset)
    guard rows.count >= TailGain.fewestPoints else { return nil }
    let squareWeights = data.squareWeights
    let total = rows.reduce(0) { $0 + squareWeights[$1] }
    let mean = rows.reduce(0) { $0 + squareWeights[$1] * data.y[$1] } / total
    let left = rows.reduce(0) {
      $0 + squareWeights[$1] * (data.y[$1] - mean) * (data.y[$1] - mean)
    }
    let error = (left / Double(rows.count - 1) / total).squareRoot()
    let half =
      error
      * Distribution.studentTQuantile(
        0.5 + confidence / 2, degreesOfFreedom: Double(rows.count - 2))
    level = Coefficient(
      name: "level", role: .derived, estimate: mean, standardError: error,
      interval: Interval(
        level: confidence, lower: mean - half, upper: mean + half, method: .student))
  }
}
