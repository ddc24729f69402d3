internal import ScalingData

extension CurveData {
  /// Some of the observations, in the order of `rows`.
  public func rows(_ rows: [Int]) -> CurveData {
    CurveData(
      x: rows.map { x[$0] }, y: rows.map { y[$0] }, items: rows.map { items[$0] },
      isAccuracy: isAccuracy, xName: xName,
      columns: columns.map { column in
        DataColumn(column.name, rows.map { column.values[$0] })
      },
      lines: lines.isEmpty ? [] : rows.map { lines[$0] }, weights: weights.rows(rows),
      questions: questions?.rows(rows))
  }

  /// The observations to fit and those held out of the fit.
  public func split(heldOut: [Bool]) -> (fitted: CurveData, heldOut: CurveData) {
    guard heldOut.contains(true) else { return (self, rows([])) }
    return (
      rows(heldOut.indices.filter { !heldOut[$0] }), rows(heldOut.indices.filter { heldOut[$0] })
    )
  }

  /// - Throws: `FitError` when so many points are held out that too few are left for any curve.
  public func requireEnough(afterHoldingOut heldOut: Int) throws(FitError) {
    guard heldOut > 0, count < 3 else { return }
    let rest = count == 0 ? "none is" : count == 1 ? "1 is" : "\(count) are"
    throw FitError(
      code: .tooFewPoints,
      description: "\(heldOut) of \(count + heldOut) points are held out and \(rest) left: a "
        + "curve needs at least 3; hold out fewer")
  }
}
