/// Estimates the coefficients of a surface, again and again under other weights of the clusters.
///
/// The fractional logit of Papke and Wooldridge 1996: the score of a binomial likelihood with
/// accuracies as they are, zero and one included, between a known floor and ceiling. It needs only
/// the mean of an accuracy to be right; its spread comes from the clusters. Solved by Fisher
/// scoring.
struct SurfaceEstimator: Sendable {
  let width: Int
  let range: AccuracyRange
  private let count: Int
  private let design: [Double]
  private let response: [Double]
  private let weights: [Double]
  private let cluster: [Int]

  /// Beyond these log-odds at the centre, or in an order of magnitude, the rows are separated.
  private static let limit = 60.0
  private static let longestStep = 2.0
  private static let mostSteps = 60

  init(
    _ form: SurfaceForm, _ data: SurfaceData, about centre: SurfacePlace, range: AccuracyRange
  ) {
    let terms = (0..<data.count).map { row in
      form.terms(
        data.logTraining[row] - centre.logTraining, data.logInference[row] - centre.logInference)
    }
    width = terms.first?.count ?? 0
    count = data.count
    design = terms.flatMap(\.self)
    response = data.accuracy
    weights = data.weights
    cluster = data.cluster
    self.range = range
  }

  /// The level surface of the mean accuracy.
  var start: [Double] {
    let sum = weights.reduce(0, +)
    let mean = zip(weights, response).reduce(0) { $0 + $1.0 * $1.1 } / sum
    let inset = 1e-6 * (range.ceiling - range.floor)
    let inside = min(max(mean, range.floor + inset), range.ceiling - inset)
    return [range.logOdds(inside) ?? 0] + Array(repeating: 0, count: width - 1)
  }

  /// The coefficients when each cluster counts as often as `multiplicity` says; absent when rows
  /// do not determine them.
  func estimate(_ multiplicity: [Double], from start: [Double]) -> [Double]? {
    var coefficients = start
    var equations = NormalEquations(width: width)
    for _ in 0..<Self.mostSteps {
      accumulate(&equations, multiplicity, at: coefficients)
      guard var step = equations.solution() else { return nil }
      let longest = step.reduce(0) { max($0, abs($1)) }
      guard longest.isFinite else { return nil }
      if longest > Self.longestStep {
        step = step.map { $0 * Self.longestStep / longest }
      }
      for index in step.indices { coefficients[index] += step[index] }
      if coefficients.contains(where: { abs($0) > Self.limit }) { return nil }
      if longest < 1e-9 { return coefficients }
    }
    return nil
  }

  private func accumulate(
    _ equations: inout NormalEquations, _ multiplicity: [Double], at coefficients: [Double]
  ) {
    equations.reset()
    let span = range.ceiling - range.floor
    let (floor, ceiling) = (range.floor, range.ceiling)
    design.withUnsafeBufferPointer { design in
      for row in 0..<count {
        let weight = weights[row] * multiplicity[cluster[row]]
        if weight == 0 { continue }
        let base = row * width
        var odds = 0.0
        for term in 0..<width { odds += coefficients[term] * design[base + term] }
        let share = 1 / (1 + exponential(-odds))
        let mean = floor + span * share
        // Slope over variance, without dividing zero by zero at the ends.
        let below = floor == 0 ? 1 : span * share / mean
        let above = ceiling == 1 ? 1 / span : (1 - share) / (1 - mean)
        let pull = weight * below * above
        let slope = span * share * (1 - share)
        equations.add(
          row: design.baseAddress.map { $0 + base }, weight: pull * slope,
          residual: pull * (response[row] - mean))
      }
    }
  }

  /// The mean quasi-deviance of rows: twice what their likelihood falls short of a perfect one.
  func deviance(of rows: [Int], at coefficients: [Double]) -> Double {
    rows.reduce(0) { sum, row in
      var odds = 0.0
      for term in 0..<width { odds += coefficients[term] * design[row * width + term] }
      let mean = min(max(range.accuracy(odds), 1e-12), 1 - 1e-12)
      return sum + 2 * weights[row] * Self.divergence(response[row], from: mean)
    }
  }

  private static func divergence(_ share: Double, from mean: Double) -> Double {
    let right = share > 0 ? share * logarithm(share / mean) : 0
    let wrong = share < 1 ? (1 - share) * logarithm((1 - share) / (1 - mean)) : 0
    return right + wrong
  }
}
