internal import LeastSquares
internal import ScalingData

/// Refits one family to resamples; one thread's buffers.
final class Refitter {
  private let fit: Fit
  private let settings: Bootstrap
  private let estimator: CurveEstimator
  private let residuals: [Double]
  /// What a residual is multiplied by at each row, or `nil` when by one.
  private let spreads: [Double]?
  /// The number of each row's x among the distinct x.
  private let xGroup: [Int]
  private let neededGroups: Int
  private var drawnGroups: [Bool]
  private var counts: [Int]
  private var response: [Double]

  init(_ fit: Fit, _ settings: Bootstrap) {
    self.fit = fit
    self.settings = settings
    estimator = CurveEstimator(fit.model, fit.rows)
    residuals = Self.modifiedResiduals(fit)
    spreads = fit.data.weights.roots.map { $0.map { 1 / $0 } }
    let distinct = fit.data.distinctX
    let number = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    xGroup = fit.data.x.map { number[$0] ?? 0 }
    // Enough different x for every coefficient and one to spare, where the data have them.
    neededGroups = min(fit.model.freeCount + 1, distinct.count)
    drawnGroups = Array(repeating: false, count: distinct.count)
    counts = Array(repeating: 0, count: fit.data.count)
    response = fit.data.y
  }

  /// Leverage from which a residual says nothing about the noise: the curve goes through its point.
  private static let decidingLeverage = 0.99

  /// Residuals as spread as the noise, r/√(1 − leverage), about their mean and in units of the
  /// spread of their own observation (Davison and Hinkley 1997, eq. 6.9).
  private static func modifiedResiduals(_ fit: Fit) -> [Double] {
    let jacobian = fit.problem(for: fit.data).jacobian(linear: fit.linear, shape: fit.shape)
    let leverages = JacobianDecomposition(columns: fit.working.weighed(jacobian)).leverages
    let roots = fit.data.weights.roots ?? Array(repeating: 1, count: fit.data.count)
    let units = zip(fit.residuals, roots).map { $0 * $1 }
    let modified = zip(units, leverages).map { residual, leverage in
      leverage < decidingLeverage ? residual / (1 - leverage).squareRoot() : residual
    }
    let mean = modified.reduce(0, +) / Double(modified.count)
    return modified.map { $0 - mean }
  }

  /// Writes the coefficients of one replicate, linear then shape; leaves `output` as it is when
  /// the search did not end in an optimum.
  func refit(_ replicate: Int, into output: UnsafeMutablePointer<Double>) {
    var random = RandomSource(seed: settings.seed, stream: UInt64(replicate))
    switch settings.resample {
    case .cases: drawCases(&random)
    case .residuals: drawResiduals(&random)
    case .counts: drawCounts(&random)
    case .questions: drawQuestions(&random)
    }
    solve(into: output)
  }

  /// Writes the coefficients of the fit without one question.
  func refit(without question: Int, into output: UnsafeMutablePointer<Double>) {
    guard let questions = fit.data.questions else { return }
    let means = questions.means(without: question)
    guard means.y.allSatisfy(\.isFinite) else { return }
    setMeans(means.y, means.items)
    solve(into: output)
  }

  private var reduced: VariableProjection { estimator.reduced }

  private func solve(into output: UnsafeMutablePointer<Double>) {
    guard let best = minimum() else { return }
    let linearCount = fit.linear.count
    for index in best.shape.indices { output[linearCount + index] = best.shape[index] }
    for index in 0..<linearCount { output[index] = reduced.linear[index] }
  }

  private func drawCases(_ random: inout RandomSource) {
    for _ in 0..<100 {
      for row in counts.indices { counts[row] = 0 }
      for group in drawnGroups.indices { drawnGroups[group] = false }
      var groups = 0
      for _ in counts.indices {
        let row = random.index(below: counts.count)
        counts[row] += 1
        if !drawnGroups[xGroup[row]] {
          drawnGroups[xGroup[row]] = true
          groups += 1
        }
      }
      if groups >= neededGroups { break }
    }
    reduced.setCounts(counts)
  }

  private func drawResiduals(_ random: inout RandomSource) {
    for row in response.indices {
      let residual = residuals[random.index(below: residuals.count)]
      response[row] = fit.fitted[row] + residual * (spreads?[row] ?? 1)
    }
    reduced.setResponse(response)
  }

  private func drawCounts(_ random: inout RandomSource) {
    for row in response.indices {
      let items = Int((fit.data.items[row] ?? 1).rounded())
      let chance = min(max(fit.fitted[row], 0), 1)
      response[row] = Double(random.binomial(trials: items, probability: chance)) / Double(items)
    }
    reduced.setResponse(response)
  }

  private func drawQuestions(_ random: inout RandomSource) {
    guard let questions = fit.data.questions else { return }
    var drawn: [[Double?]] = []
    for _ in 0..<100 {
      drawn = questions.scores.indices.map { _ in
        questions.scores[random.index(below: questions.scores.count)]
      }
      // Each point needs a question that was asked there.
      if response.indices.allSatisfy({ row in drawn.contains { $0[row] != nil } }) { break }
    }
    let means = QuestionScores(names: questions.names, scores: drawn).means(without: nil)
    guard means.y.allSatisfy(\.isFinite) else { return }
    setMeans(means.y, means.items)
  }

  private func setMeans(_ y: [Double], _ items: [Double]) {
    reduced.setResponse(y)
    if fit.noise.isBinomial { reduced.setObjective(BinomialObjective(items: items)) }
  }

  /// Stops when the improvement still promised is below this share of the residual sum of
  /// squares: an estimate is then within about a thousandth of its standard error, far less than
  /// a percentile over any affordable number of replicates can show.
  private static let tolerance = 1e-7

  /// The minimum reached from the original fit, or else from a scan; `reduced` is left there.
  private func minimum() -> VariableProjection.Minimum? {
    var best = minimum(from: [fit.shape])
    if !(best?.isConverged ?? false), !fit.shape.isEmpty {
      let search = ShapeSearch(fit.model.searchRanges(for: fit.data), reduced)
      best = minimum(from: search.localMinima(atMost: 4))
    }
    guard let best, best.isConverged, best.residualSumOfSquares.isFinite else { return nil }
    return best
  }

  private func minimum(from starts: [[Double]]) -> VariableProjection.Minimum? {
    estimator.minimum(from: starts, tolerance: Self.tolerance)
  }
}
