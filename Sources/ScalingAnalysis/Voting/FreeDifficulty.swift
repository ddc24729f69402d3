internal import LeastSquares

/// How the chance of a right sample varies from question to question, whatever its shape: shares of
/// fifty equal steps of the chance, fitted to counts by the EM algorithm (Laird 1978, J. Am. Stat.
/// Assoc. 73, 805) from equal shares. It is stopped long before its end, which keeps the shares
/// smooth where the counts do not tell steps apart.
struct FreeDifficulty: Sendable {
  static let steps = 50
  private static let rounds = 20
  /// The logarithms of the chances of a right and of a wrong sample at the middle of each step.
  private static let logarithms = (0..<steps).map { step in
    let chance = (Double(step) + 0.5) / Double(steps)
    return (right: logarithm(chance), wrong: logarithm(1 - chance))
  }

  /// Per step the share of questions.
  private let shares: [Double]

  /// The shares that fit counts, each with its likelihood and how many questions have it.
  init(_ counted: [(likelihood: [Double], questions: Double)]) {
    let total = counted.reduce(0) { $0 + $1.questions }
    var shares = Array(repeating: 1 / Double(Self.steps), count: Self.steps)
    for _ in 0..<Self.rounds {
      var next = Array(repeating: 0.0, count: Self.steps)
      for entry in counted where entry.questions > 0 {
        var sum = 0.0
        for step in 0..<Self.steps { sum += shares[step] * entry.likelihood[step] }
        let weight = entry.questions / total / sum
        for step in 0..<Self.steps {
          next[step] += weight * entry.likelihood[step] * shares[step]
        }
      }
      shares = next
    }
    self.shares = shares
  }

  /// Given the likelihood of a question, how probable it is that its chance is above a threshold.
  func chance(_ likelihood: [Double], above threshold: Double) -> Double {
    var (above, all) = (0.0, 0.0)
    for step in 0..<Self.steps {
      let weight = shares[step] * likelihood[step]
      all += weight
      above += weight * min(max(Double(step + 1) - threshold * Double(Self.steps), 0), 1)
    }
    return all > 0 ? above / all : 0
  }

  /// Of counts at the middle of each step, relative to the largest.
  static func likelihood(_ count: SampleCount) -> [Double] {
    let (right, wrong) = (Double(count.right), Double(count.samples - count.right))
    let values = logarithms.map { right * $0.right + wrong * $0.wrong }
    let most = values.max() ?? 0
    return values.map { exponential($0 - most) }
  }
}
