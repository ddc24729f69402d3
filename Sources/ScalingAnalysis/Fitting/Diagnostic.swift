/// A weakness of a fit: its data, not its input, are the reason.
public struct Diagnostic: Sendable, Equatable, Codable {
  /// A stable code.
  public enum Code: String, Sendable, Codable, CaseIterable {
    /// The value the curve tends to is outside what y can be, or its interval does not close.
    case asymptoteNotIdentified = "asymptote-not-identified"
    /// A shape parameter lies on the edge of the searched box.
    case atBound = "at-bound"
    /// Too few observations for standard errors or for AICc.
    case tooFewPoints = "too-few-points"
    /// Fewer than two points on one side of the breakpoint.
    case breakpointAtEdge = "breakpoint-at-edge"
    /// The coefficients can hardly be told apart.
    case nearSingular = "near-singular"
    /// One observation decides the curve at its place.
    case leverage
    /// The independent check of the optimum failed.
    case notConverged = "not-converged"
    /// The curve passes through every point.
    case exactFit = "exact-fit"
    /// The curve leaves 0...1 within the range of the data.
    case outsideRange = "outside-range"
    /// The residuals cannot show how far other questions would differ.
    case sharedItems = "shared-items"
    /// The questions behind the points scatter them far more at one end than at the other.
    case unevenNoise = "uneven-noise"
    /// The points scatter more than the noise they are said to have.
    case overDispersed = "over-dispersed"
    /// Binomial noise holds the curve at 0 or 1, which it would leave.
    case atProbabilityEdge = "at-probability-edge"
    /// Robust noise takes many points for outliers.
    case manyOutliers = "many-outliers"
    /// Robust noise gives few points, or a bent curve, intervals that are too narrow.
    case robustNoise = "robust-noise"
    /// The intervals of a bent curve rest on hardly any degrees of freedom.
    case fewDegreesOfFreedom = "few-degrees-of-freedom"
    /// Refits without one question failed.
    case questionsLost = "questions-lost"
    /// Refits without one question cannot give the interval of a breakpoint.
    case breakpointJackknife = "breakpoint-jackknife"
    /// Some end of a coefficient's interval is open.
    case openInterval = "open-interval"
  }

  /// The stable code.
  public let code: Code
  /// What it means for this fit.
  public let message: String

  /// Whether a fit with this weakness may not be called decided.
  public var isBlocking: Bool {
    switch code {
    case .asymptoteNotIdentified, .atBound, .tooFewPoints, .breakpointAtEdge, .nearSingular,
      .notConverged, .atProbabilityEdge:
      true
    case .leverage, .exactFit, .outsideRange, .sharedItems, .openInterval, .unevenNoise,
      .overDispersed, .manyOutliers, .robustNoise, .fewDegreesOfFreedom, .questionsLost,
      .breakpointJackknife:
      false
    }
  }
}
