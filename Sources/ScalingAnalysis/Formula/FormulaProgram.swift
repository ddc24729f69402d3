/// Expressions as a list of steps that run over many rows at once, with exact derivatives.
///
/// Each distinct subexpression is one step, computed once. Rows are taken in blocks; each step
/// keeps the block's values and, in forward mode, the derivative in every wanted parameter that
/// it depends on. Nothing is allocated per row.
struct FormulaProgram: Sendable {
  /// One step: what it computes and from which earlier steps.
  struct Step: Sendable {
    var action: Action
    /// Where the block's values are kept, in blocks of the working memory.
    var slot: Int
    /// Wanted parameters that the step depends on, with the block of each derivative.
    var slopes: [Slope]
  }

  /// A derivative of a step, and those of its operands that it is made of.
  struct Slope: Sendable {
    var wanted: Int
    var slot: Int
    var left: Int?
    var right: Int?
  }

  enum Action: Sendable {
    case number(Double)
    case column(Int)
    case parameter(Int)
    case negated(Int)
    case call(FormulaFunction, Int)
    case binary(FormulaOperator, Int, Int)
  }

  private(set) var steps: [Step] = []
  /// The steps whose values are the results.
  private(set) var outputs: [Int] = []
  private var slotCount = 0
  private let wanted: [Int: Int]

  /// Rows that are computed at a time.
  static let block = 64

  /// Compiles expressions; derivatives are kept in the `wanted` parameters, in that order.
  init(_ expressions: [FormulaNode], derivativesIn wanted: [Int] = []) {
    self.wanted = Dictionary(uniqueKeysWithValues: zip(wanted, wanted.indices))
    var known: [FormulaNode: Int] = [:]
    outputs = expressions.map { compile($0, &known) }
  }

  private mutating func compile(_ node: FormulaNode, _ known: inout [FormulaNode: Int]) -> Int {
    if let step = known[node] { return step }
    let action: Action =
      switch node {
      case .number(let value): .number(value)
      case .column(let index): .column(index)
      case .parameter(let index): .parameter(index)
      case .negated(let operand): .negated(compile(operand, &known))
      case .call(let function, let operand): .call(function, compile(operand, &known))
      case .binary(let symbol, let left, let right):
        .binary(symbol, compile(left, &known), compile(right, &known))
      }
    var step = Step(action: action, slot: newSlot(), slopes: [])
    for parameter in wanted.values.sorted() {
      let left: Int?
      let right: Int?
      switch action {
      case .number, .column: continue
      case .parameter(let index):
        guard wanted[index] == parameter else { continue }
        (left, right) = (nil, nil)
      case .negated(let operand), .call(_, let operand):
        guard let slot = slopeSlot(operand, parameter) else { continue }
        (left, right) = (slot, nil)
      case .binary(_, let first, let second):
        (left, right) = (slopeSlot(first, parameter), slopeSlot(second, parameter))
        guard left != nil || right != nil else { continue }
      }
      step.slopes.append(Slope(wanted: parameter, slot: newSlot(), left: left, right: right))
    }
    steps.append(step)
    known[node] = steps.count - 1
    return steps.count - 1
  }

  private mutating func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  private func slopeSlot(_ step: Int, _ wanted: Int) -> Int? {
    steps[step].slopes.first { $0.wanted == wanted }?.slot
  }

  /// Computes every output at every row.
  ///
  /// - Parameters:
  ///   - columns: column after column, `rows` values each.
  ///   - values: receives output after output, `rows` values each; `nil` when not wanted.
  ///   - slopes: receives the derivatives of the first output, one wanted parameter after the
  ///     other; `nil` when not wanted.
  func run(
    rows: Int, columns: UnsafePointer<Double>, parameters: UnsafePointer<Double>,
    values: UnsafeMutablePointer<Double>?, slopes: UnsafeMutablePointer<Double>? = nil
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: slotCount * Self.block) { memory in
      guard let memory = memory.baseAddress else { return }
      for start in stride(from: 0, to: rows, by: Self.block) {
        let count = min(Self.block, rows - start)
        let run = FormulaBlock(
          memory: memory, count: count, stride: rows, columns: columns + start,
          parameters: parameters, isFirst: start == 0)
        for step in steps { run.perform(step, steps, needsSlopes: slopes != nil) }
        if let values {
          for (position, output) in outputs.enumerated() {
            (values + position * rows + start).update(
              from: memory + steps[output].slot * Self.block, count: count)
          }
        }
        guard let slopes, let output = outputs.first else { continue }
        for parameter in wanted.values {
          (slopes + parameter * rows + start).update(repeating: 0, count: count)
        }
        for slope in steps[output].slopes {
          (slopes + slope.wanted * rows + start).update(
            from: memory + slope.slot * Self.block, count: count)
        }
      }
    }
  }
}
