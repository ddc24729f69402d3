import Foundation
import ScalingAnalysis
import ScalingData

/// A population of questions whose answers have known probabilities.
struct VoteTruth: Sendable {
  let name: String
  /// Parameters of the beta distribution of the chance of a right sample.
  let right: Double
  let wrong: Double
  /// Wrong answers, with probabilities falling as a power of their rank; 0 for one wrong answer.
  let wrongAnswers: ClosedRange<Int>
  let fall: Double
  /// The share of questions that no sample solves.
  var hopeless = 0.0
  /// Two chances of a right sample instead, each of half of the questions.
  var kinds: (Double, Double)?

  static let all = [
    VoteTruth(name: "two answers, even", right: 1, wrong: 1, wrongAnswers: 1...1, fall: 1),
    VoteTruth(name: "two answers, close", right: 6, wrong: 5, wrongAnswers: 1...1, fall: 1),
    VoteTruth(name: "several wrong answers", right: 1, wrong: 1, wrongAnswers: 2...8, fall: 1),
    VoteTruth(name: "hard, several wrong", right: 1, wrong: 2, wrongAnswers: 3...12, fall: 0.7),
    VoteTruth(name: "hard, equal wrong", right: 1, wrong: 3, wrongAnswers: 5...20, fall: 0),
    VoteTruth(name: "easy, one strong wrong", right: 5, wrong: 1, wrongAnswers: 1...8, fall: 2.5),
    VoteTruth(
      name: "easy, 3 % hopeless", right: 5, wrong: 1, wrongAnswers: 1...8, fall: 2.5, hopeless: 0.03
    ),
    VoteTruth(
      name: "easier, 1 % hopeless", right: 9, wrong: 1, wrongAnswers: 1...8, fall: 2.5,
      hopeless: 0.01),
    VoteTruth(
      name: "two kinds, 20 and 55 %", right: 1, wrong: 1, wrongAnswers: 1...1, fall: 1,
      kinds: (0.2, 0.55)),
    VoteTruth(
      name: "two kinds, 5 and 60 %", right: 1, wrong: 1, wrongAnswers: 2...6, fall: 1,
      kinds: (0.05, 0.6)),
  ]

  /// The probabilities of the answers of one question, the right one first.
  func probabilities(_ random: inout RandomSource) -> [Double] {
    let isHopeless = hopeless > 0 && random.unit() < hopeless
    let p = isHopeless ? 0 : chance(&random)
    let count = wrongAnswers.lowerBound + Int(random.unit() * Double(wrongAnswers.count))
    let weights = (1...count).map { pow(Double($0), -fall) }
    let total = weights.reduce(0, +)
    return [p] + weights.map { (1 - p) * $0 / total }
  }

  private func chance(_ random: inout RandomSource) -> Double {
    guard let kinds else { return beta(&random) }
    return random.unit() < 0.5 ? kinds.0 : kinds.1
  }

  private func beta(_ random: inout RandomSource) -> Double {
    let gamma = { (shape: Int, random: inout RandomSource) in
      (0..<shape).reduce(0.0) { sum, _ in sum - log(1 - random.unit()) }
    }
    let x = gamma(Int(right), &random)
    return x / (x + gamma(Int(wrong), &random))
  }

  /// One simulated set of questions.
  func group(questions: Int, samples: Int, _ random: inout RandomSource) -> SampleGroup {
    SampleGroup(
      name: name,
      questions: (0..<questions).map { index in
        let counts = draw(probabilities(&random), samples, &random)
        let answers = counts.indices.filter { counts[$0] > 0 }.map {
          AnswerCount(text: "\($0)", count: counts[$0], isCorrect: $0 == 0)
        }
        return QuestionSamples(
          name: "\(index)", answers: answers, sampleCount: samples, correctCount: counts[0])
      })
  }

  private func draw(_ shares: [Double], _ samples: Int, _ random: inout RandomSource) -> [Int] {
    var counts = Array(repeating: 0, count: shares.count)
    for _ in 0..<samples {
      var u = random.unit()
      var index = 0
      while index < shares.count - 1, u >= shares[index] {
        u -= shares[index]
        index += 1
      }
      counts[index] += 1
    }
    return counts
  }

  /// The chances of the answers of a million of its questions, in the order of difficulty.
  func population() -> [[Double]] {
    var random = RandomSource(seed: 77, stream: 0)
    return (0..<1_000_000).map { _ in probabilities(&random) }
      .sorted { ($0[0], $0.count) < ($1[0], $1.count) }
  }

  /// What is true of a population: of all its questions what costs little, and of every fiftieth
  /// in the order of difficulty each vote, computed exactly.
  static func values(_ all: [[Double]], samples: Int, ks: [Int]) -> Values {
    let some = stride(from: 25, to: all.count, by: 50).map { all[$0] }
    let mean = { (shares: [[Double]], value: @escaping @Sendable ([Double]) -> Double) -> Double in
      parallelMap(shares.count, threads: 2) { value(shares[$0]) }.reduce(0, +)
        / Double(shares.count)
    }
    let majority = { (k: Int) in mean(some) { vote($0, k) } }
    let end = majority(samples)
    var (place, after) = (ks.count - 1, 0.0)
    var plateau = Double(ks.first ?? 1)
    while place > 0 {
      let before = end - majority(ks[place - 1])
      if before >= 0.01 {
        let step = Double(ks[place] - ks[place - 1])
        plateau = Double(ks[place]) - step * (0.01 - after) / (before - after)
        break
      }
      (place, after) = (place - 1, before)
    }
    return Values(
      single: mean(all) { $0[0] }, anyOfTwo: mean(all) { 1 - pow(1 - $0[0], 2) },
      any: mean(all) { 1 - pow(1 - $0[0], 8) },
      ceiling: mean(all) { $0[0] > ($0[1...].max() ?? 0) ? 1 : 0 }, majority: majority(8),
      plateau: plateau)
  }

  /// The chance that a vote of k is right for a question with these probabilities.
  private static func vote(_ shares: [Double], _ k: Int) -> Double {
    let whole = shares.map { max(1, Int(($0 * 1e6).rounded())) }
    let ballot = Ballot(right: [whole[0]], wrong: Array(whole[1...]))
    return MajorityVote(ballot, draw: .with).probability(k) ?? 0
  }

  /// True values.
  struct Values: Sendable {
    let single: Double
    let anyOfTwo: Double
    let any: Double
    let ceiling: Double
    let majority: Double
    /// Where the curve comes within a point of its end for good, drawn straight between the k.
    let plateau: Double
  }
}
