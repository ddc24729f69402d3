internal import ScalingData

/// How precise one point is against another, and what that makes of a mean of several.
enum PointPrecision {
  /// All points alike: a mean counts as the points behind it.
  case alike
  case relative
  case counts
  case errors
  /// By the questions behind each point.
  case questions
  /// Each mean counts once: robust noise knows no weights.
  case once

  init(_ weights: Weights.Kind?, _ noise: Noise) {
    if case .binomial = noise {
      self = .questions
      return
    }
    if noise.isRobust {
      self = .once
      return
    }
    self =
      switch weights {
      case .relative: .relative
      case .counts: .counts
      case .errors: .errors
      case nil: .alike
      }
  }

  /// What the weights of means say.
  var weights: Weights.Kind? {
    switch self {
    case .alike, .relative: .relative
    case .counts: .counts
    case .errors: .errors
    case .questions, .once: nil
    }
  }

  var words: String {
    switch self {
    case .alike: "weighed by the points behind each"
    case .relative, .counts: "weighed by the weights behind each"
    case .errors: "with the standard errors of the means"
    case .questions: "with the questions behind each"
    case .once: "each counting once"
    }
  }

  /// The precision of a point; not a number where the table does not tell.
  private func weight(_ point: Observation) -> Double {
    switch self {
    case .alike, .once: 1
    case .relative, .counts: point.weight ?? .nan
    case .errors: point.standardError.map { 1 / ($0 * $0) } ?? .nan
    case .questions: point.items ?? .nan
    }
  }

  /// A point that stands for itself, in a table where others are means.
  func single(_ point: Observation) -> Observation {
    self == .alike ? mean(CollectionOfOne(point)) : point
  }

  /// The mean of some points.
  func mean(_ points: some Collection<Observation>) -> Observation {
    let first = points[points.startIndex]
    var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
    var isOnePlace = true
    for point in points {
      let weight = weight(point)
      sum += weight
      sumX += weight * point.x
      sumY += weight * point.y
      isOnePlace = isOnePlace && point.x == first.x
    }
    return Observation(
      x: isOnePlace ? first.x : sumX / sum, y: points.count == 1 ? first.y : sumY / sum,
      items: self == .questions ? sum : nil,
      standardError: self == .errors ? (1 / sum).squareRoot() : nil,
      line: first.line, inputIndex: first.inputIndex, isHeldOut: first.isHeldOut,
      weight: [.alike, .relative, .counts].contains(self) ? sum : nil)
  }
}

/// Points in order of x, cut into cells that hold few points and are narrow.
struct Neighbours {
  private var points: [Observation]
  private let cells: Int

  /// - Parameters:
  ///   - points: points by rising x.
  ///   - cells: half of the most cells.
  ///   - stream: numbers the series, for its random order.
  init(_ points: [Observation], cells: Int, stream: Int) {
    self.points = points
    self.cells = cells
    var random = RandomSource(seed: 1, stream: UInt64(stream))
    var start = 0
    while start < points.count {
      var end = start + 1
      while end < points.count, points[end].x == points[start].x { end += 1 }
      if end - start > 1 { self.points[start..<end].shuffle(using: &random) }
      start = end
    }
  }

  /// A cell ends before it holds more than its share of the points, and before it is wider than
  /// its share of the range: at most `cells` end for either reason.
  func means(_ precision: PointPrecision) -> [Observation] {
    guard let first = points.first, let last = points.last else { return [] }
    let place = { (x: Double) in first.x > 0 ? logarithmBase2(x) : x }
    let width = (place(last.x) - place(first.x)) / Double(cells)
    let most = (points.count + cells - 1) / cells
    var result: [Observation] = []
    var start = 0
    var left = place(first.x)
    for end in 1...points.count {
      let isInside =
        end < points.count && end - start < most
        && (points[end].x == points[start].x || place(points[end].x) - left <= width)
      if isInside { continue }
      result.append(precision.mean(points[start..<end]))
      start = end
      if end < points.count { left = place(points[end].x) }
    }
    return result
  }
}
