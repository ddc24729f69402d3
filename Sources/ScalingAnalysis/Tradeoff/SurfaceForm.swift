/// How the log-odds of an accuracy depend on the logarithms of training and inference compute.
public enum SurfaceForm: String, Sendable, CaseIterable, Codable {
  /// a + b·t + d·u: one exchange rate everywhere.
  case additive
  /// a + b·t + d·u + e·t·u: an exchange rate that depends on the place.
  case interaction
  /// The additive surface with squares of t and u: only to test whether it is straight.
  case curved

  /// Its terms at orders of magnitude t and u from the centre.
  func terms(_ t: Double, _ u: Double) -> [Double] {
    switch self {
    case .additive: [1, t, u]
    case .interaction: [1, t, u, t * u]
    case .curved: [1, t, u, t * t, u * u]
    }
  }

  /// Derivatives of the terms in t.
  func trainingSlopes(_ t: Double, _ u: Double) -> [Double] {
    switch self {
    case .additive: [0, 1, 0]
    case .interaction: [0, 1, 0, u]
    case .curved: [0, 1, 0, 2 * t, 0]
    }
  }

  /// Derivatives of the terms in u.
  func inferenceSlopes(_ t: Double, _ u: Double) -> [Double] {
    switch self {
    case .additive: [0, 0, 1]
    case .interaction: [0, 0, 1, t]
    case .curved: [0, 0, 1, 0, 2 * u]
    }
  }

  /// The number of terms.
  var width: Int { terms(0, 0).count }

  /// The formula as it is printed, with t and u in orders of magnitude.
  public var formula: String {
    switch self {
    case .additive: "logit = a + b·t + d·u"
    case .interaction: "logit = a + b·t + d·u + e·t·u"
    case .curved: "logit = a + b·t + d·u + g·t² + h·u²"
    }
  }
}
