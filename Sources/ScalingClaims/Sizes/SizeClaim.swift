public import ScalingAnalysis

/// A claim on a figure of one fitted curve.
public struct SizeClaim: Sendable, Equatable {
  /// A coefficient (`slopePerTenfold`, `ceiling`), a derived figure (`value@1e6`, `x@0.8`,
  /// `gain@1e4..1e6`), `multiple@0.1`: the factor of x that a gain takes, or `doubling-time` of y
  /// that grows exponentially, which no model goes with.
  public var quantity: String
  /// The family of the curve.
  public var model: ModelName
  /// What is claimed.
  public var relation: Relation
  /// Whether the claimed figure was written in percent or points, and not as a plain number.
  public var isInPercent = false

  /// A claim on a figure.
  public init(_ quantity: String, model: ModelName, _ relation: Relation) {
    self.quantity = quantity
    self.model = model
    self.relation = relation
  }

  /// Whether it is on the x in which y doubles, which has a curve of its own.
  var isDoublingTime: Bool { quantity == "doubling-time" }
}

/// A claim on how two fitted curves compare.
public struct ComparisonClaim: Sendable, Equatable {
  /// The comparison, such as `slope-ratio:A/B` or `difference@1e6:A-B`.
  public var quantity: String
  /// The family of both curves.
  public var model: ModelName
  /// What is claimed.
  public var relation: Relation
  /// Whether the claimed figure was written in percent or points, and not as a plain number.
  public var isInPercent = false

  /// A claim on a comparison.
  public init(_ quantity: String, model: ModelName, _ relation: Relation) {
    self.quantity = quantity
    self.model = model
    self.relation = relation
  }
}
