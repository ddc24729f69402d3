extension FamilySelection {
  /// The family of a name with the user's constraints: a family that has one of the constrained
  /// parameters becomes its own formula.
  public func constrained(
    _ name: ModelName, for data: CurveData
  ) throws(FitError) -> any CurveModel {
    if name == .formula {
      guard let formula else {
        throw FitError(code: .invalidFormula, description: "there is no formula to fit")
      }
      var own = constraints
      if names.count > 1 { own = own.restricted(to: formula.parameterNames) }
      return try FormulaModel(formula, constraints: own)
    }
    let family = model(name, for: data)
    let formula = try Formula(
      family.formula, columns: ["x", "y"], parameters: Set(parameters(of: family)))
    var own = constraints.restricted(to: formula.parameterNames)
    guard !own.isEmpty else { return family }
    for fixed in family.fixedCoefficients where !own.names.contains(fixed.name) {
      own.fixed[fixed.name] = fixed.value
    }
    for parameter in family.shapeParameters where !own.names.contains(parameter.name) {
      own.bounds[parameter.name] = parameter.range
    }
    own.startNear(family, data)
    return try FormulaModel(formula, constraints: own, name: name)
  }

  private func parameters(of family: any CurveModel) -> [String] {
    family.linearNames + family.shapeParameters.map(\.name) + family.fixedCoefficients.map(\.name)
  }

  /// - Throws: `FitError` when a constraint is for a parameter that nothing has.
  func requireKnownConstraints(for data: CurveData) throws(FitError) {
    var known: [String] = formula?.parameterNames ?? []
    for name in names where name != .formula {
      for parameter in parameters(of: model(name, for: data)) where !known.contains(parameter) {
        known.append(parameter)
      }
    }
    let unknown = constraints.names.subtracting(known)
    guard !unknown.isEmpty else { return }
    try constraints.validate(against: known)
  }
}

extension ParameterConstraints {
  /// The constraints of some parameters only.
  func restricted(to names: [String]) -> ParameterConstraints {
    ParameterConstraints(
      starts: starts.filter { names.contains($0.key) },
      bounds: bounds.filter { names.contains($0.key) },
      fixed: fixed.filter { names.contains($0.key) })
  }
}

extension ParameterConstraints {
  /// Starts parameters that the user leaves open where a family's own search would.
  fileprivate mutating func startNear(_ family: any CurveModel, _ data: CurveData) {
    guard let shape = family.startingShapes(for: data).first else { return }
    for (parameter, value) in zip(family.shapeParameters, shape)
    where starts[parameter.name] == nil && fixed[parameter.name] == nil {
      let range = bounds[parameter.name] ?? (-Double.infinity)...Double.infinity
      starts[parameter.name] = min(
        max(parameter.reported(value), range.lowerBound), range.upperBound)
    }
  }
}

extension ShapeParameter {
  /// The values that the parameter can be reported with, or `nil` for any.
  var range: ClosedRange<Double>? {
    switch link {
    case .identity: nil
    case .exponentialBase2: 0...Double.infinity
    case .exponential(let sign): sign < 0 ? (-Double.infinity)...0 : 0...Double.infinity
    }
  }
}
