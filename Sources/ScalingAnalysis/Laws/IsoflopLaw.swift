/// A power of compute: the optimal parameters, or tokens, as coefficient·C^exponent.
public struct ComputePower: Sendable, Equatable {
  /// The exponent.
  public let exponent: Double
  /// The value at one FLOP.
  public let coefficient: Double
  /// 1 − RSS/TSS of the logarithms, without weights.
  public let rSquared: Double
  /// Its interval over the draws of the noise.
  public var exponentInterval: Interval?

  /// The value at a budget.
  public func value(compute: Double) -> Double {
    coefficient * exponential(exponent * logarithm(compute))
  }

  /// The straight line through the logarithms; `nil` where all are at the same compute.
  init?(logCompute x: [Double], logValue y: [Double], weights: [Double]? = nil) {
    guard let line = StraightLine(x: x, y: y, weights: weights) else { return nil }
    exponent = line.slope
    coefficient = exponential(line.intercept)
    let mean = y.reduce(0, +) / Double(y.count)
    let total = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    rSquared = total > 0 ? 1 - line.residualSumOfSquares(x: x, y: y) / total : 1
  }
}

/// The law of the compute-optimal parameters and tokens from IsoFLOP profiles.
public struct IsoflopLaw: Sendable {
  /// The minima that the law goes through.
  public let minima: [IsoflopMinimum]
  /// N* in compute, weighted by 1/deviation² where deviations are known.
  public let parameters: ComputePower
  /// D* in compute, with the same weights.
  public let tokens: ComputePower
  /// N* in compute without weights.
  public let unweightedParameters: ComputePower
  /// Whether weights were known.
  public let isWeighted: Bool
  /// Profiles left out, and why.
  public let diagnostics: [LawDiagnostic]

  /// The law of known minima. Where each has a deviation, they are the weights, and draws from
  /// them give the interval.
  ///
  /// - Throws: `FitError` when fewer than two budgets remain.
  public init(
    _ minima: [IsoflopMinimum], drawCount: Int = 1000, seed: UInt64 = 1, level: Double = 0.95
  ) throws(FitError) {
    let draws = minima.enumerated().map { index, minimum in
      (0..<drawCount).map { draw -> Double in
        guard let deviation = minimum.logDeviation else { return .nan }
        var random = RandomSource(seed: seed, stream: UInt64(index) << 32 | UInt64(draw))
        return logarithm(minimum.parameters) + deviation * random.normal()
      }
    }
    try self.init(minima, draws: draws, level: level, diagnostics: [])
  }

  /// The law of profiles.
  ///
  /// - Throws: `FitError` when fewer than two profiles have a minimum inside.
  public init(
    _ profiles: [IsoflopProfile], search: IsoflopSearch = IsoflopSearch(), level: Double = 0.95
  ) throws(FitError) {
    let outcomes = search.outcomes(profiles)
    let diagnostics = [
      Self.leftOut(profiles, outcomes, .tooFewSizes, "fewer than three model sizes"),
      Self.leftOut(
        profiles, outcomes, .edgeMinimum, "the minimum at the edge, in most draws of the noise"),
      Self.repeated(profiles),
    ].compactMap(\.self)
    let kept = outcomes.filter { $0.minimum != nil }
    try self.init(
      kept.compactMap(\.minimum), draws: kept.map(\.draws), level: level, diagnostics: diagnostics)
  }

  /// The profiles left out for one reason, in one sentence.
  private static func leftOut(
    _ profiles: [IsoflopProfile], _ outcomes: [IsoflopSearch.Outcome], _ code: LawDiagnostic.Code,
    _ reason: String
  ) -> LawDiagnostic? {
    let budgets = zip(profiles, outcomes).filter { $1.reason == code }.map(\.0.compute)
    guard !budgets.isEmpty else { return nil }
    let shown = budgets.prefix(5).map { compute in
      let scale = exponential(
        (logarithm(compute) / logarithm(10)).rounded(.down) * logarithm(10))
      return
        "\((100 * compute / scale).rounded() / 100)e\(Int((logarithm(scale) / logarithm(10)).rounded()))"
    }
    let more = budgets.count > 5 ? " and \(budgets.count - 5) more" : ""
    return LawDiagnostic(
      code: code,
      message: "\(budgets.count) \(budgets.count == 1 ? "profile" : "profiles") left out "
        + "(\(shown.joined(separator: ", "))\(more) FLOP): \(reason)")
  }

  /// Profiles that hold several losses for one model size: runs of different recipes make no
  /// common law.
  private static func repeated(_ profiles: [IsoflopProfile]) -> LawDiagnostic? {
    let count = profiles.count { $0.repeatedSizes > 0 }
    guard count > 0 else { return nil }
    return LawDiagnostic(
      code: .repeatedRuns,
      message: "\(count) of \(profiles.count) profiles have several losses for one model size: if "
        + "they come from different recipes, this is no law of any of them; keep one with --where")
  }

  private init(
    _ minima: [IsoflopMinimum], draws: [[Double]], level: Double, diagnostics: [LawDiagnostic]
  ) throws(FitError) {
    let x = minima.map { logarithm($0.compute) }
    let deviations = minima.compactMap(\.logDeviation)
    isWeighted = deviations.count == minima.count && deviations.allSatisfy { $0 > 0 }
    let weights =
      isWeighted ? deviations.map { 1 / ($0 * $0) } : Array(repeating: 1.0, count: minima.count)
    let logParameters = minima.map { logarithm($0.parameters) }
    let logTokens = minima.map { logarithm($0.tokens) }
    guard
      var parameters = ComputePower(logCompute: x, logValue: logParameters, weights: weights),
      var tokens = ComputePower(logCompute: x, logValue: logTokens, weights: weights),
      let unweighted = ComputePower(logCompute: x, logValue: logParameters)
    else {
      throw FitError(
        code: minima.count < 2 ? .tooFewPoints : .allXEqual,
        description: "\(minima.count) \(minima.count == 1 ? "profile has" : "profiles have") a "
          + "minimum inside" + (minima.count < 2 ? "" : ", all at the same compute")
          + "; a law in compute needs at least two budgets. "
          + (diagnostics.isEmpty
            ? "Add runs of another budget."
            : diagnostics.map(\.message).joined(separator: "; ") + "."))
    }
    let count = draws.map(\.count).min() ?? 0
    var exponents = (0..<count).compactMap { draw -> Double? in
      let rows = draws.indices.filter { draws[$0][draw].isFinite }
      return ComputePower(
        logCompute: rows.map { x[$0] }, logValue: rows.map { draws[$0][draw] },
        weights: rows.map { weights[$0] }
      )?.exponent
    }
    if exponents.count >= 20 {
      let tail = (1 - level) / 2
      let lower = quantile(&exponents, tail)
      let upper = quantile(&exponents, 1 - tail)
      parameters.exponentInterval = Interval(
        level: level, lower: lower, upper: upper, method: .bootstrap)
      // Along C = 6ND what N gains in the exponent D loses.
      let sum = parameters.exponent + tokens.exponent
      tokens.exponentInterval = Interval(
        level: level, lower: sum - upper, upper: sum - lower, method: .bootstrap)
    }
    self.minima = minima
    self.parameters = parameters
    self.tokens = tokens
    unweightedParameters = unweighted
    self.diagnostics = diagnostics
  }

  /// The optimum at a budget, by the two powers.
  public func optimum(compute: Double) -> IsoflopMinimum {
    IsoflopMinimum(
      compute: compute, parameters: parameters.value(compute: compute),
      tokens: tokens.value(compute: compute))
  }
}
