public import ScalingData

/// The observations of one series, ready to be fitted.
public struct CurveData: Sendable, Equatable {
  /// x in its own unit.
  public let x: [Double]
  /// log2 x; not a number where x is not positive.
  public let log2x: [Double]
  /// y; a fraction when it is an accuracy.
  public let y: [Double]
  /// Questions behind each accuracy, where known.
  public let items: [Double?]
  /// Whether y is an accuracy and so lies in 0...1.
  public let isAccuracy: Bool
  /// The name of x, by which a formula may refer to it.
  public let xName: String
  /// Further predictors, by which a formula may refer to more than x.
  public let columns: [DataColumn]
  /// The line of each observation in its file, for messages; empty when unknown.
  public let lines: [Int]

  /// What is known of the precision of each observation.
  public let weights: Weights
  /// The single questions behind the accuracies, where they are known.
  public let questions: QuestionScores?

  /// Takes observations with finite x and y.
  public init(
    x: [Double], y: [Double], items: [Double?]? = nil, isAccuracy: Bool, xName: String = "x",
    columns: [DataColumn] = [], lines: [Int] = [], weights: Weights = .none,
    questions: QuestionScores? = nil
  ) {
    precondition(x.count == y.count, "x and y come in pairs")
    self.weights = weights
    self.questions = questions
    self.xName = xName
    self.columns = columns
    self.lines = lines
    self.x = x
    self.y = y
    self.items = items ?? Array(repeating: nil, count: x.count)
    self.isAccuracy = isAccuracy
    log2x = x.map { $0 > 0 ? logarithmBase2($0) : .nan }
  }

  /// Observations.
  public var count: Int { x.count }

  /// The predictor of a name, if there is one.
  func column(_ name: String) -> [Double]? {
    columns.first { $0.name == name }?.values ?? (isX(name) ? x : nil)
  }

  /// Whether a name means x: its own name, or `x` where no other column is called so.
  func isX(_ name: String) -> Bool {
    name == xName || (name == "x" && !columns.contains { $0.name == name })
  }

  var smallestX: Double { x.min() ?? .nan }
  var largestX: Double { x.max() ?? .nan }

  /// Range of x in doublings.
  var doublings: Double { logarithmBase2(largestX / smallestX) }

  /// The distinct values of x in order.
  var distinctX: [Double] { Self.distinct(x) }

  /// The distinct values of log2 x in order.
  var distinctLog2X: [Double] { Self.distinct(log2x) }

  /// The smallest distance between two different x.
  var smallestGap: Double {
    let values = distinctX
    return zip(values, values.dropFirst()).map { $1 - $0 }.min() ?? 0
  }

  /// What each squared residual is multiplied by.
  var squareWeights: [Double] {
    weights.roots?.map { $0 * $0 } ?? Array(repeating: 1, count: count)
  }

  /// Of y about its weighted mean.
  var totalSumOfSquares: Double {
    let weights = squareWeights
    let mean = zip(weights, y).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    return zip(weights, y).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
  }

  private static func distinct(_ values: [Double]) -> [Double] {
    var result: [Double] = []
    for value in values.sorted() where value != result.last { result.append(value) }
    return result
  }
}
