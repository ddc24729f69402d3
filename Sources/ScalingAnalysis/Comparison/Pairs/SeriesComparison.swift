/// Comparisons of fitted series: for every family that both were fitted with, and for
/// the curves that are drawn where these are of two families.
public struct SeriesComparison: Sendable {
  /// A series with its ranked fits, or why there are none.
  public struct Member: Sendable {
    let name: String
    let ranking: ModelRanking?
    let error: FitError?

    /// A series by its name.
    public init(name: String, ranking: ModelRanking?, error: FitError? = nil) {
      self.name = name
      self.ranking = ranking
      self.error = error
    }
  }

  private let series: [Member]

  /// Series that may be compared.
  public init(_ series: [Member]) { self.series = series }

  /// The comparisons that are asked for, in order.
  ///
  /// - Throws: `FitError` when a series is unknown or has no curve, no family fitted to both has
  ///   the coefficient, or the comparison cannot be made.
  public func estimates(_ requests: [PairRequest]) throws(FitError) -> [PairEstimate] {
    var result: [PairEstimate] = []
    for request in requests {
      result += try estimates(try request.quantity(among: series.map(\.name)))
    }
    return result
  }

  private func estimates(_ quantity: PairQuantity) throws(FitError) -> [PairEstimate] {
    let first = try ranking(quantity.first, quantity)
    let second = try ranking(quantity.second, quantity)
    var result: [PairEstimate] = []
    for pair in pairs(first, second) {
      if let estimate = try pair.estimate(quantity) { result.append(estimate) }
    }
    guard result.isEmpty else { return result }
    throw FitError(
      code: .invalidQuantity, description: missing(quantity, first.entries + second.entries))
  }

  private func ranking(
    _ name: String, _ quantity: PairQuantity
  ) throws(FitError) -> ModelRanking {
    let report = series.first { $0.name == name }
    if let ranking = report?.ranking { return ranking }
    throw FitError(
      code: .invalidQuantity,
      description: "the comparison \"\(quantity)\": series \"\(name)\" has no curve: "
        + (report?.error?.description ?? "it was not fitted"))
  }

  private func pairs(_ first: ModelRanking, _ second: ModelRanking) -> [FitPair] {
    var result: [FitPair] = []
    if let a = first.drawn, let b = second.drawn, a.fit.name != b.fit.name {
      result.append(FitPair(a.fit, b.fit))
    }
    for entry in first.entries {
      guard let other = second.entries.first(where: { $0.fit.name == entry.fit.name }) else {
        continue
      }
      result.append(FitPair(entry.fit, other.fit))
    }
    return result
  }

  private func missing(_ quantity: PairQuantity, _ entries: [ModelRanking.Entry]) -> String {
    switch quantity.kind {
    case .ratio(let name):
      var known: [String] = []
      for coefficient in entries.flatMap(\.fit.coefficients)
      where !known.contains(coefficient.name) { known.append(coefficient.name) }
      return "the comparison \"\(quantity)\": no family fitted to both series has a coefficient "
        + "\(name); the coefficients are \(known.joined(separator: ", "))"
    default:
      return "the comparison \"\(quantity)\": no family fitted to both series has one slope; use "
        + "--model linear, log-linear, hinge or power-law, or ratio@COEFFICIENT:A/B"
    }
  }
}
