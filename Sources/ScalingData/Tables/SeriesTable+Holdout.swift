extension SeriesTable {
  /// The observations that are kept from the fit.
  public var heldOutCount: Int {
    series.reduce(0) { $0 + $1.observations.count(where: \.isHeldOut) }
  }

  /// The same table with the `count` observations of largest x held out in each series, beside
  /// those that are held out already. Of replicates at one x the later ones are taken first.
  public func holdingOut(largest count: Int) -> SeriesTable {
    SeriesTable(
      inputs: inputs, roles: roles, x: x, y: y,
      series: series.map { $0.holdingOut(largest: count) }, notes: notes, omitted: omitted)
  }
}

extension Series {
  fileprivate func holdingOut(largest count: Int) -> Series {
    let start = observations.count - count
    return Series(
      name: name, labels: labels,
      observations: observations.enumerated().map { index, observation in
        index < start ? observation : observation.heldOut
      }, questions: questions)
  }
}

extension Observation {
  /// The same observation, kept from the fit.
  fileprivate var heldOut: Observation {
    Observation(
      x: x, y: y, items: items, standardError: standardError, line: line, inputIndex: inputIndex,
      predictors: predictors, isHeldOut: true, weight: weight)
  }
}
