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
    /// The Monte Carlo standard error of `wrong`.
    public var wrongError: Double { PlanChance.error(of: wrong, replicates) }
    /// The rival that most often stays possible when a claimed family is true.
    public let blocker: ShapeFamily?
  }

  /// Each plausible family as the truth.
  public let cases: [Case]

  /// The chance of a right decision, over the plausible families.
  public var right: Double { mean(\.right) }

  /// The chance of a wrong one.
  public var wrong: Double { mean(\.wrong) }

  /// The family under which a wrong verdict is likeliest: one of little weight hardly counts in
  /// `wrong`, and may be the truth all the same.
  public var worst: Case? { cases.max { $0.wrong < $1.wrong } }

  /// Whether wrong verdicts stay within a level, whichever family is true.
  public func isWithin(_ level: Double) -> Bool { cases.allSatisfy { $0.wrong <= level } }

  /// Whether they go beyond it by more than the simulation may be off.
  func isClearlyBeyond(_ level: Double) -> Bool {
    cases.contains { $0.wrong - 2 * $0.wrongError > level }
  }

  /// The Monte Carlo standard error of `right`.
  public var error: Double {
    cases.reduce(0) { sum, part in
      let error = Self.error(of: part.right, part.replicates)
      return sum + part.truth.weight * part.truth.weight * error * error
    }.squareRoot()
  }

  /// The standard error of a share, with one success and one failure more, so that none counts as
  /// certain.
  private static func error(of share: Double, _ replicates: Int) -> Double {
    let count = Double(replicates)
    let share = (share * count + 1) / (count + 2)
    return (share * (1 - share) / count).squareRoot()
  }

  private func mean(_ share: KeyPath<Case, Double>) -> Double {
    cases.reduce(0) { $0 + $1.truth.weight * $1[keyPath: share] }
  }
}
