/// How often a plan leads to a decision, by simulation.
public struct PlanChance: Sendable, Equatable {
  /// What happens when one family is true.
  public struct Case: Sendable, Equatable {
    /// The family that is true.
    public let truth: PlausibleFamily
    /// Simulated results.
    public let replicates: Int
    /// How often the verdict is right: supported for a claimed family, contradicted for a rival.
    public let right: Double
    /// How often it is wrong.
    public let wrong: Double
    /// The rival that most often stays possible when a claimed family is true.
    public let blocker: ShapeFamily?
  }

  /// Each plausible family as the truth.
  public let cases: [Case]

  /// The chance of a right decision, over the plausible families.
  public var right: Double { mean(\.right) }

  /// The chance of a wrong one.
  public var wrong: Double { mean(\.wrong) }

  /// The Monte Carlo standard error of `right`.
  public var error: Double {
    cases.reduce(0) { sum, part in
      // One success and one failure more, so that no share counts as certain.
      let count = Double(part.replicates)
      let share = (part.right * count + 1) / (count + 2)
      return sum + part.truth.weight * part.truth.weight * share * (1 - share) / count
    }.squareRoot()
  }

  private func mean(_ share: KeyPath<Case, Double>) -> Double {
    cases.reduce(0) { $0 + $1.truth.weight * $1[keyPath: share] }
  }
}
