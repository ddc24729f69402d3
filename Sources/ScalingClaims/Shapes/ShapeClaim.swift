/// A claim on the shape of a curve.
public struct ShapeClaim: Sendable, Equatable {
  /// The shapes that can be claimed.
  public enum Shape: String, Sendable, Equatable, CaseIterable {
    case linear, proportional, logarithmic
    case powerLaw = "power-law"
    case saturating, accelerating, diminishing, plateau
    case noPlateau = "no-plateau"
  }

  /// What is claimed.
  public var shape: Shape
  /// From which x a plateau is claimed.
  public var after: Double?
  /// The only rivals that the claim is held against; all of them when empty.
  public var rivals: [ShapeFamily]

  /// A claim on the shape.
  public init(_ shape: Shape, after: Double? = nil, rivals: [ShapeFamily] = []) {
    self.shape = shape
    self.after = after
    self.rivals = rivals
  }
}

extension ShapeClaim.Shape {
  /// The families that are the claim; none where the claim is on a plateau.
  public var claimed: [ShapeFamily] {
    switch self {
    case .linear: [.linear]
    case .proportional: [.proportional]
    case .logarithmic: [.logarithmic]
    case .powerLaw: [.powerLaw]
    case .saturating: [.saturatingPower, .saturatingExponential, .hinge, .logistic]
    case .accelerating: [.accelerating]
    case .diminishing:
      [.logarithmic, .root, .saturatingPower, .saturatingExponential, .hinge, .slowing]
    case .plateau, .noPlateau: []
    }
  }

  /// The families that the claim denies.
  public var rivals: [ShapeFamily] {
    let common: [ShapeFamily] = [
      .linear, .logarithmic, .powerLaw, .saturatingPower, .saturatingExponential, .hinge, .logistic,
    ]
    switch self {
    case .linear, .logarithmic:
      return (common + [.root, .accelerating]).filter { !claimed.contains($0) }
    case .powerLaw: return common.filter { !claimed.contains($0) }
    case .proportional: return common
    case .saturating: return [.linear, .logarithmic, .powerLaw]
    case .accelerating:
      return [
        .linear, .logarithmic, .root, .saturatingPower, .saturatingExponential, .hinge, .logistic,
      ]
    case .diminishing: return [.linear, .accelerating, .sigmoid]
    case .plateau, .noPlateau: return []
    }
  }

  /// Whether it is judged by the bend of the curve, without rivals.
  public var isPlateau: Bool { claimed.isEmpty }

  /// The claim as the end of "the curve ...".
  public var words: String {
    switch self {
    case .linear: "is a straight line in x"
    case .proportional: "is proportional to x"
    case .logarithmic: "is logarithmic in x"
    case .powerLaw: "is a power law in x"
    case .saturating: "approaches a ceiling"
    case .accelerating: "accelerates with x"
    case .diminishing: "has diminishing returns in x"
    case .plateau: "has a plateau"
    case .noPlateau: "has no plateau within its range"
    }
  }
}

extension ShapeClaim {
  /// The rivals of the claim's contest.
  ///
  /// - Throws: `ClaimError` when the claim is judged otherwise, or is its own rival.
  func contestants() throws(ClaimError) -> [ShapeFamily] {
    guard !shape.isPlateau else {
      throw ClaimError(
        "a plateau is judged by its bend and not by a contest of shapes; take the shape saturating, "
          + "or logarithmic against hinge")
    }
    let chosen = rivals.isEmpty ? shape.rivals : rivals
    guard chosen.allSatisfy({ !shape.claimed.contains($0) }) else {
      throw ClaimError("against names the claimed shape itself; name another")
    }
    return chosen
  }
}
