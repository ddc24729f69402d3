internal import LeastSquares
internal import ScalingData

/// Refits without each question in turn, where the same questions stand behind all points of a
/// series: what the uncertainty is when other questions might have been asked.
///
/// The variance of any figure is (Q − 1)/Q·Σ(θ₍q₎ − mean)² (Efron and Tibshirani 1993, §11.5),
/// and its interval takes Student's t with Q − 1 degrees of freedom. Points may depend on each
/// other in any way through their questions; questions count as drawn at random.
struct QuestionJackknife: Sendable {
  /// The coefficients of each refit that reached an optimum.
  let replicates: [Replicate]
  /// Questions.
  let questionCount: Int
  /// The two-sided quantile of Student's t, or a larger one for a simultaneous band.
  var quantile: Double

  /// A curve without one question.
  struct Replicate: Sendable {
    let linear: [Double]
    let shape: [Double]
  }

  /// Fewer questions have no scatter to speak of.
  static let fewest = 5

  init(_ fit: Fit, _ questions: QuestionScores) {
    questionCount = questions.names.count
    quantile = Distribution.studentTQuantile(
      0.5 + fit.level / 2, degreesOfFreedom: Double(max(questionCount - 1, 1)))
    let refitter = Refitter(fit, Bootstrap(replicateCount: 0, resample: .questions))
    let width = fit.linear.count + fit.shape.count
    replicates = (0..<questionCount).compactMap { question in
      var output = Array(repeating: Double.nan, count: max(width, 1))
      refitter.refit(without: question, into: &output)
      guard !output[0].isNaN else { return nil }
      return Replicate(
        linear: Array(output[..<fit.linear.count]), shape: Array(output[fit.linear.count..<width]))
    }
  }

  /// The covariance of linear coefficients and shape parameters, by their positions, up to a
  /// factor; `nil` of fewer refits than positions.
  func covariance(of positions: [Int]) -> [[Double]]? {
    let rows = replicates.map { replicate in
      let all = replicate.linear + replicate.shape
      return positions.map { all[$0] }
    }
    guard rows.count > positions.count else { return nil }
    let means = positions.indices.map { place in
      rows.reduce(0) { $0 + $1[place] } / Double(rows.count)
    }
    return positions.indices.map { i in
      positions.indices.map { j in
        rows.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) }
      }
    }
  }

  /// The standard error of what `quantity` makes of a curve.
  func standardError(of quantity: (Replicate) -> Double) -> Double? {
    let values = replicates.map(quantity)
    guard values.count > 1, values.allSatisfy(\.isFinite) else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return ((n - 1) / n * square).squareRoot()
  }

  /// The interval of a figure around its estimate.
  func interval(
    around estimate: Double, level: Double, of quantity: (Replicate) -> Double
  ) -> Interval? {
    standardError(of: quantity).map { error in
      Interval(
        level: level, lower: estimate - quantile * error, upper: estimate + quantile * error,
        method: .questionJackknife)
    }
  }

  /// The band of the curve at the rows of a problem.
  func band(_ problem: CurveProblem, of fit: Fit, at x: [Double]) -> Band {
    let fitted = problem.values(linear: fit.linear, shape: fit.shape)
    let curves = replicates.map { problem.values(linear: $0.linear, shape: $0.shape) }
    let n = Double(curves.count)
    let half = x.indices.map { row in
      let values = curves.map { $0[row] }
      let mean = values.reduce(0, +) / n
      let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = ((n - 1) / n * square).squareRoot()
      return error.isFinite ? quantile * error : .infinity
    }
    return Band(
      level: fit.level, x: x, fitted: fitted, lower: zip(fitted, half).map { $0 - $1 },
      upper: zip(fitted, half).map { $0 + $1 })
  }
}

extension QuestionJackknife {
  /// The same fit with the intervals that its questions give.
  ///
  /// - Throws: `FitError` when the questions are too few.
  static func described(_ fit: Fit) throws(FitError) -> Fit {
    guard let questions = fit.data.questions else { return fit }
    let count = questions.names.count
    guard count >= fewest else {
      throw FitError(
        code: .tooFewPoints,
        description: "\(count) \(count == 1 ? "question" : "questions"): intervals from questions "
          + "need at least \(fewest); check the choice of --question")
    }
    let jackknife = QuestionJackknife(fit, questions)
    var result = fit
    result.jackknife = jackknife
    result.coefficients = fit.coefficients.map { jackknife.described($0, of: fit) }
    result.diagnostics += jackknife.diagnostics(of: fit, questions)
    return result
  }

  private func described(_ coefficient: Coefficient, of fit: Fit) -> Coefficient {
    guard coefficient.role != .fixed, let estimate = coefficient.estimate else {
      return coefficient
    }
    var error: Double?
    var interval: Interval?
    let model = fit.model
    let linear = model.linearCoefficients(from: fit.data.smallestX) + model.derivedQuantities
    if let quantity = linear.first(where: { $0.name == coefficient.name }) {
      let value = { (replicate: Replicate) in
        quantity.value(linear: replicate.linear, shape: replicate.shape)
      }
      error = standardError(of: value)
      interval =
        isFactor(quantity, of: fit)
        ? factorInterval(around: estimate, level: fit.level, of: value)
        : self.interval(around: estimate, level: fit.level, of: value)
    } else if let index = model.shapeParameters.firstIndex(where: { $0.name == coefficient.name }) {
      // The interval is symmetric on the scale that the shape is searched on.
      let parameter = model.shapeParameters[index]
      let searched = self.interval(around: fit.shape[index], level: fit.level) { $0.shape[index] }
      error = standardError(of: { $0.shape[index] }).map {
        abs(parameter.derivative(fit.shape[index])) * $0
      }
      interval = searched.map { ends in
        let reported = [ends.lower, ends.upper].map { $0.map(parameter.reported) }
        let falls = parameter.derivative(fit.shape[index]) < 0
        return Interval(
          level: fit.level, lower: reported[falls ? 1 : 0], upper: reported[falls ? 0 : 1],
          method: .questionJackknife)
      }
    }
    return Coefficient(
      name: coefficient.name, role: coefficient.role, estimate: estimate, standardError: error,
      interval: interval)
  }

  /// Whether a coefficient is a factor that grows with the shape, as the scale of a power does
  /// far from the data: its scatter is even in its logarithm.
  private func isFactor(_ quantity: LinearQuantity, of fit: Fit) -> Bool {
    guard !fit.shape.isEmpty,
      !fit.model.derivedQuantities.contains(where: { $0.name == quantity.name })
    else { return false }
    let count = fit.linear.count
    return quantity.weights(linearCount: count, shape: fit.shape)
      != quantity.weights(linearCount: count, shape: fit.shape.map { $0 + 0.01 })
  }

  /// The interval of a figure that has one sign, even in its logarithm.
  private func factorInterval(
    around estimate: Double, level: Double, of quantity: (Replicate) -> Double
  ) -> Interval? {
    guard replicates.allSatisfy({ quantity($0) * estimate > 0 }) else {
      return interval(around: estimate, level: level, of: quantity)
    }
    return standardError { logarithm(abs(quantity($0))) }.map { error in
      let ends = [-1.0, 1].map { estimate * exponential($0 * quantile * error) }
      return Interval(
        level: level, lower: ends.min(), upper: ends.max(), method: .questionJackknife)
    }
  }

  private func diagnostics(of fit: Fit, _ questions: QuestionScores) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let lost = questionCount - replicates.count
    if lost > 0 {
      result.append(
        Diagnostic(
          code: .questionsLost,
          message: "\(lost) of \(questionCount) refits without one question found no optimum; the "
            + "intervals leave them out and are too narrow"))
    }
    if fit.name == .hinge {
      result.append(
        Diagnostic(
          code: .breakpointJackknife,
          message: "the breakpoint may jump between points when a question is left out, and the "
            + "jackknife is not valid for what jumps: its interval is a rough guide"))
    }
    return result
  }
}
