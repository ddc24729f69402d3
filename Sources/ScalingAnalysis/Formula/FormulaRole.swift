/// What a shape parameter does in a curve, as far as its place in the tree tells: the magnitude
/// at which a search should look for it.
enum FormulaRole: Equatable {
  /// Multiplies something of this size, as in exp(−b·x).
  case rate(of: Double)
  /// Divides something of this size, as in x/b.
  case size(Double)
  /// Is subtracted from or compared with something in this range, as in x − b.
  case location(ClosedRange<Double>)
  /// Is the power of something that varies by this factor (its logarithm).
  case exponent(logarithmicRange: Double)
  /// Anything else.
  case any

  /// A value to try.
  func sample(_ random: inout RandomSource) -> Double {
    let sign = random.unit() < 0.3 ? -1.0 : 1.0
    switch self {
    case .rate(let size): return sign * Self.magnitude(0.02...50, &random) / size
    case .size(let size): return sign * Self.magnitude(0.01...10, &random) * size
    case .location(let range):
      let width = range.upperBound - range.lowerBound
      return range.lowerBound + (1.2 * random.unit() - 0.1) * width
    case .exponent(let range): return sign * Self.magnitude(0.05...20, &random) / range
    case .any: return sign * Self.magnitude(1e-3...1e3, &random)
    }
  }

  private static func magnitude(
    _ range: ClosedRange<Double>, _ random: inout RandomSource
  ) -> Double {
    let low = logarithm(range.lowerBound)
    return exponential(low + random.unit() * (logarithm(range.upperBound) - low))
  }
}

/// Finds the roles of a parameter by walking down a curve's tree.
struct FormulaRoles {
  private let curve: FormulaNode
  private let columns: [[Double]]

  init(_ curve: FormulaNode, columns: [[Double]]) {
    self.curve = curve
    self.columns = columns
  }

  /// The roles of a parameter, `any` when its place tells nothing.
  func roles(of parameter: Int) -> [FormulaRole] {
    var found: [FormulaRole] = []
    collect(parameter, in: curve, &found)
    let unique = found.enumerated().filter { !found[..<$0.offset].contains($0.element) }
    return unique.isEmpty ? [.any] : unique.map(\.element)
  }

  private func collect(_ parameter: Int, in node: FormulaNode, _ found: inout [FormulaRole]) {
    if case .binary(let symbol, let left, let right) = node {
      if let exponent = Self.power(of: parameter, in: left),
        let role = role(symbol, isLeft: true, partner: right, exponent)
      {
        found.append(role)
      }
      if let exponent = Self.power(of: parameter, in: right),
        let role = role(symbol, isLeft: false, partner: left, exponent)
      {
        found.append(role)
      }
    }
    for operand in node.operands { collect(parameter, in: operand, &found) }
  }

  /// The power to which a node raises the parameter, times factors that do not depend on data.
  private static func power(of parameter: Int, in node: FormulaNode) -> Double? {
    switch node {
    case .parameter(parameter): return 1
    case .negated(let operand): return power(of: parameter, in: operand)
    case .binary(.power, let base, .number(let exponent)) where exponent != 0:
      return power(of: parameter, in: base).map { $0 * exponent }
    case .binary(.multiply, let left, let right), .binary(.divide, let left, let right):
      guard node.columns.isEmpty else { return nil }
      if let exponent = power(of: parameter, in: left) { return exponent }
      guard let exponent = power(of: parameter, in: right) else { return nil }
      if case .binary(.divide, _, _) = node { return -exponent }
      return exponent
    default: return nil
    }
  }

  private func role(
    _ symbol: FormulaOperator, isLeft: Bool, partner: FormulaNode, _ exponent: Double
  ) -> FormulaRole? {
    guard !partner.columns.isEmpty else { return nil }
    let values = values(of: partner)
    guard let low = values.min(), let high = values.max() else { return nil }
    let magnitudes = values.map { abs($0) }.filter { $0 > 0 }.sorted()
    guard let largest = magnitudes.last else { return nil }
    let typical = magnitudes[magnitudes.count / 2]
    let root = { (value: Double) in raise(value, to: 1 / abs(exponent)) }
    switch symbol {
    case .multiply:
      return exponent > 0 ? .rate(of: root(typical)) : .size(root(typical))
    case .divide:
      let divides = isLeft ? exponent < 0 : exponent > 0
      if isLeft { return divides ? .size(root(1 / typical)) : .rate(of: root(1 / typical)) }
      return divides ? .size(root(typical)) : .rate(of: root(typical))
    case .add, .subtract, .minimum, .maximum:
      guard exponent == 1, partner.parameters.isEmpty else { return nil }
      let range = symbol == .add ? (-high)...(-low) : low...high
      return .location(range)
    case .power:
      guard !isLeft, let smallest = magnitudes.first, largest > smallest else { return nil }
      return .exponent(logarithmicRange: logarithm(largest / smallest))
    }
  }

  /// The partner at every row, with 1 for its own parameters.
  private func values(of node: FormulaNode) -> [Double] {
    let rows = columns.first?.count ?? 0
    guard rows > 0 else { return [] }
    let filled = node.substituting { _ in .number(1) }
    var values = Array(repeating: 0.0, count: rows)
    FormulaProgram([filled]).run(
      rows: rows, columns: columns.flatMap(\.self), parameters: [0], values: &values)
    return values.filter(\.isFinite)
  }
}
