internal import ScalingData

/// What stopping early saves: samples are drawn in windows, and drawing stops at the first
/// window whose samples all agree; otherwise the majority of all decides (Li et al. 2024, ESC,
/// arXiv 2401.10480).
public struct EarlyStopping: Sendable, Equatable {
  /// Samples drawn and accuracy reached.
  public struct Outcome: Sendable, Equatable {
    /// Mean samples per question.
    public let samples: Double
    /// Mean accuracy.
    public let accuracy: Double
    /// The spread of the accuracy over random orders; `nil` in the order of the file.
    public let accuracySpread: Double?
    /// The spread of the samples over random orders; `nil` in the order of the file.
    public let samplesSpread: Double?
  }

  /// Samples per window.
  public let window: Int
  /// Mean samples of a question without stopping.
  public let available: Double
  /// Accuracy without stopping.
  public let fullAccuracy: Double
  /// In the order of the file.
  public let fileOrder: Outcome
  /// Over random orders.
  public let randomOrders: Outcome

  /// Replays the samples of questions; `nil` where their order is not known.
  init?(_ questions: [QuestionSamples], _ settings: VoteSettings) {
    guard let window = settings.window, window > 1, !questions.isEmpty,
      questions.allSatisfy({ $0.sequence.count == $0.sampleCount && $0.sampleCount > 0 })
    else { return nil }
    let replays = questions.map { StoppedVote($0, settings) }
    let count = Double(questions.count)
    let full = replays.map { $0.run(Array($0.range), window: .max).credit }
    let first = replays.map { $0.run(Array($0.range), window: window) }
    self.window = window
    available = Double(questions.reduce(0) { $0 + $1.sampleCount }) / count
    fullAccuracy = full.reduce(0, +) / count
    fileOrder = Outcome(
      samples: Double(first.reduce(0) { $0 + $1.samples }) / count,
      accuracy: first.reduce(0) { $0 + $1.credit } / count, accuracySpread: nil,
      samplesSpread: nil)
    randomOrders = Self.shuffled(replays, window: window, settings)
  }

  private static func shuffled(
    _ replays: [StoppedVote], window: Int, _ settings: VoteSettings
  ) -> Outcome {
    let runs = parallelMap(settings.permutationCount, threads: settings.threads) { number in
      var random = RandomSource(seed: settings.seed &+ 0xE5C, stream: UInt64(number))
      var samples = 0
      var credit = 0.0
      for replay in replays {
        var order = Array(replay.range)
        for place in order.indices.dropLast() {
          order.swapAt(place, place + random.index(below: order.count - place))
        }
        let end = replay.run(order, window: window)
        samples += end.samples
        credit += end.credit
      }
      return (samples: Double(samples), credit: credit)
    }
    let count = Double(replays.count)
    let samples = Spread(runs.map { $0.samples / count })
    let credits = Spread(runs.map { $0.credit / count })
    return Outcome(
      samples: samples.mean, accuracy: credits.mean, accuracySpread: credits.deviation,
      samplesSpread: samples.deviation)
  }
}

/// One question whose samples are drawn in windows.
private struct StoppedVote: Sendable {
  let question: QuestionSamples
  let settings: VoteSettings

  init(_ question: QuestionSamples, _ settings: VoteSettings) {
    self.question = question
    self.settings = settings
  }

  var range: Range<Int> { 0..<question.sequence.count }

  func run(_ order: [Int], window: Int) -> (samples: Int, credit: Double) {
    var start = 0
    while window < .max, start + window <= order.count {
      let answer = question.sequence[order[start]]
      let agrees = order[start..<(start + window)].allSatisfy { question.sequence[$0] == answer }
      if agrees, answer >= 0 || settings.unparsed == .count {
        let isRight = answer >= 0 && question.answers[Int(answer)].isCorrect
        return (start + window, isRight ? 1 : 0)
      }
      start += window
    }
    var tally = VoteTally(candidates: question.answers.count + 1)
    for (place, sample) in order.enumerated() {
      let answer = Int(question.sequence[sample])
      if answer < 0, settings.unparsed == .abstain { continue }
      tally.add(1, for: answer >= 0 ? answer : question.answers.count, at: place)
    }
    let answers = question.answers
    return (
      order.count, tally.credit(settings.ties) { $0 < answers.count && answers[$0].isCorrect }
    )
  }
}

/// Mean and standard deviation.
private struct Spread {
  let mean: Double
  let deviation: Double?

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / max(count, 1)
    self.mean = mean
    deviation =
      values.count > 1
      ? (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot() : nil
  }
}
