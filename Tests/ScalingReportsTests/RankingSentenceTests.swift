import ScalingAnalysis
import ScalingReports
import Testing

/// Sentences about a ranking say what the points allow and no more.
struct RankingSentenceTests {
  private func ranking(_ y: [Double], _ names: [ModelName] = ModelName.allCases) throws
    -> ModelRanking
  {
    let x = y.indices.map { 100 * Double(1 << $0) }
    return try FamilySelection(names: names).rank(CurveData(x: x, y: y, isAccuracy: true))
  }

  @Test("five points on a line are drawn as a line, and the sentence says why")
  func fewPoints() throws {
    let ranking = try ranking([0.1, 0.25, 0.3, 0.32, 0.4], [.constant, .logLinear])
    #expect(ranking.preferred?.fit.name == .constant)
    #expect(ranking.drawn?.fit.name == .logLinear)
    #expect(!ranking.isDecided)
    #expect(RankingSentence(ranking).text.contains("log-linear leaves significantly less"))
  }

  @Test("with many points the drawn curve is the preferred one")
  func manyPoints() throws {
    let noise = [0.004, -0.006, 0.002, 0.005, -0.003, -0.004, 0.006, -0.002, 0.001, -0.003]
    let ranking = try ranking(noise.enumerated().map { 0.1 + 0.08 * Double($0) + $1 })
    #expect(ranking.drawn?.fit.name == ranking.preferred?.fit.name)
    #expect(RankingSentence(ranking).text.contains("linear"))
  }

  @Test("a single family is nothing to decide between")
  func single() throws {
    let ranking = try ranking([0.1, 0.2, 0.3, 0.45, 0.5, 0.6], [.logLinear])
    #expect(
      RankingSentence(ranking).text
        == "Only log-linear was fitted: there is nothing to decide between.")
  }

  @Test("four points have no ranking")
  func tooFew() throws {
    let ranking = try ranking([0.1, 0.2, 0.3, 0.45], [.logLinear, .linear])
    #expect(RankingSentence(ranking).text == "No ranking: the points are too few for AICc.")
  }
}
