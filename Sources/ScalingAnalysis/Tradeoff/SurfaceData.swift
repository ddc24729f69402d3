/// Accuracies measured at several training computes and several inference computes.
public struct SurfaceData: Sendable, Equatable {
  /// log10 of the training compute of each row.
  public let logTraining: [Double]
  /// log10 of the inference compute (or of the samples) of each row.
  public let logInference: [Double]
  /// The accuracy of each row, 0 to 1.
  public let accuracy: [Double]
  /// The questions behind each accuracy, where they are known.
  public let items: [Double]?
  /// The cluster of each row, counted from 0 in order of appearance: rows of one cluster share what
  /// scatters, such as the model.
  public let cluster: [Int]

  /// The number of rows.
  public var count: Int { accuracy.count }
  /// The number of clusters.
  public let clusterCount: Int

  /// Rows with positive computes and accuracies from 0 to 1.
  ///
  /// - Parameters:
  ///   - training: the training compute of each row.
  ///   - inference: the inference compute of each row.
  ///   - accuracy: the accuracy of each row, a fraction.
  ///   - items: the questions behind each accuracy, where they are known.
  ///   - cluster: what names the cluster of each row; rows of one training compute when absent.
  ///   - place: how a message names a row.
  /// - Throws: `FitError` when rows cannot carry a surface.
  public init(
    training: [Double], inference: [Double], accuracy: [Double], items: [Double]? = nil,
    cluster: [String]? = nil, place: (Int) -> String = { "row \($0 + 1)" }
  ) throws(FitError) {
    for (name, column) in [("training compute", training), ("inference compute", inference)] {
      guard let row = column.firstIndex(where: { !($0 > 0 && $0.isFinite) }) else { continue }
      throw FitError(
        code: .nonPositiveX,
        description: "\(place(row)): the \(name) is \(column[row]), but costs must be above zero. "
          + "Correct it, or leave the row out with --where.")
    }
    if let row = accuracy.firstIndex(where: { !(0...1).contains($0) }) {
      throw FitError(
        code: .outOfRange,
        description:
          "\(place(row)): the accuracy is \(accuracy[row]), but must lie between 0 and 1.")
    }
    for (name, column) in [("training", training), ("inference", inference)]
    where Set(column).count < 2 {
      throw FitError(
        code: .allXEqual,
        description:
          "all rows have the same \(name) compute\(column.first.map { ", \($0)" } ?? ""): "
          + "a trade between training and inference needs at least two of each. Add measurements "
          + "at another \(name) compute.")
    }
    guard Set(accuracy).count > 1 else {
      throw FitError(
        code: .allYEqual,
        description: "all accuracies are \(accuracy.first ?? 0): they say nothing of training or "
          + "inference. Choose a benchmark on which they differ.")
    }
    logTraining = training.map(logarithmBase10)
    logInference = inference.map(logarithmBase10)
    self.accuracy = accuracy
    self.items = items
    var numbers: [String: Int] = [:]
    let names = cluster ?? training.map { "\($0)" }
    self.cluster = names.map { name in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
    clusterCount = numbers.count
  }

  /// The rows of each cluster.
  var rowsOfClusters: [[Int]] {
    var rows = Array(repeating: [Int](), count: clusterCount)
    for row in cluster.indices { rows[cluster[row]].append(row) }
    return rows
  }

  /// The weights of rows: the questions behind them over their mean, or one.
  var weights: [Double] {
    guard let items else { return accuracy.map { _ in 1 } }
    let mean = items.reduce(0, +) / Double(items.count)
    return items.map { $0 / mean }
  }
}
