internal import ScalingData

/// What the user knows about parameters before a fit: where to start, between which bounds, and
/// which are fixed.
public struct ParameterConstraints: Sendable, Equatable {
  /// Starting values by name.
  public var starts: [String: Double]
  /// Bounds by name; an end may be infinite.
  public var bounds: [String: ClosedRange<Double>]
  /// Fixed values by name.
  public var fixed: [String: Double]

  /// No constraint unless one is given.
  public init(
    starts: [String: Double] = [:], bounds: [String: ClosedRange<Double>] = [:],
    fixed: [String: Double] = [:]
  ) {
    self.starts = starts
    self.bounds = bounds
    self.fixed = fixed
  }

  /// Whether nothing is constrained.
  public var isEmpty: Bool { starts.isEmpty && bounds.isEmpty && fixed.isEmpty }

  /// Every name that a constraint is given for.
  public var names: Set<String> { Set(starts.keys).union(bounds.keys).union(fixed.keys) }

  /// - Throws: `FitError` when a name is no parameter, or constraints contradict each other.
  func validate(against parameters: [String]) throws(FitError) {
    for name in names.sorted() where !parameters.contains(name) {
      let nearest = NearestName.suggestion(for: name, among: parameters)
      throw Self.error(
        "there is no parameter \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "")
          + " The parameters are " + parameters.joined(separator: ", "))
    }
    for (name, value) in starts.sorted(by: { $0.key < $1.key }) {
      guard value.isFinite else { throw Self.error("the start of \(name) is not a finite number") }
      if fixed[name] != nil {
        throw Self.error("\(name) has a start and is fixed; leave one of them out")
      }
      guard let range = bounds[name], !range.contains(value) else { continue }
      throw Self.error(
        "the start \(name) = \(plainNumber(value)) lies outside its bounds "
          + Self.text(range) + "; move the start or the bounds")
    }
    for (name, value) in fixed.sorted(by: { $0.key < $1.key }) {
      guard value.isFinite else { throw Self.error("the fixed \(name) is not a finite number") }
      if bounds[name] != nil {
        throw Self.error("\(name) has bounds and is fixed; leave one of them out")
      }
    }
    for (name, range) in bounds.sorted(by: { $0.key < $1.key })
    where range.lowerBound == range.upperBound {
      throw Self.error(
        "both bounds of \(name) are \(plainNumber(range.lowerBound)); fix it instead")
    }
    if !parameters.isEmpty, parameters.allSatisfy({ fixed[$0] != nil }) {
      throw Self.error("every parameter is fixed: there is nothing to fit")
    }
  }

  /// Bounds as they are typed.
  static func text(_ range: ClosedRange<Double>) -> String {
    (range.lowerBound.isFinite ? plainNumber(range.lowerBound) : "") + ".."
      + (range.upperBound.isFinite ? plainNumber(range.upperBound) : "")
  }

  private static func error(_ problem: String) -> FitError {
    FitError(code: .invalidConstraint, description: problem)
  }
}
