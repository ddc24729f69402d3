/// A comparison of two fitted curves with its uncertainty.
///
/// The series count as independent samples, each with a noise of its own: figures of series that
/// share their questions usually vary together, and a difference is then better known than this.
public struct PairEstimate: Sendable, Equatable {
  /// What is compared.
  public let quantity: PairQuantity
  /// The family of the first series.
  public let firstModel: ModelName
  /// The family of the second series.
  public let secondModel: ModelName
  /// Its value for the fitted curves; the first place for a crossing. Absent where there is none.
  public let estimate: Double?
  /// How often the fitted curves meet in the range; absent for other comparisons.
  public let crossingCount: Int?
  /// All values that the data do not reject; absent when it cannot be estimated.
  public let set: ConfidenceSet?
  /// The x over which the curves were compared, where that is a range.
  public let range: ClosedRange<Double>?
  /// Whether a curve is asked for outside the observed range of its series.
  public let isExtrapolated: Bool
  /// Whether the first curve lies above the second where they never meet.
  public let firstIsAbove: Bool?
}
