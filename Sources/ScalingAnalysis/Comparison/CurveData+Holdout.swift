extension CurveData {
  /// Some of the observations, in the order of `rows`.
  public func rows(_ rows: [Int]) -> CurveData {
    CurveData(
      x: rows.map { x[$0] }, y: rows.map { y[$0] }, items: rows.map { items[$0] },
      isAccuracy: isAccuracy, xName: xName,
      columns: columns.map { column in
        DataColumn(column.name, rows.map { column.values[$0] })
      },
      lines: lines.isEmpty ? [] : rows.map { lines[$0] })
  }

  /// The observations to fit and those held out of the fit.
  ///
  /// - Throws: `FitError` when too few are left for any curve.
  public func split(heldOut: [Bool]) throws(FitError) -> (fitted: CurveData, heldOut: CurveData) {
    let held = heldOut.indices.filter { heldOut[$0] }
    let left = heldOut.indices.filter { !heldOut[$0] }
    guard held.isEmpty || left.count >= 3 else {
      let rest = left.isEmpty ? "none is" : left.count == 1 ? "1 is" : "\(left.count) are"
      throw FitError(
        code: .tooFewPoints,
        description: "\(held.count) of \(count) points are held out and \(rest) left: a curve "
          + "needs at least 3; hold out fewer")
    }
    return (rows(left), rows(held))
  }
}
