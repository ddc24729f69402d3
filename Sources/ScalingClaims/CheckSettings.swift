/// How claims are judged.
public struct CheckSettings: Sendable, Equatable {
  /// How often a wrong "supported" or "contradicted" may occur.
  public var level: Double
  /// Series simulated from each family.
  public var simulations: Int
  /// The seed of the simulations.
  public var seed: UInt64
  /// Threads; the result is the same for any number.
  public var threads: Int

  /// At 5 %, with 999 simulations for each family, unless said otherwise.
  public init(
    level: Double = 0.05, simulations: Int = 999, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.level = level
    self.simulations = simulations
    self.seed = seed
    self.threads = threads
  }
}
