internal import LeastSquares

/// Wilson's (1927) score interval for a proportion of `items` independent items.
///
/// Chosen over the normal approximation because it stays inside 0...1 and keeps its level with
/// the 30 questions of an AIME. It counts questions: repeated samples of one question do not
/// make it narrower.
public func wilsonInterval(proportion: Double, items: Double, level: Double) -> Interval {
  let z = Distribution.normalQuantile(0.5 + level / 2)
  let denominator = 1 + z * z / items
  let centre = (proportion + z * z / (2 * items)) / denominator
  let spread = proportion * (1 - proportion) / items + z * z / (4 * items * items)
  let half = z * max(spread, 0).squareRoot() / denominator
  return Interval(
    level: level, lower: max(0, centre - half), upper: min(1, centre + half), method: .wilson)
}
