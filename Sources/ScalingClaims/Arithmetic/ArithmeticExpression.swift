internal import ScalingAnalysis

/// A small formula of named figures: + − * / ^, parentheses, log10, log2, ln, exp, sqrt.
public struct ArithmeticExpression: Sendable, Equatable {
  indirect enum Node: Sendable, Equatable {
    case number(Double)
    case name(String)
    case binary(Character, Node, Node)
    case function(String, Node)
  }

  /// The formula as it was written.
  public let text: String
  let root: Node

  /// Reads a formula.
  public init(_ text: String) throws(ClaimError) {
    var parser = ArithmeticParser(text)
    root = try parser.parse()
    self.text = text
  }

  /// The names of figures in order of appearance.
  public var names: [String] {
    var result: [String] = []
    Self.collect(root, &result)
    return result
  }

  private static func collect(_ node: Node, _ names: inout [String]) {
    switch node {
    case .number: break
    case .name(let name): if !names.contains(name) { names.append(name) }
    case .function(_, let operand): collect(operand, &names)
    case .binary(_, let left, let right):
      collect(left, &names)
      collect(right, &names)
    }
  }

  /// All values that the figures allow if each occurs once; too wide otherwise.
  public func value(_ figures: [String: Bounds]) throws(ClaimError) -> Bounds {
    try Self.value(root, figures)
  }

  private static func value(
    _ node: Node, _ figures: [String: Bounds]
  ) throws(ClaimError) -> Bounds {
    switch node {
    case .number(let value): return Bounds(value)
    case .name(let name):
      guard let bounds = figures[name] else { throw ClaimError("no figure is called \(name)") }
      return bounds
    case .function(let name, let operand):
      let bounds = try value(operand, figures)
      return try bounds.mapped(name) { argument in
        switch name {
        case "log10": logarithmBase10(argument)
        case "log2": logarithm(argument) / naturalLogarithmOf2
        case "ln": logarithm(argument)
        case "exp": exponential(argument)
        default: argument.squareRoot()
        }
      }
    case .binary(let sign, let left, let right):
      let (a, b) = (try value(left, figures), try value(right, figures))
      switch sign {
      case "+": return try a.plus(b, sign: 1)
      case "-": return try a.plus(b, sign: -1)
      case "*": return a.times(b)
      case "/": return try a.over(b)
      default: return try a.raised(to: b)
      }
    }
  }
}

/// Reads formulas by recursive descent.
private struct ArithmeticParser {
  private let characters: [Character]
  private let text: String
  private var place = 0

  static let functions = ["log10", "log2", "ln", "exp", "sqrt"]

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func parse() throws(ClaimError) -> ArithmeticExpression.Node {
    let node = try sum()
    guard peek() == nil else { throw unexpected() }
    return node
  }

  private mutating func peek() -> Character? {
    while place < characters.count, characters[place] == " " { place += 1 }
    return place < characters.count ? characters[place] : nil
  }

  private mutating func take(_ signs: String) -> Character? {
    guard let next = peek(), signs.contains(next) else { return nil }
    place += 1
    return next
  }

  private mutating func unexpected() -> ClaimError {
    let found = peek().map { "\"\($0)\"" } ?? "the end"
    return ClaimError(
      "the formula \"\(text)\", character \(place + 1): \(found) was not expected; write figures by "
        + "name with + - * / ^ and \(Self.functions.joined(separator: ", "))")
  }

  private mutating func sum() throws(ClaimError) -> ArithmeticExpression.Node {
    var node = try product()
    while let sign = take("+-") { node = .binary(sign, node, try product()) }
    return node
  }

  private mutating func product() throws(ClaimError) -> ArithmeticExpression.Node {
    var node = try power()
    while let sign = take("*/") { node = .binary(sign, node, try power()) }
    return node
  }

  private mutating func power() throws(ClaimError) -> ArithmeticExpression.Node {
    let base = try factor()
    guard take("^") != nil else { return base }
    return .binary("^", base, try power())
  }

  private mutating func factor() throws(ClaimError) -> ArithmeticExpression.Node {
    if take("-") != nil { return .binary("-", .number(0), try factor()) }
    if take("(") != nil {
      let node = try sum()
      guard take(")") != nil else { throw unexpected() }
      return node
    }
    guard let first = peek() else { throw unexpected() }
    if first.isNumber { return try number() }
    guard first.isLetter else { throw unexpected() }
    return try named()
  }

  private mutating func word(_ belongs: (Character) -> Bool) -> String {
    let start = place
    while place < characters.count, belongs(characters[place]) { place += 1 }
    return String(characters[start..<place])
  }

  private mutating func number() throws(ClaimError) -> ArithmeticExpression.Node {
    let digits = word { $0.isNumber || $0 == "." || $0 == "e" }
    guard let value = Double(digits) else { throw unexpected() }
    return .number(value)
  }

  private mutating func named() throws(ClaimError) -> ArithmeticExpression.Node {
    let name = word { $0.isLetter || $0.isNumber || $0 == "_" }
    guard Self.functions.contains(name) else { return .name(name) }
    guard take("(") != nil else { throw unexpected() }
    let operand = try sum()
    guard take(")") != nil else { throw unexpected() }
    return .function(name, operand)
  }
}
