public import ScalingData

extension VoteCost {
  /// The tokens that questions' samples wrote; `nil` where the table does not tell for all.
  public static func tokens(_ questions: [QuestionSamples]) -> VoteCost? {
    of(.tokens, questions.map(\.outputTokens))
  }

  /// The dollars: those of the table, or tokens times prices; `nil` where neither is known.
  public static func dollars(_ questions: [QuestionSamples], _ settings: VoteSettings) -> VoteCost?
  {
    guard settings.price.isKnown else { return of(.dollars, questions.map(\.cost)) }
    let read = settings.price.input.map { price in
      questions.map { $0.inputTokens?.scaled(price * 1e-6) }
    }
    let written = settings.price.output.map { price in
      questions.map { $0.outputTokens?.scaled(price * 1e-6) }
    }
    guard let first = read ?? written else {
      return nil
    }
    return of(.dollars, first, plus: read == nil ? [] : written ?? [])
  }

  private static func of(
    _ unit: Unit, _ moments: [Moments?], plus more: [Moments?] = []
  ) -> VoteCost? {
    var questions: [Question] = []
    for index in moments.indices {
      let parts = [moments[index]] + (more.isEmpty ? [] : [more[index]])
      let known = parts.compactMap(\.self).filter { $0.count > 0 }
      guard known.count == parts.count else { return nil }
      let spreads = known.compactMap(\.variance)
      questions.append(
        Question(
          mean: known.reduce(0) { $0 + $1.sum / Double($1.count) },
          variance: spreads.count == known.count ? spreads.reduce(0, +) : nil,
          count: known.map(\.count).min() ?? 1))
    }
    return VoteCost(unit, questions)
  }
}

extension Moments {
  fileprivate func scaled(_ factor: Double) -> Moments {
    Moments(count: count, sum: sum * factor, sumOfSquares: sumOfSquares * factor * factor)
  }

  fileprivate var variance: Double? {
    guard count > 1 else { return nil }
    let mean = sum / Double(count)
    return VoteCost.scatter((sumOfSquares - mean * sum) / Double(count - 1), of: mean)
  }
}
