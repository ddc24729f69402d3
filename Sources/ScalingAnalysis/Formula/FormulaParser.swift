internal import ScalingData

/// Reads the two sides of a formula: recursive descent over its tokens.
///
/// From loose to tight: `+ -`, `* /`, signs, `^` (which groups from the right, so that
/// 2^3^2 is 2^9 and −x^2 is −(x^2)).
struct FormulaParser {
  private let text: String
  private let tokens: [FormulaToken]
  private var position = 0
  private var scope: FormulaScope

  init(_ text: String, scope: FormulaScope) throws(FitError) {
    self.text = text
    let cut = try FormulaTokens(text)
    tokens = cut.tokens
    self.scope = scope
    self.scope.isEulerNumber = Self.usesEulerNumber(cut.tokens)
  }

  /// `e` means Euler's number where every use of it is the base of a power.
  private static func usesEulerNumber(_ tokens: [FormulaToken]) -> Bool {
    zip(tokens, tokens.dropFirst()).allSatisfy { token, next in
      token.kind != .name("e") || next.kind == .symbol("^")
    }
  }

  /// The response, the curve and the names that were met.
  mutating func formula() throws(FitError) -> (
    response: FormulaNode, curve: FormulaNode, scope: FormulaScope
  ) {
    let hasTilde = tokens.contains { $0.kind == .symbol("~") }
    guard hasTilde else {
      throw error(
        "there is no ~ between the response and the curve; write for example "
          + "'y ~ a + b*log(x)'", at: tokens[tokens.count - 1])
    }
    scope.isResponse = true
    let response = try sum()
    guard next.kind == .symbol("~") else { throw unexpected(next) }
    guard !response.columns.isEmpty else {
      throw error("the response, left of ~, names no column", at: tokens[0])
    }
    position += 1
    scope.isResponse = false
    let curve = try sum()
    guard next.kind == .end else { throw unexpected(next) }
    guard !scope.parameterNames.isEmpty else {
      throw error(
        "there is no parameter to fit: every name right of ~ is a column or a constant",
        at: tokens[tokens.firstIndex { $0.kind == .symbol("~") }.map { $0 + 1 } ?? 0])
    }
    return (response, curve, scope)
  }

  private var next: FormulaToken { tokens[position] }

  private mutating func take(_ symbol: Character) -> Bool {
    guard next.kind == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func sum() throws(FitError) -> FormulaNode {
    var result = try product()
    while true {
      if take("+") {
        result = .joining(.add, result, try product())
      } else if take("-") {
        result = .joining(.subtract, result, try product())
      } else {
        return result
      }
    }
  }

  private mutating func product() throws(FitError) -> FormulaNode {
    var result = try signed()
    while true {
      if take("*") {
        result = .joining(.multiply, result, try signed())
      } else if take("/") {
        result = .joining(.divide, result, try signed())
      } else {
        return result
      }
    }
  }

  private mutating func signed() throws(FitError) -> FormulaNode {
    if take("-") { return .minus(try signed()) }
    if take("+") { return try signed() }
    let base = try primary()
    return take("^") ? .joining(.power, base, try signed()) : base
  }

  private mutating func primary() throws(FitError) -> FormulaNode {
    let token = next
    position += 1
    switch token.kind {
    case .number(let value): return .number(value)
    case .quoted(let name): return try scope.node(name, quoted: true, token, text)
    case .name(let name):
      guard next.kind == .symbol("(") else {
        return try scope.node(name, quoted: false, token, text)
      }
      return try call(name, token)
    case .symbol("("):
      let inner = try sum()
      try close(token)
      return inner
    default:
      position -= 1
      throw missingOperand(token)
    }
  }

  private mutating func call(_ name: String, _ token: FormulaToken) throws(FitError) -> FormulaNode
  {
    let opening = next
    position += 1
    guard FormulaFunction.names.contains(name) else {
      let nearest = NearestName.suggestion(for: name, among: FormulaFunction.names)
      let isName = scope.columns.contains(name)
      throw error(
        isName
          ? "\(name) is a column, not a function; write \(name)*(…) for a product"
          : "there is no function \(name)" + (nearest.map { "; did you mean \($0)?" } ?? "")
            + " The functions are " + FormulaFunction.names.joined(separator: ", "),
        at: token)
    }
    var arguments = [try sum()]
    while take(",") { arguments.append(try sum()) }
    try close(opening)
    if let symbol = FormulaFunction.choices[name] {
      guard arguments.count >= 2 else {
        throw error("\(name) compares at least two values", at: token)
      }
      return arguments.dropFirst().reduce(arguments[0]) { .joining(symbol, $0, $1) }
    }
    guard arguments.count == 1, let function = FormulaFunction(word: name) else {
      throw error("\(name) takes one value, not \(arguments.count)", at: token)
    }
    return .applying(function, arguments[0])
  }

  private mutating func close(_ opening: FormulaToken) throws(FitError) {
    guard !take(")") else { return }
    if next.kind == .end || next.kind == .symbol("~") {
      throw error("this parenthesis is not closed", at: opening)
    }
    throw unexpected(next)
  }

  private func unexpected(_ token: FormulaToken) -> FitError {
    switch token.kind {
    case .symbol(")"): error("this parenthesis closes nothing", at: token)
    case .symbol(","): error("a comma only separates the values of min and max", at: token)
    case .symbol("~"): error("there is a second ~", at: token)
    case .end: missingOperand(token)
    default: error("an operator such as * is missing before this", at: token)
    }
  }

  private func missingOperand(_ token: FormulaToken) -> FitError {
    switch token.kind {
    case .end: error("something is missing at the end", at: token)
    case .symbol(")") where position > 0 && tokens[position - 1].kind == .symbol("("):
      error("there is nothing between these parentheses", at: tokens[position - 1])
    case .symbol(let symbol): error("something is missing before \(symbol)", at: token)
    default: error("something is missing here", at: token)
    }
  }

  private func error(_ problem: String, at token: FormulaToken) -> FitError {
    .formula(text, at: token.start, problem)
  }
}

extension FormulaFunction {
  /// The function of a word; `ln` is another word for `log`.
  init?(word: String) {
    self.init(rawValue: word == "ln" ? "log" : word)
  }

  /// Words that choose among two or more values.
  static let choices: [String: FormulaOperator] = ["min": .minimum, "max": .maximum]

  /// All words that a parenthesis may follow.
  static let names = allCases.map(\.rawValue) + ["ln", "min", "max"]
}
