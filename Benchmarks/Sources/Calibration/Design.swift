import Foundation
import ScalingAnalysis

/// Where and how noisily a simulated benchmark is measured.
struct Design: Sendable {
  /// What scatters the observations around the truth.
  enum Noise: Sendable {
    /// One variance at every point.
    case gaussian(Double)
    /// Right answers out of that many questions.
    case questions(Int)

    var label: String {
      switch self {
      case .gaussian(let sd): "sd \(sd)"
      case .questions(let items): "\(items) questions"
      }
    }
  }

  let points: Int
  let decades: Double
  let noise: Noise

  static let all: [Design] = [8, 15, 40].flatMap { points in
    [2, 3.5, 5].flatMap { decades in
      [Noise.gaussian(0.02), .questions(500), .questions(100), .questions(30)].map {
        Design(points: points, decades: decades, noise: $0)
      }
    }
  }

  static let smallestX = 1000.0
  var largestX: Double { Self.smallestX * pow(10, decades) }

  /// Points at equal ratios.
  var x: [Double] { grid(points) }

  /// So many x at equal ratios over the range of the data.
  func grid(_ count: Int) -> [Double] {
    (0..<count).map { Self.smallestX * pow(10, decades * Double($0) / Double(count - 1)) }
  }

  /// One observation of a true value.
  func observe(_ value: Double, _ random: inout RandomSource) -> Double {
    switch noise {
    case .gaussian(let sd): value + sd * random.normal()
    case .questions(let items):
      Double(random.binomial(trials: items, probability: value)) / Double(items)
    }
  }

  /// One simulated series.
  func series(_ truth: Truth, _ random: inout RandomSource) -> CurveData {
    let y = x.map { observe(truth.value(at: $0, self), &random) }
    switch noise {
    case .gaussian: return CurveData(x: x, y: y, isAccuracy: false)
    case .questions(let items):
      return CurveData(
        x: x, y: y, items: Array(repeating: Double(items), count: points), isAccuracy: true)
    }
  }
}
