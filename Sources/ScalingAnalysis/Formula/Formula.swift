/// A curve written by the user: `y ~ b1*(1-exp(-b2*x))`.
///
/// Left of `~` stands the response, a column or a function of columns; right of it the curve.
/// Names that are columns are data, other names are parameters to be fitted. Operators are
/// `+ - * / ^` (also `**`, from the right), functions `exp log log2 log10 sqrt sin cos tan atan
/// tanh erf abs logistic min max`, and column names with spaces or symbols go in backticks.
///
/// ```swift
/// let formula = try Formula("y ~ b1*(1-exp(-b2*x))", columns: ["x", "y"])
/// formula.parameterNames  // ["b1", "b2"]
/// ```
public struct Formula: Sendable, Equatable {
  /// The formula as it was written.
  public let text: String
  /// The columns in use, in order of appearance: those of the response first.
  public let columnNames: [String]
  /// The columns of the curve, in order of appearance in the formula.
  public let predictorNames: [String]
  /// The parameters, in order of appearance.
  public let parameterNames: [String]

  /// The columns of the table, in use or not.
  public let tableColumns: [String]

  /// The response over `columnNames`.
  let response: FormulaNode
  /// The curve over `columnNames` and `parameterNames`.
  let curve: FormulaNode

  /// Reads a formula for a table with the given columns.
  ///
  /// - Parameters:
  ///   - text: a response and an expression, such as `log(loss) ~ a - b*log(tokens)`.
  ///   - columns: the names that the table has; every other name is a parameter.
  ///   - parameters: names that are parameters even where they look like a constant (`pi`, `e`),
  ///     such as those with a starting value.
  /// - Throws: `FitError` that shows the place of what cannot be read.
  public init(
    _ text: String, columns: [String], parameters: Set<String> = []
  ) throws(FitError) {
    var parser = try FormulaParser(
      text, scope: FormulaScope(columns: columns, mentioned: parameters))
    let parsed = try parser.formula()
    self.text = text
    tableColumns = columns
    response = parsed.response
    curve = parsed.curve
    columnNames = parsed.scope.columnNames
    parameterNames = parsed.scope.parameterNames
    let names = columnNames
    predictorNames = parsed.curve.columns.sorted().map { names[$0] }
  }

  /// A title for the response: its column, or the expression as written.
  public var responseText: String {
    guard let end = text.firstIndex(where: { $0 == "~" || $0 == "=" }) else { return text }
    var result = text[..<end]
    while result.last?.isWhitespace ?? false { result.removeLast() }
    while result.first?.isWhitespace ?? false { result.removeFirst() }
    if case .column(let index) = response { return columnNames[index] }
    return String(result)
  }
}
