extension ModelRanking {
  /// Derived figures of every fit, by family. The reciprocal of a coefficient is left out where
  /// a family has none of that name, and a value where a curve has none.
  ///
  /// - Throws: `FitError` when no family has a coefficient, a value or a doubling time that is
  ///   asked for, or a curve depends on more than x.
  public func derived(
    _ quantities: [DerivedQuantity], bootstraps: [ModelName: BootstrapResult]
  ) throws(FitError) -> [ModelName: [DerivedEstimate]] {
    var result: [ModelName: [DerivedEstimate]] = [:]
    guard !quantities.isEmpty else { return result }
    if quantities.contains(.doublingTime), entries.allSatisfy({ $0.fit.responseLogarithm == nil }) {
      throw FitError(
        code: .invalidQuantity,
        description:
          "the quantity \"doubling-time\": no curve is one of a logarithm; fit one, such "
          + "as --formula 'log2(y) ~ a + b*x'")
    }
    for quantity in quantities {
      guard case .reciprocal(let name) = quantity else { continue }
      let known = entries.flatMap { $0.fit.coefficients.map(\.name) }
      guard !known.contains(name) else { continue }
      var names: [String] = []
      for name in known where !names.contains(name) { names.append(name) }
      throw FitError(
        code: .invalidQuantity,
        description: "the quantity \"\(quantity)\": no curve has a coefficient \(name); the "
          + "coefficients are \(names.joined(separator: ", "))")
    }
    for entry in entries {
      var estimates: [DerivedEstimate] = []
      for quantity in quantities {
        let isElsewhere = entries.contains { $0.fit.isDefined(quantity) }
        if isElsewhere, !entry.fit.isDefined(quantity) { continue }
        let estimate = try entry.fit.derived(quantity, bootstrap: bootstraps[entry.fit.name])
        if let estimate { estimates.append(estimate) }
      }
      result[entry.fit.name] = estimates
    }
    return result
  }
}
