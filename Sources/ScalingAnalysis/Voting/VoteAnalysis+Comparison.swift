internal import ScalingData

extension VoteAnalysis {
  /// Which curve is compared.
  public enum Curve: String, Sendable, Codable, CaseIterable {
    /// Majority votes.
    case majority
    /// At least one of k right.
    case passAtK
  }

  /// The curve of this group less that of another, over the questions that both have; `nil`
  /// where they share fewer than two, or one has no such curve.
  public func compared(to other: VoteAnalysis, _ curve: Curve) -> PairedCurves? {
    let places = Dictionary(
      other.curves.questions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
    let pairs = curves.questions.enumerated().compactMap { index, question in
      places[question.name].map { (index, $0) }
    }
    let shared = Set(other.curves.shownKs)
    let ks = curves.shownKs.filter { k in
      shared.contains(k)
        && pairs.allSatisfy {
          curves.questions[$0].sampleCount >= k && other.curves.questions[$1].sampleCount >= k
        }
    }
    let differences = ks.compactMap { k -> [Double]? in
      let values = pairs.compactMap { mine, theirs -> Double? in
        guard let a = curves.value(curve, mine, k), let b = other.curves.value(curve, theirs, k)
        else { return nil }
        return a - b
      }
      return values.count == pairs.count ? values : nil
    }
    guard pairs.count > 1, differences.count == ks.count, !ks.isEmpty else { return nil }
    return PairedCurves(
      first: name, second: other.name, ks: ks, differences: differences, settings: settings)
  }
}

extension QuestionCurves {
  /// One question's value of a curve.
  fileprivate func value(_ curve: VoteAnalysis.Curve, _ index: Int, _ k: Int) -> Double? {
    switch curve {
    case .passAtK:
      return PassAtK.any(
        samples: questions[index].sampleCount, right: questions[index].correctCount, k: k)
    case .majority:
      guard !majority.isEmpty, let place = ks.firstIndex(of: k) else { return nil }
      return majority[index][place]
    }
  }
}
