internal import LeastSquares

/// Why a user's curve cannot be fitted, in words that name the place or the parameters.
struct CurveWeakness {
  let model: any CurveModel
  let data: CurveData

  /// The curve is not finite at any start: the first row where it is not.
  func notFinite(_ problem: CurveProblem, shape: [Double]) -> FitError {
    let (columns, offset) = problem.basis(at: shape)
    let row = data.x.indices.first { row in
      columns.contains { !$0[row].isFinite } || !offset[row].isFinite
    }
    let start = zip(model.shapeParameters, shape)
      .map { "\($0.name) = \(shortNumber($1))" }.joined(separator: ", ")
    let place = row.map { " at " + words(forRow: $0) } ?? ""
    return FitError(
      code: .notFinite,
      description: "the curve is not a finite number" + place
        + (start.isEmpty ? "" : " for \(start)")
        + ": it overflows there or is not defined; give another --start, set --bound, or drop "
        + "such rows with --where")
  }

  /// A row by its line and its predictors.
  func words(forRow row: Int) -> String {
    let name = data.lines.isEmpty ? "row \(row + 1)" : "line \(data.lines[row])"
    let inputs = model.columnNames.map { column in
      "\(column) = \(data.column(column).map { plainNumber($0[row]) } ?? "?")"
    }
    return inputs.isEmpty ? name : "\(name) (\(inputs.joined(separator: ", ")))"
  }

  /// The parameters whose scaled columns cancel.
  func notIdentifiable(_ decomposition: JacobianDecomposition, freeShape: [Int]) -> FitError {
    let names =
      model.linearNames + freeShape.map { model.shapeParameters[$0].name }
    let direction = decomposition.weakestDirection
    let largest = direction.map { abs($0) }.max() ?? 0
    let involved = names.indices.filter {
      $0 < direction.count && abs(direction[$0]) > 0.1 * largest
    }.map { names[$0] }
    let list =
      involved.count > 1
      ? involved.dropLast().joined(separator: ", ") + " and " + (involved.last ?? "") : ""
    let problem =
      involved.count > 1
      ? "the observations cannot tell \(list) apart: a change of one is made up for by the others"
      : "the observations say nothing about \(involved.first ?? "a parameter"): the curve does "
        + "not change with it where it fits best"
    let columns = model.tableColumns
    let hint =
      columns.isEmpty
      ? ""
      : ". If one of them is meant as a column: the columns are "
        + columns.prefix(12).joined(separator: ", ")
        + (columns.count > 12 ? " and \(columns.count - 12) more" : "")
    return FitError(
      code: .notIdentifiable,
      description: problem + "; fix one with --fix, or write the formula with fewer parameters"
        + hint)
  }
}
