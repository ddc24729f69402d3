/// How the search for a curve ended, and whether an independent check confirms it.
public struct Termination: Sendable, Equatable, Codable {
  /// Whether the optimum passed the check: residuals orthogonal to the tangent plane (Bates and
  /// Watts 1981, relative offset below 1e-5), no other start better.
  public let converged: Bool
  /// Why it stopped.
  public let reason: String
  /// Steps of the trust region and of the final polish.
  public let iterations: Int
  /// Starting points that were followed to their own minimum.
  public let starts: Int
}
