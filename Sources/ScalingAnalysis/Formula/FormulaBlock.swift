/// The steps of a program on one block of rows.
struct FormulaBlock {
  let memory: UnsafeMutablePointer<Double>
  let count: Int
  /// Rows of the whole table: the distance between two columns.
  let stride: Int
  let columns: UnsafePointer<Double>
  let parameters: UnsafePointer<Double>
  /// Whether numbers and parameters have still to be written.
  let isFirst: Bool

  private func at(_ slot: Int) -> UnsafeMutablePointer<Double> {
    memory + slot * FormulaProgram.block
  }

  /// Computes a step's values and, when asked, its derivatives.
  func perform(_ step: FormulaProgram.Step, _ steps: [FormulaProgram.Step], needsSlopes: Bool) {
    let result = at(step.slot)
    switch step.action {
    case .number(let value):
      if isFirst { result.update(repeating: value, count: FormulaProgram.block) }
    case .parameter(let index):
      guard isFirst else { return }
      result.update(repeating: parameters[index], count: FormulaProgram.block)
      for slope in step.slopes { at(slope.slot).update(repeating: 1, count: FormulaProgram.block) }
    case .column(let index):
      result.update(from: columns + index * stride, count: count)
    case .negated(let operand):
      let value = at(steps[operand].slot)
      for row in 0..<count { result[row] = -value[row] }
      guard needsSlopes else { return }
      for slope in step.slopes {
        guard let left = slope.left else { continue }
        for row in 0..<count { at(slope.slot)[row] = -at(left)[row] }
      }
    case .call(let function, let operand):
      call(function, at(steps[operand].slot), into: result)
      if needsSlopes { callSlopes(function, at(steps[operand].slot), result, step.slopes) }
    case .binary(let symbol, let left, let right):
      let left = at(steps[left].slot)
      let right = at(steps[right].slot)
      join(symbol, left, right, into: result)
      if needsSlopes { joinSlopes(symbol, left, right, result, step.slopes) }
    }
  }

  private func call(
    _ function: FormulaFunction, _ x: UnsafePointer<Double>,
    into result: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .exp: for row in 0..<count { result[row] = exponential(x[row]) }
    case .log: for row in 0..<count { result[row] = logarithm(x[row]) }
    case .log2: for row in 0..<count { result[row] = logarithmBase2(x[row]) }
    default: for row in 0..<count { result[row] = function.value(x[row]) }
    }
  }

  private func callSlopes(
    _ function: FormulaFunction, _ x: UnsafePointer<Double>, _ value: UnsafePointer<Double>,
    _ slopes: [FormulaProgram.Slope]
  ) {
    guard let first = slopes.first else { return }
    // The outer derivative is written where the first slope goes, which is made last.
    let outer = at(first.slot)
    for row in 0..<count { outer[row] = function.slope(x[row], value: value[row]) }
    for slope in slopes.reversed() {
      guard let left = slope.left else { continue }
      let (result, inner) = (at(slope.slot), at(left))
      for row in 0..<count { result[row] = outer[row] * inner[row] }
    }
  }

  private func join(
    _ symbol: FormulaOperator, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    into result: UnsafeMutablePointer<Double>
  ) {
    switch symbol {
    case .add: for row in 0..<count { result[row] = a[row] + b[row] }
    case .subtract: for row in 0..<count { result[row] = a[row] - b[row] }
    case .multiply: for row in 0..<count { result[row] = a[row] * b[row] }
    case .divide: for row in 0..<count { result[row] = a[row] / b[row] }
    case .power:
      for row in 0..<count {
        result[row] = b[row] == 2 ? a[row] * a[row] : raise(a[row], to: b[row])
      }
    case .minimum, .maximum:
      for row in 0..<count { result[row] = symbol.value(a[row], b[row]) }
    }
  }

  private func joinSlopes(
    _ symbol: FormulaOperator, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    _ value: UnsafePointer<Double>, _ slopes: [FormulaProgram.Slope]
  ) {
    for slope in slopes {
      let result = at(slope.slot)
      let left = slope.left.map { UnsafePointer(at($0)) }
      let right = slope.right.map { UnsafePointer(at($0)) }
      for row in 0..<count {
        let da = left?[row] ?? 0
        let db = right?[row] ?? 0
        switch symbol {
        case .add: result[row] = da + db
        case .subtract: result[row] = da - db
        case .multiply:
          result[row] = (left == nil ? 0 : da * b[row]) + (right == nil ? 0 : a[row] * db)
        case .divide: result[row] = (da - (right == nil ? 0 : value[row] * db)) / b[row]
        case .power:
          result[row] =
            (left == nil ? 0 : baseSlope(a[row], b[row], value[row]) * da)
            + (right == nil ? 0 : exponentSlope(a[row], b[row], value[row]) * db)
        case .minimum: result[row] = b[row] < a[row] ? db : da
        case .maximum: result[row] = b[row] > a[row] ? db : da
        }
      }
    }
  }

  /// ∂(a^b)/∂a.
  private func baseSlope(_ a: Double, _ b: Double, _ value: Double) -> Double {
    if b == 2 { return 2 * a }
    return a == 0 || value == 0 ? b * raise(a, to: b - 1) : b * value / a
  }

  /// ∂(a^b)/∂b, which is 0 where the power is 0.
  private func exponentSlope(_ a: Double, _ b: Double, _ value: Double) -> Double {
    value == 0 && b > 0 ? 0 : value * logarithm(a)
  }
}
