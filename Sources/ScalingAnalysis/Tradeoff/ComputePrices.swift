/// What a FLOP costs, in dollars.
public struct ComputePrices: Sendable, Equatable {
  /// A FLOP of training.
  public let training: Double
  /// A FLOP of inference, which uses hardware worse as a rule.
  public let inference: Double

  /// Prices per FLOP; inference costs what training costs unless said otherwise.
  public init(training: Double, inference: Double? = nil) {
    self.training = training
    self.inference = inference ?? training
  }

  /// The price of inference in prices of training.
  public var ratio: Double { inference / training }

  /// The price of both together.
  public func total(training: Double, inference: Double) -> Double {
    self.training * training + self.inference * inference
  }
}
