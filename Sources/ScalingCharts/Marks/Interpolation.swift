/// How a line or a band gets from one value to the next.
public enum Interpolation: Sendable, Equatable, Hashable {
  /// Straight.
  case straight
  /// Each value holds until the next one: for counts, prices and frontiers.
  case step

  /// The corners of a path through the values.
  func corners(x: [Double], y: [Double]) -> (x: [Double], y: [Double]) {
    let count = min(x.count, y.count)
    guard self == .step, count > 1 else { return (x, y) }
    var corners = (x: [x[0]], y: [y[0]])
    for index in 1..<count {
      corners.x += [x[index], x[index]]
      corners.y += [y[index - 1], y[index]]
    }
    return corners
  }
}
