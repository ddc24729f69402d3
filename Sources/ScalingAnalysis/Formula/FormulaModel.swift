// The witnesses are documented by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
/// A curve family written as a formula, with what the user knows about its parameters.
///
/// Parameters that enter linearly and have no bounds are solved linearly; the others are the
/// shape, which is searched. Without starting values the shape has a search of its own
/// (`FormulaSearch`).
///
/// ```swift
/// let formula = try Formula("y ~ b1*(1-exp(-b2*x))", columns: ["x", "y"])
/// let data = try formula.data([DataColumn("x", x), DataColumn("y", y)])
/// let fit = try FormulaModel(formula).fit(to: data)
/// ```
public struct FormulaModel: CurveModel {
  /// The formula.
  public let source: Formula
  /// What the user knows about the parameters.
  public let constraints: ParameterConstraints
  public let name: ModelName
  public let linearNames: [String]
  public let shapeParameters: [ShapeParameter]
  public let fixedCoefficients: [FixedCoefficient]
  public let hasOffset: Bool
  public let hasKinks: Bool
  public let columnNames: [String]

  /// The curve over linear parameters, then shape parameters.
  let curve: FormulaNode
  /// The factor of each linear parameter, over the shape parameters alone.
  let basis: [FormulaNode]
  private let basisProgram: FormulaProgram
  private let curveProgram: FormulaProgram

  /// A family from a formula.
  ///
  /// - Parameters:
  ///   - formula: the curve.
  ///   - constraints: starts, bounds and fixed values of its parameters.
  ///   - name: the family that the formula stands for, when it is a constrained version of a
  ///     built-in one.
  /// - Throws: `FitError` when a constraint names no parameter or contradicts another.
  public init(
    _ formula: Formula, constraints: ParameterConstraints = ParameterConstraints(),
    name: ModelName = .formula
  ) throws(FitError) {
    try constraints.validate(against: formula.parameterNames)
    source = formula
    self.constraints = constraints
    self.name = name
    let names = formula.parameterNames
    let free = names.indices.filter { constraints.fixed[names[$0]] == nil }
    let known = formula.curve.substituting { index in
      constraints.fixed[names[index]].map { .number($0) } ?? .parameter(index)
    }
    let positions = formula.curve.columns.sorted()
    let columnPlace = Dictionary(uniqueKeysWithValues: zip(positions, positions.indices))
    columnNames = positions.map { formula.columnNames[$0] }
    let linearity = FormulaLinearity(
      known, candidates: free.filter { constraints.bounds[names[$0]] == nil })
    let shape = free.filter { !linearity.parameters.contains($0) }
    linearNames = linearity.parameters.map { names[$0] }
    shapeParameters = shape.map { ShapeParameter(name: names[$0], link: .identity) }
    fixedCoefficients = names.compactMap { name in
      constraints.fixed[name].map { FixedCoefficient(name: name, value: $0) }
    }
    let place = Dictionary(
      uniqueKeysWithValues: zip(linearity.parameters + shape, free.indices))
    let shapePlace = Dictionary(uniqueKeysWithValues: zip(shape, shape.indices))
    curve = known.renumberingColumns(columnPlace).substituting { .parameter(place[$0] ?? 0) }
    basis = linearity.basis.map { node in
      node.renumberingColumns(columnPlace).substituting { .parameter(shapePlace[$0] ?? 0) }
    }
    let offset = linearity.offset.map { node in
      node.renumberingColumns(columnPlace).substituting { .parameter(shapePlace[$0] ?? 0) }
    }
    hasOffset = offset != nil
    hasKinks = curve.hasKinks
    basisProgram = FormulaProgram(basis + [offset].compactMap(\.self))
    curveProgram = FormulaProgram(
      [curve], derivativesIn: Array(linearNames.count..<(linearNames.count + shape.count)))
  }

  public var formula: String { source.text }
  public var needsPositiveX: Bool { false }
  public var mustIdentify: Bool { true }
  public var reportOrder: [String] { source.parameterNames }
  public var tableColumns: [String] { name == .formula ? source.tableColumns : [] }
  public var givenStart: [Double]? {
    let starts = shapeParameters.compactMap { constraints.starts[$0.name] }
    return starts.count == shapeParameters.count ? starts : nil
  }

  public func fillBasis(
    _ predictor: Predictor, shape: UnsafePointer<Double>, basis: UnsafeMutablePointer<Double>,
    offset: UnsafeMutablePointer<Double>
  ) {
    let rows = predictor.count
    let count = basisProgram.outputs.count
    guard hasOffset else {
      basisProgram.run(
        rows: rows, columns: predictor.columns, parameters: shape, values: basis)
      return
    }
    // The offset is the last output; it goes to a place of its own.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: rows * count) { memory in
      guard let values = memory.baseAddress else { return }
      basisProgram.run(
        rows: rows, columns: predictor.columns, parameters: shape, values: values)
      basis.update(from: values, count: rows * (count - 1))
      offset.update(from: values + rows * (count - 1), count: rows)
    }
  }

  public func fillShapeSlopes(
    _ predictor: Predictor, shape: UnsafePointer<Double>, linear: UnsafePointer<Double>,
    basis: UnsafePointer<Double>, offset: UnsafePointer<Double>,
    slopes: UnsafeMutablePointer<Double>
  ) {
    let linearCount = linearNames.count
    let count = linearCount + shapeParameters.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count + 1) { memory in
      guard let parameters = memory.baseAddress else { return }
      for index in 0..<linearCount { parameters[index] = linear[index] }
      for index in linearCount..<count { parameters[index] = shape[index - linearCount] }
      curveProgram.run(
        rows: predictor.count, columns: predictor.columns, parameters: parameters, values: nil,
        slopes: slopes)
    }
  }

  public func shapeBounds(for data: CurveData) -> [ClosedRange<Double>] {
    shapeParameters.map { constraints.bounds[$0.name] ?? (-Double.infinity)...Double.infinity }
  }

  /// With one or two shape parameters between finite bounds the whole box is scanned.
  public func searchRanges(for data: CurveData) -> [SearchRange] {
    let bounds = shapeBounds(for: data)
    guard (1...2).contains(bounds.count),
      bounds.allSatisfy({ $0.lowerBound.isFinite && $0.upperBound.isFinite })
    else { return [] }
    return bounds.map { SearchRange(bounds: $0, nodes: bounds.count == 1 ? 161 : 33) }
  }

  public func startingShapes(for data: CurveData) -> [[Double]] {
    FormulaSearch(self, data).startingShapes()
  }

  public func preferredForm(
    of shape: [Double], for data: CurveData, unexplained: ([Double]) -> Double
  ) -> [Double] {
    FormulaSymmetry(
      starts: shapeParameters.map { constraints.starts[$0.name] },
      bounds: shapeParameters.map { constraints.bounds[$0.name] },
      rounding: FitStatistics.rounding(of: data)
    ).preferredForm(of: shape, unexplained: unexplained)
  }
}

extension FormulaNode {
  /// The same tree with its columns counted anew.
  func renumberingColumns(_ place: [Int: Int]) -> FormulaNode {
    switch self {
    case .number, .parameter: self
    case .column(let index): .column(place[index] ?? 0)
    case .negated(let operand): .negated(operand.renumberingColumns(place))
    case .call(let function, let operand): .call(function, operand.renumberingColumns(place))
    case .binary(let symbol, let left, let right):
      .binary(symbol, left.renumberingColumns(place), right.renumberingColumns(place))
    }
  }
}
