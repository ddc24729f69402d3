extension FormulaNode {
  /// −operand, with a number computed at once.
  static func minus(_ operand: FormulaNode) -> FormulaNode {
    switch operand {
    case .number(let value): .number(-value)
    case .negated(let inner): inner
    default: .negated(operand)
    }
  }

  /// A function of an operand, with a number computed at once.
  static func applying(_ function: FormulaFunction, _ operand: FormulaNode) -> FormulaNode {
    guard case .number(let value) = operand else { return .call(function, operand) }
    return .number(function.value(value))
  }

  /// Two operands joined, with numbers computed at once and neutral elements left out.
  ///
  /// 0·a stays: where `a` is not a number, neither is the product.
  static func joining(
    _ symbol: FormulaOperator, _ left: FormulaNode, _ right: FormulaNode
  ) -> FormulaNode {
    switch (symbol, left, right) {
    case (_, .number(let a), .number(let b)): .number(symbol.value(a, b))
    case (.add, .number(0), _), (.multiply, .number(1), _): right
    case (.add, _, .number(0)), (.subtract, _, .number(0)): left
    case (.multiply, _, .number(1)), (.divide, _, .number(1)), (.power, _, .number(1)): left
    case (.subtract, .number(0), _): .minus(right)
    default: .binary(symbol, left, right)
    }
  }
}

extension FormulaOperator {
  /// The value for two numbers.
  func value(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: raise(a, to: b)
    case .minimum: b < a || b.isNaN ? b : a
    case .maximum: b > a || b.isNaN ? b : a
    }
  }
}

extension FormulaFunction {
  /// The value for a number.
  func value(_ x: Double) -> Double {
    switch self {
    case .exp: exponential(x)
    case .log: logarithm(x)
    case .log2: logarithmBase2(x)
    case .log10: logarithmBase10(x)
    case .sqrt: x.squareRoot()
    case .sin: sine(x)
    case .cos: cosine(x)
    case .tan: tangent(x)
    case .atan: arcTangent(x)
    case .tanh: hyperbolicTangent(x)
    case .erf: errorFunction(x)
    case .abs: Swift.abs(x)
    case .logistic: 1 / (1 + exponential(-x))
    }
  }

  /// The derivative at x, given the value there.
  func slope(_ x: Double, value: Double) -> Double {
    switch self {
    case .exp: value
    case .log: 1 / x
    case .log2: 1 / (x * naturalLogarithmOf2)
    case .log10: 1 / (x * naturalLogarithmOf10)
    case .sqrt: 0.5 / value
    case .sin: cosine(x)
    case .cos: -sine(x)
    case .tan: 1 + value * value
    case .atan: 1 / (1 + x * x)
    case .tanh: 1 - value * value
    case .erf: twoOverRootPi * exponential(-x * x)
    case .abs: x > 0 ? 1 : (x < 0 ? -1 : 0)
    case .logistic: value * (1 / (1 + exponential(x)))
    }
  }
}
