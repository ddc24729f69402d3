/// How fast training compute grows, to say in years what is worth how much training.
public struct ComputeGrowth: Sendable, Equatable {
  /// The factor in a year.
  public let factorPerYear: Double

  /// Four times a year: training compute of notable models, 2010 to 2024 (Sevilla and Roldán 2024,
  /// "Training compute of frontier AI models grows by 4-5x per year", Epoch AI).
  public static let standardFactor = 4.0

  /// A growth by that factor in a year, which must be above one.
  public init(factorPerYear: Double = standardFactor) {
    precondition(factorPerYear > 1, "training compute must grow")
    self.factorPerYear = factorPerYear
  }

  /// Years in which training compute grows by one order of magnitude.
  public var yearsPerOrder: Double { 1 / logarithmBase10(factorPerYear) }
}
