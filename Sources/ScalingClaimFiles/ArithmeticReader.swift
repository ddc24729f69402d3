internal import ScalingClaims
internal import ScalingData

/// Reads a claim that a figure follows from others.
struct ArithmeticReader {
  let node: ClaimNode
  let folder: String

  func claim() throws(ClaimError) -> ArithmeticClaim {
    let kinds = ArithmeticClaim.Kind.allCases
    let members = try node.mapping(
      allowing: ["figures", "formula", "tolerance"] + kinds.map(\.rawValue))
    let given = kinds.filter { members[$0.rawValue] != nil }
    guard given.count == 1, let kind = given.first, let claimed = members[kind.rawValue] else {
      throw node.error("say what is claimed with one of equals, at-least and at-most")
    }
    guard let formula = members["formula"] else {
      throw node.error("say how the figure follows with formula:")
    }
    var figures: [(name: String, figure: ArithmeticClaim.Figure)] = []
    for (name, figure) in try members["figures"]?.members(allowing: nil) ?? [] {
      figures.append((name, try self.figure(figure)))
    }
    let text = try formula.text()
    let expression = try formula.located { () throws(ClaimError) in
      try ArithmeticExpression(text)
    }
    try requireSameNames(figures.map(\.name), expression, formula)
    let printed = try printed(claimed)
    return ArithmeticClaim(
      figures: figures, formula: expression, kind, claimed: printed,
      tolerance: try members["tolerance"].map { (node) throws(ClaimError) in
        try tolerance(node, of: printed, kind)
      })
  }

  private func requireSameNames(
    _ names: [String], _ formula: ArithmeticExpression, _ node: ClaimNode
  ) throws(ClaimError) {
    for name in formula.names where !names.contains(name) {
      throw node.error(
        "no figure is called \(name); give it under figures:"
          + (names.isEmpty ? "" : ", where there are \(names.joined(separator: ", "))"))
    }
    for name in names where !formula.names.contains(name) {
      throw node.error("the formula does not use the figure \(name); leave it out")
    }
  }

  private func printed(_ node: ClaimNode) throws(ClaimError) -> PrintedFigure {
    let text = try node.text()
    return try node.located { () throws(ClaimError) in try PrintedFigure(text) }
  }

  /// A number in the unit of the claimed figure, or a percentage of it.
  private func tolerance(
    _ node: ClaimNode, of claimed: PrintedFigure, _ kind: ArithmeticClaim.Kind
  ) throws(ClaimError) -> Double {
    guard kind == .equals else { throw node.error("a tolerance goes with equals only") }
    let width = try printed(node)
    guard width.value >= 0 else { throw node.error("a tolerance is not below zero") }
    let isShare = width.unit.symbol == "%" && claimed.unit.symbol != "%"
    return isShare ? abs(claimed.value) * width.value / 100 : width.value
  }

  private func figure(_ node: ClaimNode) throws(ClaimError) -> ArithmeticClaim.Figure {
    guard node.isMapping else { return .printed(try printed(node)) }
    let members = try node.mapping(allowing: ["file", "column", "where", "unit"])
    guard let file = members["file"], let column = members["column"] else {
      throw node.error("a cell needs file: and column:")
    }
    let path = try file.text()
    return .cell(
      .file(path.hasPrefix("/") ? path : folder + path), column: try column.text(),
      conditions: try members["where"]?.conditions() ?? [],
      unit: try members["unit"]?.text() ?? "")
  }
}
