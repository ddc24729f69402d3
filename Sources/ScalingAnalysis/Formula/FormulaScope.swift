internal import ScalingData

/// What the names of a formula mean, and which were met.
///
/// A column's name is data. `pi` is the constant, and `e` is Euler's number where the formula
/// only uses it as the base of a power (`e^(-b*x)`), unless a column or a parameter that the user
/// mentions has that name. Every other name is a parameter.
struct FormulaScope {
  /// The columns of the table.
  let columns: [String]
  /// Names that are parameters whatever they look like, because a start, a bound or a fixed
  /// value was given for them.
  let mentioned: Set<String>
  /// Whether `e` is a constant in this formula.
  var isEulerNumber = false
  /// Whether the response is being read, which has no parameters.
  var isResponse = false
  /// Columns in order of first use.
  private(set) var columnNames: [String] = []
  /// Parameters in order of first use.
  private(set) var parameterNames: [String] = []

  init(columns: [String], mentioned: Set<String>) {
    self.columns = columns
    self.mentioned = mentioned
  }

  /// What a name stands for.
  mutating func node(
    _ name: String, quoted: Bool, _ token: FormulaToken, _ text: String
  ) throws(FitError) -> FormulaNode {
    if columns.contains(name) { return .column(Self.index(of: name, in: &columnNames)) }
    if quoted || isResponse { throw unknownColumn(name, token, text) }
    if !mentioned.contains(name) {
      if name == "pi" { return .number(Double.pi) }
      if name == "e", isEulerNumber { return .number(eulerNumber) }
    }
    return .parameter(Self.index(of: name, in: &parameterNames))
  }

  private static func index(of name: String, in names: inout [String]) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }

  private func unknownColumn(_ name: String, _ token: FormulaToken, _ text: String) -> FitError {
    let nearest =
      NearestName.suggestion(for: name, among: columns).map { "did you mean \($0)? " } ?? ""
    let shown = columns.prefix(12).joined(separator: ", ")
    let rest = columns.count > 12 ? " and \(columns.count - 12) more" : ""
    return .formula(
      text, at: token.start,
      "there is no column \(name); \(nearest)The columns are \(shown)\(rest)")
  }
}

/// e.
let eulerNumber = 2.718_281_828_459_045_235_360
