extension Formula {
  /// The observations for this formula: the response computed, the predictors by name.
  ///
  /// The first predictor becomes the x of the data.
  ///
  /// - Parameters:
  ///   - columns: the response and the predictors, by name.
  ///   - lines: the line of each row in its file, for messages; may be empty.
  /// - Throws: `FitError` when the response is not finite at a row, or columns are missing.
  public func data(_ columns: [DataColumn], lines: [Int] = []) throws(FitError) -> CurveData {
    try CurveData(self, columns, lines: lines)
  }

  /// The response at every row, and the columns in use.
  fileprivate func response(
    _ columns: [DataColumn], lines: [Int]
  ) throws(FitError) -> (y: [Double], used: [DataColumn]) {
    let used = try columnNames.map { name throws(FitError) in
      guard let column = columns.first(where: { $0.name == name }) else {
        throw FitError(code: .invalidFormula, description: "there is no column \(name)")
      }
      return column
    }
    let rows = used.first?.values.count ?? 0
    precondition(used.allSatisfy { $0.values.count == rows }, "columns have equal lengths")
    var y = Array(repeating: 0.0, count: rows)
    FormulaProgram([response]).run(
      rows: rows, columns: used.flatMap(\.values) + [0], parameters: [0], values: &y)
    if let row = y.indices.first(where: { !y[$0].isFinite }) {
      let inputs = columnNames.indices.filter { response.columns.contains($0) }.map {
        "\(columnNames[$0]) = \(plainNumber(used[$0].values[row]))"
      }
      throw FitError(
        code: .notFinite,
        description: "the response \(responseText) is not a finite number at "
          + (lines.isEmpty ? "row \(row + 1)" : "line \(lines[row])")
          + " (" + inputs.joined(separator: ", ") + "); drop such rows with --where")
    }
    return (y, used)
  }
}

extension CurveData {
  /// The observations for a formula.
  ///
  /// - Parameters:
  ///   - formula: what is fitted.
  ///   - columns: its response and its predictors.
  ///   - x: what is drawn along x; the formula's first predictor when absent.
  ///   - lines: the line of each row in its file, for messages; may be empty.
  ///   - items: questions behind each response, where they are known.
  ///   - weights: what is known of the precision of each response.
  public init(
    _ formula: Formula, _ columns: [DataColumn], x: DataColumn? = nil, lines: [Int] = [],
    items: [Double?]? = nil, weights: Weights = .none
  ) throws(FitError) {
    let (y, used) = try formula.response(columns, lines: lines)
    let predictors = formula.predictorNames.compactMap { name in
      used.first { $0.name == name }
    }
    let x = x ?? predictors.first ?? DataColumn("", y.indices.map { Double($0 + 1) })
    self.init(
      x: x.values, y: y, items: items, isAccuracy: false, xName: x.name, columns: predictors,
      lines: lines, weights: weights)
  }
}
