internal import LeastSquares

/// The observations as weighted least squares sees them at a fitted curve: with these responses
/// and weights its solution is the fit itself, and its standard errors are those of the noise.
///
/// For binomial counts the weights are n/(p(1 − p)) at the fitted p. For robust losses the rows
/// weigh the same and the responses are Huber's pseudo-observations (1981, §7.6)
/// ŷ + K·s·ψ(r/s)/mean(ψ′), K = 1 + p·var(ψ′)/(n·mean(ψ′)²): least squares on them gives the
/// robust estimates, with the covariance of his equation 7.6.11.
struct WorkingRows: Sendable {
  let response: [Double]
  /// What each residual is multiplied by, or `nil` when by one.
  let rootWeights: [Double]?
  /// What the objective of the working rows is, where it is no sum of squares.
  let objective: (any RowObjective)?
  /// The scale of the noise in the unit of the objective.
  let scale: NoiseScale

  init(_ rows: RowNoise, fitted: [Double], coefficientCount: Int) {
    let data = rows.data
    let freedom = Double(data.count - coefficientCount)
    if let robust = rows.robust {
      response = Self.pseudoObservations(robust, data.y, fitted, coefficientCount)
      rootWeights = nil
      objective = nil
      let rss = zip(response, fitted).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      scale = NoiseScale(variance: rss / freedom, degreesOfFreedom: freedom)
      return
    }
    response = data.y
    objective = rows.objective
    if case .binomial(let overdispersed) = rows.noise {
      let binomial = BinomialObjective(items: rows.items)
      rootWeights = binomial.weighed(response: data.y, fitted: fitted).rootWeights
      scale =
        overdispersed
        ? NoiseScale(
          variance: binomial.pearson(response: data.y, fitted: fitted) / freedom,
          degreesOfFreedom: freedom)
        : NoiseScale(variance: 1, degreesOfFreedom: nil)
      return
    }
    rootWeights = data.weights.roots
    scale = NoiseScale(
      data, weightedSquares: rows.total(fitted), coefficientCount: coefficientCount)
  }

  private static func pseudoObservations(
    _ robust: RobustObjective, _ y: [Double], _ fitted: [Double], _ coefficientCount: Int
  ) -> [Double] {
    let n = Double(y.count)
    let units = zip(y, fitted).map { ($0 - $1) / robust.scale }
    let curvatures = units.map(robust.curvature)
    let mean = max(curvatures.reduce(0, +) / n, leastCurvature)
    let variance = curvatures.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(n - 1, 1)
    let correction = 1 + Double(coefficientCount) * variance / (n * mean * mean)
    return zip(fitted, units).map {
      $0 + correction / mean * robust.weight($1) * $1 * robust.scale
    }
  }

  /// A mean slope of ψ below this says that hardly any point lies in the middle.
  private static let leastCurvature = 0.05

  /// The search for the best linear coefficients of any shape, for these rows.
  func reduced(_ problem: any SeparableProblem) -> VariableProjection {
    VariableProjection(problem, response: response, objective: objective)
  }

  /// The smallest sum of squares, or objective, that rounding leaves.
  var rounding: Double {
    let unit = 8 * Double.ulpOfOne
    return max(
      response.indices.reduce(0) { sum, row in
        let value = response[row] * unit * (rootWeights?[row] ?? 1)
        return sum + value * value
      }, Double.leastNormalMagnitude)
  }

  /// What each residual times its root weight is at fitted values.
  func residuals(_ fitted: [Double]) -> [Double] {
    response.indices.map { row in
      (response[row] - fitted[row]) * (rootWeights?[row] ?? 1)
    }
  }

  /// Columns of a Jacobian with their rows weighed.
  func weighed(_ columns: [[Double]]) -> [[Double]] {
    guard let rootWeights else { return columns }
    return columns.map { column in zip(column, rootWeights).map { $0 * $1 } }
  }
}
