internal import LeastSquares

/// Estimates one family for many responses at the same x, each from a start that the caller has.
///
/// A fit (`CurveModel.fit(to:)`) scans all shapes for the best of several minima, follows the
/// likelihood for its intervals and bands, and looks for weaknesses. Where the same family is
/// estimated thousands of times, as in a simulation, most of that is not wanted: an estimator
/// follows one start to its minimum and answers estimates, standard errors and whether the
/// minimum passes the check. **No scan, no interval and no diagnostic**: a start in the wrong
/// valley ends in the wrong minimum, so take the start from a fit of one such response.
///
/// ```swift
/// let estimator = try CurveEstimator(SaturatingPowerModel(), like: data)
/// let estimate = try estimator.estimate(data.y, startingAt: ["exponent": 0.3])
/// estimate.coefficient("asymptote")?.standardError
/// ```
///
/// About 6 µs for 24 points and 3 coefficients, a fortieth of a fit. Its buffers are reused by every call: one
/// estimator belongs to one thread.
public final class CurveEstimator {
  private let model: any CurveModel
  private let data: CurveData
  /// The search for the best linear coefficients of any shape.
  let reduced: VariableProjection
  private let plane: TangentPlane
  private let local: LocalSearch
  private let bounds: [ClosedRange<Double>]
  private let quantities: [(quantity: LinearQuantity, role: Coefficient.Role)]
  /// The places of the coefficients in the order in which they are reported.
  private let order: [Int]
  private let isSmooth: Bool
  private let tolerance: Double

  /// An estimator for responses at the x of `data`, with its weights; Gaussian noise.
  ///
  /// - Throws: `FitError` when such observations cannot carry the family.
  public convenience init(_ model: any CurveModel, like data: CurveData) throws(FitError) {
    try CurveFitter(model: model, data: data, level: 0.95).validate()
    self.init(model, RowNoise(.gaussian, data))
  }

  /// An estimator for noise of any kind, whose objective only `minimum` can do with.
  init(_ model: any CurveModel, _ rows: RowNoise) {
    self.model = model
    data = rows.data
    reduced = rows.reduced(CurveProblem(model, data))
    plane = TangentPlane(reduced)
    local = LocalSearch(model, data)
    bounds = model.shapeBounds(for: data)
    let linear = model.linearCoefficients(from: data.smallestX)
    quantities =
      linear.map { ($0, .estimated) } + model.derivedQuantities.map { ($0, .derived) }
    order = Self.order(model, linear.map(\.name))
    isSmooth = !local.hasKinks && !model.hasKinks
    // What the gradient still promises at the limit of the check, with a margin of 10.
    tolerance = min(1e-12, 1e-11 / Double(data.count))
  }
}

extension CurveEstimator {
  /// Estimates the coefficients for a response with one value at each x of the data.
  ///
  /// - Parameters:
  ///   - response: y, in the order of the data.
  ///   - start: values of the coefficients by name. Those that are linear in the curve need none
  ///     and are not read; a value outside the search range is moved to its edge.
  /// - Throws: `FitError` when a shape coefficient has no start or one that it cannot have, or
  ///   when the curve is not finite there.
  public func estimate(
    _ response: [Double], startingAt start: [String: Double] = [:]
  ) throws(FitError) -> CurveEstimate {
    precondition(response.count == data.count, "a response has one value at each x")
    let shape = try self.shape(start)
    reduced.setResponse(response)
    guard let found = minimum(from: [shape], tolerance: tolerance),
      found.residualSumOfSquares.isFinite
    else {
      throw FitError(
        code: .notFinite,
        description: "\(model.name.rawValue) is not finite at its start, or a value of y is not; "
          + "start elsewhere or check y")
    }
    return described(found, response)
  }

  /// The minimum reached from the starts, where `reduced` is left.
  func minimum(from starts: [[Double]], tolerance: Double) -> VariableProjection.Minimum? {
    guard !bounds.isEmpty else {
      let rss = reduced.residualSumOfSquares(at: [0])
      return .init(
        shape: [], residualSumOfSquares: rss, isConverged: rss.isFinite, iterations: 0)
    }
    guard let best = local.minimum(from: starts, reduced, tolerance: tolerance) else { return nil }
    _ = reduced.residualSumOfSquares(at: best.shape)
    return best
  }

  /// The start of every shape parameter on the scale it is searched on.
  private func shape(_ start: [String: Double]) throws(FitError) -> [Double] {
    var shape: [Double] = []
    shape.reserveCapacity(bounds.count)
    for (parameter, range) in zip(model.shapeParameters, bounds) {
      guard let value = start[parameter.name] else {
        throw FitError(
          code: .invalidConstraint,
          description: "\(model.name.rawValue) has no start for \(parameter.name); give one, such "
            + "as the estimate of a fit")
      }
      let searched = parameter.searched(value)
      guard searched.isFinite else {
        throw FitError(
          code: .invalidConstraint,
          description: "\(parameter.name) of \(model.name.rawValue) cannot start at "
            + "\(plainNumber(value))")
      }
      shape.append(min(max(searched, range.lowerBound), range.upperBound))
    }
    return shape
  }
}

extension CurveEstimator {
  /// The places in the order of a fit: linear, shape, fixed, derived, unless the model says more.
  private static func order(_ model: any CurveModel, _ linear: [String]) -> [Int] {
    let names =
      linear + model.shapeParameters.map(\.name) + model.fixedCoefficients.map(\.name)
      + model.derivedQuantities.map(\.name)
    let wanted = model.reportOrder
    let places = names.map { wanted.firstIndex(of: $0) ?? wanted.count }
    return names.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  }

  private func described(
    _ found: VariableProjection.Minimum, _ response: [Double]
  ) -> CurveEstimate {
    let shape = model.preferredForm(of: found.shape, for: data) {
      reduced.residualSumOfSquares(at: $0)
    }
    let rss = reduced.residualSumOfSquares(at: shape)
    let free = shape.indices.filter { !CurveFitter.isAtBound(shape[$0], bounds[$0]) }
    plane.move(to: shape, free: free)
    let scale = NoiseScale(data, weightedSquares: rss, coefficientCount: model.freeCount)
    let check = OptimumCheck(
      plane, residualSumOfSquares: rss, rowCount: data.count, rounding: rounding(response),
      isSmooth: isSmooth)
    return CurveEstimate(
      coefficients: coefficients(shape, free, scale), residualSumOfSquares: rss,
      converged: check.isOptimum && found.isConverged, iterations: found.iterations)
  }

  private func rounding(_ response: [Double]) -> Double {
    let roots = data.weights.roots
    let unit = 8 * Double.ulpOfOne
    var sum = 0.0
    for row in response.indices {
      let value = response[row] * unit * (roots?[row] ?? 1)
      sum += value * value
    }
    return max(sum, Double.leastNormalMagnitude)
  }

  private func coefficients(
    _ shape: [Double], _ free: [Int], _ scale: NoiseScale
  ) -> [Coefficient] {
    let linear = Array(reduced.linear)
    var all: [Coefficient] = []
    all.reserveCapacity(order.count)
    func append(_ name: String, _ role: Coefficient.Role, _ value: Double, _ error: Double?) {
      all.append(
        Coefficient(
          name: name, role: role, estimate: value.isFinite ? value : nil, standardError: error,
          interval: nil))
    }
    func append(_ index: Int) {
      let (quantity, role) = quantities[index]
      append(
        quantity.name, role, quantity.value(linear: linear, shape: shape),
        error(quantity.gradient(linear: linear, shape: shape, free: free), scale))
    }
    let linearNameCount = quantities.count { $0.role == .estimated }
    for index in 0..<linearNameCount { append(index) }
    for (index, parameter) in model.shapeParameters.enumerated() {
      append(
        parameter.name, .estimated, parameter.reported(shape[index]),
        error(parameter, at: shape, index, free, linear.count, scale))
    }
    for fixed in model.fixedCoefficients { append(fixed.name, .fixed, fixed.value, nil) }
    for index in linearNameCount..<quantities.count { append(index) }
    return order.map { all[$0] }
  }

  private func error(
    _ parameter: ShapeParameter, at shape: [Double], _ index: Int, _ free: [Int],
    _ linearCount: Int, _ scale: NoiseScale
  ) -> Double? {
    guard let position = free.firstIndex(of: index) else { return nil }
    var gradient = Array(repeating: 0.0, count: linearCount + free.count)
    gradient[linearCount + position] = parameter.derivative(shape[index])
    return error(gradient, scale)
  }

  private func error(_ gradient: [Double], _ scale: NoiseScale) -> Double? {
    guard scale.isDefined, let variance = plane.variance(gradient: gradient) else { return nil }
    let error = (scale.variance * variance).squareRoot()
    return error.isFinite ? error : nil
  }
}
