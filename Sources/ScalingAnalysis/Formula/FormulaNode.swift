/// An expression over columns and parameters, as a tree.
indirect enum FormulaNode: Hashable, Sendable {
  case number(Double)
  /// A column, by its position among the formula's columns.
  case column(Int)
  /// A parameter, by its position among the formula's parameters.
  case parameter(Int)
  case negated(FormulaNode)
  case binary(FormulaOperator, FormulaNode, FormulaNode)
  case call(FormulaFunction, FormulaNode)
}

/// What joins two operands.
enum FormulaOperator: Hashable, Sendable {
  case add, subtract, multiply, divide, power, minimum, maximum
}

/// A function of one argument.
enum FormulaFunction: String, Hashable, Sendable, CaseIterable {
  case exp, log, log2, log10, sqrt, sin, cos, tan, atan, tanh, erf, abs, logistic
}

extension FormulaNode {
  /// The operands of a node, from left to right.
  var operands: [FormulaNode] {
    switch self {
    case .number, .column, .parameter: []
    case .negated(let operand), .call(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    }
  }

  /// The parameters below a node.
  var parameters: Set<Int> {
    if case .parameter(let index) = self { return [index] }
    return operands.reduce(into: []) { $0.formUnion($1.parameters) }
  }

  /// The columns below a node.
  var columns: Set<Int> {
    if case .column(let index) = self { return [index] }
    return operands.reduce(into: []) { $0.formUnion($1.columns) }
  }

  /// The node and everything below it.
  var subtrees: [FormulaNode] { [self] + operands.flatMap(\.subtrees) }

  /// Whether slopes may jump: a minimum, a maximum or an absolute value of a parameter.
  var hasKinks: Bool {
    subtrees.contains { node in
      switch node {
      case .binary(.minimum, _, _), .binary(.maximum, _, _), .call(.abs, _):
        !node.parameters.isEmpty
      default: false
      }
    }
  }

  /// The same tree with some parameters set to numbers and the others renumbered.
  func substituting(_ replacement: (Int) -> FormulaNode) -> FormulaNode {
    switch self {
    case .number, .column: self
    case .parameter(let index): replacement(index)
    case .negated(let operand): .minus(operand.substituting(replacement))
    case .call(let function, let operand):
      .applying(function, operand.substituting(replacement))
    case .binary(let symbol, let left, let right):
      .joining(symbol, left.substituting(replacement), right.substituting(replacement))
    }
  }
}
