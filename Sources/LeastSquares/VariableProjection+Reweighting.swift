extension VariableProjection {
  /// Rounds of weighing and solving for one shape.
  private static let rounds = 40

  /// Halvings of a round's step that does not lower the objective.
  private static let halvings = 12

  /// A step that moves the fitted values by less than this share of their noise, in squares,
  /// ends the rounds.
  private static let settled = 1e-22

  /// The smallest objective over the linear coefficients at the shape of the basis: weighted
  /// least squares, with weights that follow the fitted values, until they stay.
  ///
  /// The basis is filled and the plain response is in place. Afterwards residuals, triangle and
  /// orthogonal columns belong to the weights of the last round.
  func minimizeObjective(_ objective: any RowObjective) -> Double {
    loadWeights(nil)
    solveRows()
    guard isFinite else { return .infinity }
    if let approach = objective.approach { _ = iterate(approach) }
    return iterate(objective)
  }

  private func iterate(_ objective: any RowObjective) -> Double {
    keepCoefficients()
    var value = weigh(objective)
    for _ in 0..<Self.rounds {
      loadWeights(objectiveWeights)
      solveRows()
      guard isFinite else { return .infinity }
      var next = weigh(objective)
      for _ in 0..<Self.halvings where !(next <= value + 1e-12 * abs(value)) {
        for j in 0..<linearCount { coefficients[j] = (coefficients[j] + kept[j]) / 2 }
        next = weigh(objective)
      }
      guard next.isFinite, next <= value + 1e-12 * abs(value) else {
        for j in 0..<linearCount { coefficients[j] = kept[j] }
        value = weigh(objective)
        break
      }
      let change = movedSquare()
      keepCoefficients()
      value = next
      if change <= Self.settled * (1 + value) { break }
    }
    setResiduals()
    return value
  }

  /// Weighs the rows at the curve of the present coefficients; the sum of their losses.
  private func weigh(_ objective: any RowObjective) -> Double {
    for row in 0..<rows {
      var value = problem.hasOffset ? offset[row] : 0
      for j in 0..<linearCount { value += coefficients[j] * basis[j * rows + row] }
      fitted[row] = value
    }
    objective.weigh(
      response: responseBase, fitted: fitted.base, count: rows,
      rootWeights: objectiveWeights.base, losses: losses.base)
    var sum = 0.0
    for row in 0..<rows { sum += multiplicity(row) * losses[row] }
    return sum
  }

  private func keepCoefficients() {
    for j in 0..<linearCount { kept[j] = coefficients[j] }
  }

  /// By how much the last round moved the weighted curve, in squares.
  private func movedSquare() -> Double {
    var sum = 0.0
    for row in 0..<rows {
      var move = 0.0
      for j in 0..<linearCount { move += (coefficients[j] - kept[j]) * basis[j * rows + row] }
      move *= objectiveWeights[row]
      sum += multiplicity(row) * move * move
    }
    return sum
  }

  /// The weighted residuals at the final coefficients, which solve no rounded triangle.
  private func setResiduals() {
    for row in 0..<rows {
      residual[row] = rootWeight(row) * (responseBase[row] - fitted[row])
    }
  }
}
