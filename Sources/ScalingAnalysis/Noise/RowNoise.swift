internal import LeastSquares

/// The noise of given observations: what a curve through them makes small.
struct RowNoise: Sendable {
  let noise: Noise
  let data: CurveData
  /// The scale of robust losses, held while a curve is sought; zero before there is one.
  var scale = 0.0

  init(_ noise: Noise, _ data: CurveData) {
    self.noise = noise
    self.data = data
  }

  /// Questions or trials behind each point.
  var items: [Double] { data.items.map { $0 ?? 1 } }

  /// What is made small instead of the weighted sum of squares, if anything.
  var objective: (any RowObjective)? {
    switch noise {
    case .gaussian: return nil
    case .binomial: return BinomialObjective(items: items)
    case .huber, .bisquare: return robust
    }
  }

  /// The robust loss at the scale that is held.
  var robust: RobustObjective? {
    guard scale > 0 else { return nil }
    switch noise {
    case .huber(let threshold):
      return RobustObjective(kind: .huber, threshold: threshold, scale: scale)
    case .bisquare(let threshold):
      return RobustObjective(kind: .bisquare, threshold: threshold, scale: scale)
    case .gaussian, .binomial: return nil
    }
  }

  /// The search for the best linear coefficients of any shape.
  func reduced(_ problem: CurveProblem) -> VariableProjection {
    VariableProjection(problem, response: data.y, objective: objective)
  }

  /// What is made small, for fitted values.
  func total(_ fitted: [Double]) -> Double {
    if let objective { return objective.total(response: data.y, fitted: fitted) }
    let weights = data.squareWeights
    return data.y.indices.reduce(0) { sum, row in
      let residual = data.y[row] - fitted[row]
      return sum + weights[row] * residual * residual
    }
  }

  /// The robust scale of residuals; never so small that rounding errors count as outliers.
  func medianScale(_ fitted: [Double]) -> Double {
    let largest = data.y.reduce(0) { max($0, abs($1)) }
    return max(
      RobustObjective.medianScale(zip(data.y, fitted).map { $0 - $1 }),
      1e-9 * max(largest, .leastNormalMagnitude))
  }
}

extension RowNoise {
  /// - Throws: `FitError` when the observations cannot have this noise.
  func validate() throws(FitError) {
    let place = { (row: Int) in
      data.lines.isEmpty ? "x = \(shortNumber(data.x[row]))" : "line \(data.lines[row])"
    }
    if let kind = data.weights.kind {
      guard noise == .gaussian else {
        throw FitError(
          code: .invalidNoise,
          description: "weights (\(kind.rawValue)) go with gaussian noise only, and \(noise) noise "
            + "weighs the points itself; leave out --weights or --noise")
      }
      let bad = data.weights.values.indices.first {
        !(data.weights.values[$0] > 0 && data.weights.values[$0].isFinite)
      }
      if let bad {
        let value = data.weights.values[bad]
        let name = kind == .errors ? "standard error" : "weight"
        throw FitError(
          code: .invalidNoise,
          description: value.isNaN
            ? "there is no \(name) at \(place(bad)), and every point needs one; drop such rows with "
              + "--where"
            : "the \(name) at \(place(bad)) is \(plainNumber(value)), but must be positive; drop "
              + "such rows with --where")
      }
    }
    guard noise.isBinomial else { return }
    if let row = data.items.firstIndex(where: { !(($0 ?? 0) > 0) }) {
      throw FitError(
        code: .missingItems,
        description: "\(noise) noise needs the number of questions behind every point, and there "
          + "is none at \(place(row)); give --items COLUMN or --items NUMBER, or use --noise "
          + "gaussian")
    }
    if let row = data.y.firstIndex(where: { !(0...1).contains($0) }) {
      throw FitError(
        code: .invalidNoise,
        description: "y is \(plainNumber(data.y[row])) at \(place(row)): \(noise) noise is for "
          + "shares between 0 and 1; use --noise gaussian, or --y-unit percent for percents")
    }
  }
}
