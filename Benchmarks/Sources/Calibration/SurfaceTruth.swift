import Foundation
import ScalingAnalysis

/// A known surface and how it is measured: models at random training computes, each at the same
/// inference computes, with a deviation of its own and answers to the same questions throughout.
struct SurfaceTruth: Sendable {
  /// Models.
  let clusters: Int
  /// Standard deviation of a model's log-odds.
  let deviation: Double
  /// Questions behind each accuracy; none for accuracies without sampling noise.
  let questions: Int?
  /// Orders of magnitude of training compute.
  let orders: Double

  /// Log-odds per order of training and of inference, and at the centre.
  private static let training = 0.6
  private static let inference = 1.5
  private static let level = -1.0

  /// Orders of inference that an order of training saves.
  static let rate = training / inference

  /// FLOP behind a unit of inference, and what every query must reach.
  static let unit = 1e12
  static let target = 0.3

  /// Queries for which the middle training costs least in total: there an order of training more
  /// costs as much as it saves.
  static let demand = pow(10, 21 - logInference(logTraining: 21)) / (unit * rate)

  /// Queries above which the most training that was measured costs less than the least.
  static func breakEven(_ data: SurfaceData) -> Double {
    let ends = (data.logTraining.min() ?? 21, data.logTraining.max() ?? 21)
    let queries = [ends.0, ends.1].map { unit * pow(10, logInference(logTraining: $0)) }
    return (pow(10, ends.1) - pow(10, ends.0)) / (queries[0] - queries[1])
  }

  /// log10 of the units that reach the target.
  private static func logInference(logTraining: Double) -> Double {
    (log(target / (1 - target)) - level - training * (logTraining - 21)) / inference
  }

  static let all: [SurfaceTruth] = [3, 4, 5, 8, 12, 30, 60].flatMap { clusters in
    [
      SurfaceTruth(clusters: clusters, deviation: 0.2, questions: 128, orders: 4),
      SurfaceTruth(clusters: clusters, deviation: 0.4, questions: nil, orders: 4),
      SurfaceTruth(clusters: clusters, deviation: 0.2, questions: 128, orders: 2),
    ]
  }

  /// One simulated table.
  func sample(_ random: inout RandomSource) throws -> SurfaceData {
    var columns: (training: [Double], inference: [Double], accuracy: [Double]) = ([], [], [])
    for _ in 0..<clusters {
      let t = orders * (random.unit() - 0.5)
      let shift = deviation * random.normal()
      let thresholds = (0..<(questions ?? 0)).map { _ in random.unit() }
      for step in 0..<6 {
        let u = -1 + 0.4 * Double(step)
        let odds = Self.level + Self.training * t + Self.inference * u + shift
        let chance = 1 / (1 + exp(-odds))
        let right = thresholds.count { $0 < chance }
        columns.training.append(pow(10, 21 + t))
        columns.inference.append(pow(10, u))
        columns.accuracy.append(questions.map { Double(right) / Double($0) } ?? chance)
      }
    }
    return try SurfaceData(
      training: columns.training, inference: columns.inference, accuracy: columns.accuracy,
      items: questions.map { count in columns.accuracy.map { _ in Double(count) } })
  }
}
