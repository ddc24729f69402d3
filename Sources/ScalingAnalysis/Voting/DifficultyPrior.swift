/// How the chance of a right sample varies from question to question: a beta distribution,
/// learned from the right counts of all questions by maximum likelihood (beta-binomial).
///
/// A normal prior of standard deviation 3 on the logarithms of both parameters keeps them finite
/// where all questions are alike.
struct DifficultyPrior: Sendable, Equatable {
  /// Pseudo-counts of right and of wrong samples.
  let right: Double
  let wrong: Double

  init(right: Double, wrong: Double) {
    self.right = right
    self.wrong = wrong
  }

  private static let priorPrecision = 1.0 / 9

  /// Right and wrong samples of one question.
  struct Count: Sendable {
    let right: Int
    let wrong: Int
  }

  /// The prior that the counts support, by Newton steps with halving.
  init(_ counts: [Count]) {
    let tails = TailCounts(counts)
    var place = SIMD2<Double>(0, 0)
    var value = tails.objective(place, Self.priorPrecision)
    for _ in 0..<60 {
      var step = tails.newtonStep(place, Self.priorPrecision)
      let length = max(abs(step.x), abs(step.y))
      if length > 2 { step *= 2 / length }
      var moved = false
      for _ in 0..<30 {
        let trial = tails.objective(place + step, Self.priorPrecision)
        if trial > value {
          place += step
          value = trial
          moved = true
          break
        }
        step *= 0.5
      }
      if !moved || max(abs(step.x), abs(step.y)) < 1e-9 { break }
    }
    right = exponential(place.x)
    wrong = exponential(place.y)
  }

  /// The derivatives of one question's log-likelihood by the logarithms of the parameters.
  func score(_ count: Count) -> SIMD2<Double> {
    var slope = SIMD2<Double>(0, 0)
    for i in 0..<count.right { slope.x += 1 / (right + Double(i)) }
    for i in 0..<count.wrong { slope.y += 1 / (wrong + Double(i)) }
    for i in 0..<(count.right + count.wrong) {
      let both = 1 / (right + wrong + Double(i))
      slope.x -= both
      slope.y -= both
    }
    return SIMD2(slope.x * right, slope.y * wrong)
  }

  /// What one unit of score moves the logarithms of the parameters by: the inverse information.
  func influence(_ counts: [Count], of score: SIMD2<Double>) -> SIMD2<Double> {
    let place = SIMD2(logarithm(right), logarithm(wrong))
    return TailCounts(counts).solve(score, at: place, Self.priorPrecision)
  }
}

/// How many questions have more than i right, wrong or any samples: all that the likelihood
/// Σ ln(a + i) + Σ ln(b + i) − Σ ln(a + b + i) needs.
private struct TailCounts {
  private let right: [Double]
  private let wrong: [Double]
  private let both: [Double]

  init(_ counts: [DifficultyPrior.Count]) {
    right = Self.tails(counts.map(\.right))
    wrong = Self.tails(counts.map(\.wrong))
    both = Self.tails(counts.map { $0.right + $0.wrong })
  }

  private static func tails(_ values: [Int]) -> [Double] {
    var result = Array(repeating: 0.0, count: (values.max() ?? 0) + 1)
    for value in values where value > 0 { result[value - 1] += 1 }
    for index in result.indices.dropLast().reversed() { result[index] += result[index + 1] }
    return result
  }

  func objective(_ place: SIMD2<Double>, _ precision: Double) -> Double {
    let (a, b) = (exponential(place.x), exponential(place.y))
    guard a.isFinite, b.isFinite, a > 1e-12, b > 1e-12 else { return -.infinity }
    var sum = -precision * (place.x * place.x + place.y * place.y) / 2
    for (i, count) in right.enumerated() where count > 0 { sum += count * logarithm(a + Double(i)) }
    for (i, count) in wrong.enumerated() where count > 0 { sum += count * logarithm(b + Double(i)) }
    for (i, count) in both.enumerated() where count > 0 {
      sum -= count * logarithm(a + b + Double(i))
    }
    return sum
  }

  /// First and second derivatives by ln a and ln b.
  private func derivatives(
    _ place: SIMD2<Double>, _ precision: Double
  ) -> (slope: SIMD2<Double>, xx: Double, xy: Double, yy: Double) {
    let (a, b) = (exponential(place.x), exponential(place.y))
    let r = Self.sums(right, a)
    let w = Self.sums(wrong, b)
    let t = Self.sums(both, a + b)
    let slope = SIMD2(a * (r.first - t.first), b * (w.first - t.first))
    return (
      slope - precision * place, a * a * (t.second - r.second) + slope.x - precision,
      a * b * t.second, b * b * (t.second - w.second) + slope.y - precision
    )
  }

  private static func sums(_ tails: [Double], _ start: Double) -> (first: Double, second: Double) {
    var result = (first: 0.0, second: 0.0)
    for (i, count) in tails.enumerated() {
      let inverse = 1 / (start + Double(i))
      result.first += count * inverse
      result.second += count * inverse * inverse
    }
    return result
  }

  func newtonStep(_ place: SIMD2<Double>, _ precision: Double) -> SIMD2<Double> {
    solve(derivatives(place, precision).slope, at: place, precision)
  }

  /// The negative second derivatives, made positive definite where needed, solved for `slope`.
  func solve(
    _ slope: SIMD2<Double>, at place: SIMD2<Double>, _ precision: Double
  ) -> SIMD2<Double> {
    let d = derivatives(place, precision)
    var (xx, yy) = (-d.xx, -d.yy)
    let xy = -d.xy
    let smallest = (xx + yy) / 2 - (((xx - yy) / 2) * ((xx - yy) / 2) + xy * xy).squareRoot()
    if smallest < precision / 10 {
      xx += precision / 10 - smallest
      yy += precision / 10 - smallest
    }
    let determinant = xx * yy - xy * xy
    return SIMD2(
      (yy * slope.x - xy * slope.y) / determinant, (xx * slope.y - xy * slope.x) / determinant)
  }
}
