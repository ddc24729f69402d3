/// Which families to fit, and what is fixed in them.
public struct FamilySelection: Sendable, Equatable {
  /// A free coefficient, or one fixed at a value.
  public enum Level: Sendable, Equatable {
    case free
    case fixed(Double)
  }

  /// The families, in the order the user named them.
  public var names: [ModelName]
  /// The logistic's floor.
  public var floor: Level
  /// The logistic's ceiling.
  public var ceiling: Level
  /// What `ModelName.formula` stands for.
  public var formula: Formula?
  /// Starts, bounds and fixed values, for the formula and for every family that has the
  /// parameter.
  public var constraints: ParameterConstraints

  /// The standard set of families by default, with the logistic rising from a floor of zero.
  public init(
    names: [ModelName] = ModelName.standardSet, floor: Level = .fixed(0), ceiling: Level = .free,
    formula: Formula? = nil, constraints: ParameterConstraints = ParameterConstraints()
  ) {
    self.formula = formula
    self.constraints = constraints
    self.names = names
    self.floor = floor
    self.ceiling = ceiling
  }

  /// Fits every family to the observations and ranks them.
  ///
  /// - Throws: the reason of the first family when none can be fitted.
  public func rank(
    _ data: CurveData, level: Double = 0.95, noise: Noise = .gaussian
  ) throws(FitError) -> ModelRanking {
    var fits: [Fit] = []
    var skipped: [ModelRanking.Skipped] = []
    try requireKnownConstraints(for: data)
    for name in names {
      do throws(FitError) {
        fits.append(try constrained(name, for: data).fit(to: data, level: level, noise: noise))
      } catch {
        skipped.append(ModelRanking.Skipped(model: name, reason: error))
      }
    }
    if fits.isEmpty, let first = skipped.first { throw first.reason }
    return ModelRanking(fits, skipped: skipped)
  }

  /// The family of a name, oriented as the observations are.
  public func model(_ name: ModelName, for data: CurveData) -> any CurveModel {
    switch name {
    case .constant: ConstantModel()
    case .linear: LinearModel()
    case .logLinear: LogLinearModel()
    case .powerLaw: PowerLawModel()
    case .saturatingPower: SaturatingPowerModel()
    case .saturatingExponential: SaturatingExponentialModel()
    case .logistic:
      LogisticModel(
        floor: Self.value(floor), ceiling: Self.value(ceiling), isFalling: data.falls)
    case .hinge: HingeModel()
    case .brokenPower: BrokenPowerModel()
    case .formula: preconditionFailure("a formula is no family; see constrained(_:for:)")
    }
  }

  private static func value(_ level: Level) -> Double? {
    guard case .fixed(let value) = level else { return nil }
    return value
  }
}

extension CurveData {
  /// Whether y goes down with x on the whole.
  var falls: Bool {
    StraightLine(x: log2x, y: y).map { $0.slope < 0 } ?? false
  }
}
