import Foundation
import LeastSquares
import ScalingAnalysis
import ScalingData

/// Where and how noisily a simulated benchmark is measured.
struct Design: Sendable {
  /// What scatters the observations around the truth.
  enum Noise: Sendable {
    /// One variance at every point.
    case gaussian(Double)
    /// Right answers out of that many questions.
    case questions(Int)
    /// Right answers out of that many questions, of which so many at a time are right or wrong
    /// together: the variance is that many times the binomial one.
    case clusters(Int, size: Int)
    /// One variance at every point but for a tenth of them, which scatter ten times as far.
    case outliers(Double)
    /// The same questions at every point, some harder than others.
    case sharedQuestions(Int)

    var label: String {
      switch self {
      case .gaussian(let sd): "sd \(sd)"
      case .questions(let items): "\(items) questions"
      case .clusters(let items, let size): "\(items) questions, in clusters of \(size)"
      case .outliers(let sd): "sd \(sd), a tenth of the points 10 times"
      case .sharedQuestions(let items): "the same \(items) questions"
      }
    }
  }

  /// Tells designs apart.
  var label: String { "\(points) points, \(decades) decades, \(noise.label), told \(told.label)" }

  /// Whether the report says `shared-items`: its intervals hold for these questions only.
  var isSaidToBeShared: Bool {
    if case .sharedQuestions = noise { return told == .gaussian }
    return false
  }

  /// Whether some points scatter further than the others.
  var hasOutliers: Bool {
    if case .outliers = noise { return true }
    return false
  }

  let points: Int
  let decades: Double
  let noise: Noise
  /// What the fits are told of the noise.
  var told: Told = .gaussian

  /// What a fit is told of the noise.
  enum Told: Sendable {
    case gaussian, binomial, overdispersed, questions, huber, bisquare

    var label: String {
      switch self {
      case .gaussian: "gaussian"
      case .binomial: "binomial"
      case .overdispersed: "binomial-overdispersed"
      case .huber: "huber"
      case .bisquare: "bisquare"
      case .questions: "gaussian, single answers known"
      }
    }

    var noise: ScalingAnalysis.Noise {
      switch self {
      case .gaussian, .questions: .gaussian
      case .binomial: .binomial(overdispersed: false)
      case .overdispersed: .binomial(overdispersed: true)
      case .huber: .huber(threshold: ScalingAnalysis.Noise.huberThreshold)
      case .bisquare: .bisquare(threshold: ScalingAnalysis.Noise.bisquareThreshold)
      }
    }
  }

  /// Counts, outliers and shared questions, fitted as what they are and as what they are not.
  static let counted: [Design] = [8, 15, 40].flatMap { points in
    [
      (Noise.questions(100), Told.binomial), (.questions(30), .binomial),
      (.clusters(120, size: 4), .binomial), (.clusters(120, size: 4), .overdispersed),
      (.outliers(0.02), .gaussian), (.outliers(0.02), .huber), (.outliers(0.02), .bisquare),
      (.sharedQuestions(30), .gaussian), (.sharedQuestions(30), .questions),
    ].map { Design(points: points, decades: 3.5, noise: $0.0, told: $0.1) }
  }

  /// The ranges and noises of the table of ceilings.
  static let ceilings: [Design] = all.filter {
    if case .questions(500) = $0.noise { return false }
    return $0.decades != 3.5
  }

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
    case .clusters(let items, let size):
      Double(random.binomial(trials: items / size, probability: value) * size) / Double(items)
    case .outliers(let sd):
      value + sd * (random.unit() < 0.1 ? 10 : 1) * random.normal()
    case .sharedQuestions: .nan
    }
  }

  /// How differently hard the questions are: the spread of their probits.
  private static let difficulty = 1.2

  /// Answers of the same questions at every x, whose mean over all questions there might be is
  /// the truth.
  private func answers(
    _ count: Int, _ truth: Truth, _ random: inout RandomSource
  ) -> [[Double?]] {
    let places = x.map { x in
      Distribution.normalQuantile(truth.value(at: x, self))
        * (1 + Self.difficulty * Self.difficulty).squareRoot()
    }
    return (0..<count).map { _ in
      let ease = Self.difficulty * random.normal()
      return places.map { place in
        random.unit() < 0.5 * erfc(-(place + ease) / 2.0.squareRoot()) ? 1 : 0
      }
    }
  }

  /// One simulated series.
  func series(_ truth: Truth, _ random: inout RandomSource) -> CurveData {
    if case .sharedQuestions(let count) = noise {
      let questions = QuestionScores(
        names: (0..<count).map { "\($0)" }, scores: answers(count, truth, &random))
      let means = questions.means(without: nil)
      return CurveData(
        x: x, y: means.y, items: means.items, isAccuracy: true,
        questions: told == .questions ? questions : nil)
    }
    let x = x
    return series({ truth.value(at: x[$0], self) }, &random)
  }

  /// One series around the true values of its points.
  func series(_ value: (Int) -> Double, _ random: inout RandomSource) -> CurveData {
    let y = (0..<points).map { observe(value($0), &random) }
    switch noise {
    case .gaussian, .outliers: return CurveData(x: x, y: y, isAccuracy: false)
    case .questions(let items), .clusters(let items, _), .sharedQuestions(let items):
      return CurveData(
        x: x, y: y, items: Array(repeating: Double(items), count: points), isAccuracy: true)
    }
  }
}
