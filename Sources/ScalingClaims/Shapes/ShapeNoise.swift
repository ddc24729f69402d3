internal import ScalingAnalysis
internal import ScalingData

/// What scatters the observations of a contest around a curve: what is known of them decides.
enum ShapeNoise: Sendable, Equatable {
  /// Normal residuals of one variance.
  case residuals
  /// Right answers out of so many questions at each point, times a factor that the residuals give:
  /// below 1 where points share their questions, above where answers hang together (quasi-binomial;
  /// McCullagh and Nelder 1989, §4.5).
  case items([Double])
  /// The single questions, drawn anew as a whole, so that points that share them move together
  /// (Efron and Tibshirani 1993, §8.6).
  case questions(deviations: [[Double?]])

  init(_ data: CurveData) {
    let items = data.items.compactMap { $0 }
    if let questions = data.questions, questions.names.count > 1 {
      self = .questions(
        deviations: questions.scores.map { scores in
          zip(scores, data.y).map { score, mean in score.map { $0 - mean } }
        })
    } else if data.isAccuracy, items.count == data.count, items.allSatisfy({ $0 > 0 }),
      data.y.allSatisfy({ (0...1).contains($0) })
    {
      self = .items(items)
    } else {
      self = .residuals
    }
  }

  /// The assumption in words, for residuals that show a factor of the standard deviation.
  func words(spread: Double) -> String {
    switch self {
    case .residuals: "points scatter independently and normally about the curve with one variance"
    case .items(let items):
      "points scatter as right answers out of "
        + (Set(items).count == 1 ? "\(short(items[0])) questions" : "their questions")
        + " do, times \(short(spread)) (the residuals show that factor)"
    case .questions(let deviations):
      "the \(deviations.count) questions are drawn at random, and all points share them"
    }
  }

  /// How precise each observation is where the curve has these values.
  func weights(at fitted: [Double]) -> [Double] {
    guard case .items(let items) = self else { return fitted.map { _ in 1 } }
    return zip(fitted, items).map { value, items in
      1 / Self.variance(Self.share(value, of: items), of: items)
    }
  }

  /// The factor of the standard deviation that the residuals of a curve show; 1 where the noise is
  /// known without them.
  func spread(_ y: [Double], around fitted: [Double], degreesOfFreedom: Int) -> Double {
    let freedom = Double(max(degreesOfFreedom, 1))
    let squares = zip(y, fitted).map { ($0 - $1) * ($0 - $1) }
    switch self {
    case .residuals: return (squares.reduce(0, +) / freedom).squareRoot()
    case .items: return (dot(squares, weights(at: fitted)) / freedom).squareRoot()
    case .questions: return 1
    }
  }

  /// One simulated series.
  func draw(
    around fitted: [Double], spread: Double, _ random: inout RandomSource
  ) -> [Double] {
    switch self {
    case .residuals: return fitted.map { $0 + spread * random.normal() }
    case .items(let items):
      return zip(fitted, items).map { value, items in
        let share = Self.share(value, of: items)
        return value + spread * Self.deviation(share, of: items, &random)
      }
    case .questions(let deviations): return Self.redrawn(fitted, deviations, &random)
    }
  }

  /// A share that can scatter: half a question is added to either side.
  private static func share(_ value: Double, of items: Double) -> Double {
    (min(max(value, 0), 1) * items + 0.5) / (items + 1)
  }

  private static func variance(_ share: Double, of items: Double) -> Double {
    share * (1 - share) / items
  }

  /// How far the share of right answers falls from its mean.
  private static func deviation(
    _ share: Double, of items: Double, _ random: inout RandomSource
  ) -> Double {
    let sd = variance(share, of: items).squareRoot()
    guard sd * items < 3 else { return sd * random.normal() }
    // Few right or few wrong answers: counted by inversion.
    let rare = min(share, 1 - share)
    var probability = exponential(items * logarithm(1 - rare))
    var (rest, count) = (random.unit() - probability, 0.0)
    while rest > 0, count < items {
      probability *= (items - count) / (count + 1) * rare / (1 - rare)
      count += 1
      rest -= probability
    }
    return (share < 0.5 ? 1 : -1) * (count / items - rare)
  }

  private static func redrawn(
    _ fitted: [Double], _ deviations: [[Double?]], _ random: inout RandomSource
  ) -> [Double] {
    let questions = deviations.count
    var sums = fitted.map { _ in 0.0 }
    var counts = sums
    for _ in 0..<questions {
      let question = deviations[random.index(below: questions)]
      for (row, deviation) in question.enumerated() {
        guard let deviation else { continue }
        sums[row] += deviation
        counts[row] += 1
      }
    }
    // Draws with replacement scatter by (Q − 1)/Q too little.
    let factor = (Double(questions) / Double(questions - 1)).squareRoot()
    return fitted.indices.map {
      fitted[$0] + (counts[$0] > 0 ? factor * sums[$0] / counts[$0] : 0)
    }
  }
}
