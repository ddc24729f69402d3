public import ScalingAnalysis
public import ScalingData

/// A formula before its table is known: the text, and what is known about its parameters.
public struct FormulaRequest: Sendable, Equatable {
  /// The formula as it was written.
  public var text: String
  /// Starts, bounds and fixed values.
  public var constraints: ParameterConstraints

  /// A formula as text, with what the user says of its parameters.
  public init(text: String, constraints: ParameterConstraints = ParameterConstraints()) {
    self.text = text
    self.constraints = constraints
  }

  /// Reads the columns of the formula from tables; x is its first predictor.
  ///
  /// - Throws: `FitError` when the formula cannot be read, `DataError` for the tables.
  public func read(_ request: TableRequest) throws -> (formula: Formula, table: SeriesTable) {
    var formula: Formula?
    var request = request
    request.valueUnit = .number
    let table = try SeriesTable(reading: request) { columns, request in
      let read = try Formula(text, columns: columns, parameters: constraints.names)
      formula = read
      request.predictors = read.columnNames
      request.x = request.x ?? read.predictorNames.first
      request.y = read.columnNames.first
    }
    guard let formula else { preconditionFailure("a table was read without its columns") }
    return (formula, try table.responding(with: formula))
  }
}

extension SeriesTable {
  /// The same table with the formula's response as its y.
  fileprivate func responding(with formula: Formula) throws -> SeriesTable {
    let place = inputs.map(\.path).joined(separator: ", ")
    let isColumn = formula.responseText == y.column
    return SeriesTable(
      inputs: inputs, roles: roles, x: x,
      y: ValueDescription(
        column: formula.responseText, unit: .number, title: formula.responseText),
      series: try series.map { series in
        do throws(FitError) {
          let response = try CurveData(series, formula, xName: x.column).y
          return Series(
            name: series.name,
            observations: zip(series.observations, response).map {
              $0.responding($1, isColumn: isColumn)
            })
        } catch {
          throw SeriesError(
            input: place, series: self.series.count > 1 ? series.name : nil, reason: error,
            otherCount: 0)
        }
      }, notes: notes)
  }
}

extension Observation {
  /// The same observation with another y; items and a standard error only hold for the column
  /// itself.
  fileprivate func responding(_ response: Double, isColumn: Bool) -> Observation {
    Observation(
      x: x, y: response, items: isColumn ? items : nil,
      standardError: isColumn ? standardError : nil, line: line,
      inputIndex: inputIndex, predictors: predictors, isHeldOut: isHeldOut,
      weight: weight)
  }
}

extension CurveData {
  /// The observations of a series of a table that was read for a formula.
  init(
    _ series: Series, _ formula: Formula, xName: String, weights: Weights.Kind? = nil
  ) throws(FitError) {
    let columns = formula.columnNames.indices.map { index in
      DataColumn(formula.columnNames[index], series.observations.map { $0.predictors[index] })
    }
    try self.init(
      formula, columns, x: DataColumn(xName, series.observations.map(\.x)),
      lines: series.observations.map(\.line), items: series.observations.map(\.items),
      weights: series.weights(weights))
  }
}
