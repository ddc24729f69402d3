/// How far the vote ceiling moves where difficulty need not have the shape of a beta distribution.
///
/// Both shapes are asked the same: how many questions have a chance of a right sample above the
/// threshold from which a right answer is their most probable one. The error of the difference is
/// the jackknife's, over twenty groups of questions (Tukey 1958; Shao and Tu 1995, The Jackknife and
/// Bootstrap, 2.3), the learned shape by the influence of each question.
struct ShapeDeviation: Sendable {
  /// One question: its votes, its threshold, and its part in the ceiling by the learned shape.
  struct Question: Sendable {
    let count: SampleCount
    let threshold: Double
    let influence: Double
  }

  /// By the free shape less by the learned one.
  let difference: Double
  let standardError: Double

  /// The difference where it is worth a parameter of its own, by more than √2 errors (Akaike 1974,
  /// IEEE Trans. Autom. Control 19, 716), which chance alone makes it for every sixth set of
  /// questions; 0 otherwise. One of less than a point changes nothing: no shape is exact.
  var change: Double {
    let counts = difference * difference > 2 * standardError * standardError
    return counts && abs(difference) >= Self.leastDifference ? difference : 0
  }

  private static let leastDifference = 0.01

  private static let groups = DifficultyPrior.fewestQuestions

  /// The deviation; `nil` with fewer questions than groups.
  init?(_ questions: [Question], threads: Int) {
    guard questions.count >= Self.groups else { return nil }
    let tally = Tally(questions, groups: Self.groups)
    let estimates = parallelMap(Self.groups + 1, threads: threads) { place in
      tally.difference(without: place < Self.groups ? place : nil)
    }
    difference = estimates[Self.groups]
    let left = estimates[..<Self.groups]
    let mean = left.reduce(0, +) / Double(Self.groups)
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardError = (squares * Double(Self.groups - 1) / Double(Self.groups)).squareRoot()
  }

  /// Questions of equal counts and thresholds, by group.
  private struct Tally: Sendable {
    private struct Key: Hashable {
      let count: SampleCount
      let threshold: Double
    }

    private var keys: [Key] = []
    /// Each count once, with its likelihood, and per key the place of its own.
    private var likelihoods: [[Double]] = []
    private var places: [Int] = []
    /// Per key and group the questions.
    private var questions: [[Double]] = []
    /// Per group the sum of influences.
    private var influences: [Double]

    init(_ all: [Question], groups: Int) {
      influences = Array(repeating: 0, count: groups)
      var known: [Key: Int] = [:]
      var counts: [SampleCount: Int] = [:]
      for (index, question) in all.enumerated() {
        let key = Key(count: question.count, threshold: question.threshold)
        let place = known[key] ?? keys.count
        if place == keys.count {
          known[key] = place
          keys.append(key)
          let count = counts[key.count] ?? likelihoods.count
          if count == likelihoods.count {
            counts[key.count] = count
            likelihoods.append(FreeDifficulty.likelihood(key.count))
          }
          places.append(count)
          questions.append(Array(repeating: 0, count: groups))
        }
        questions[place][index % groups] += 1
        influences[index % groups] += question.influence
      }
    }

    func difference(without group: Int?) -> Double {
      var left = questions.map { $0.reduce(0, +) }
      var learned = influences.reduce(0, +)
      if let group {
        for place in left.indices { left[place] -= questions[place][group] }
        learned -= influences[group]
      }
      let total = max(left.reduce(0, +), 1)
      var sums = Array(repeating: 0.0, count: likelihoods.count)
      for (place, questions) in zip(places, left) { sums[place] += questions }
      let free = FreeDifficulty(zip(likelihoods, sums).map { (likelihood: $0.0, questions: $0.1) })
      var sum = 0.0
      for (index, questions) in left.enumerated() where questions > 0 {
        sum +=
          questions * free.chance(likelihoods[places[index]], above: keys[index].threshold)
      }
      return (sum - learned) / total
    }
  }
}
