import ScalingAnalysis
import ScalingClaims
import ScalingData

/// One series with the curves that were fitted to it.
struct MeasuredCurve {
  let name: String
  let data: CurveData
  let ranking: ModelRanking

  init(_ series: Series, isAccuracy: Bool) throws {
    name = series.name
    data = CurveData(series, isAccuracy: isAccuracy)
    ranking = try FamilySelection().rank(data)
  }

  /// The ranking in one line, and what the points say of "it grows with the logarithm of x".
  func report() throws -> String {
    let order = ranking.entries.map { "\($0.fit.name)" }.joined(separator: ", ")
    let finding = try ShapeClaim(.logarithmic).judge(data, CheckSettings(simulations: 199))
    return """
      \(name): \(data.count) points, \(ranking.isDecided ? "decided" : "not decided")
        from best to worst by AICc: \(order)
        logarithmic: \(finding.verdict.rawValue). \(finding.statement)
      """
  }
}
