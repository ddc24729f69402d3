import Testing

@testable import ScalingAnalysis

struct HeldOutComparisonTests {
  /// A power law seen up to 1,000 and held out beyond it.
  static let whole = simulated(
    { 2 * raise($0, to: -0.3) }, at: ratios(from: 1, to: 64_000, count: 17), sd: 0.002)

  private func comparison(_ names: [ModelName]) throws -> HeldOutComparison {
    let (fitted, heldOut) = Self.whole.split(heldOut: Self.whole.x.map { $0 > 1000.5 })
    let ranking = try FamilySelection(names: names).rank(fitted)
    return try #require(HeldOutComparison(ranking, heldOut: heldOut))
  }

  @Test func theTrueFamilyPredictsBest() throws {
    let comparison = try comparison([.linear, .logLinear, .powerLaw])
    #expect(comparison.best?.model == .powerLaw)
    #expect(comparison.preferred == .powerLaw)
    let score = try #require(comparison.score(.powerLaw))
    #expect(score.points.count == 7)
    #expect(try #require(score.rmsle) < 0.05)
    #expect(score.coveredCount >= 5)
  }

  @Test func scoresFollowTheirDefinitions() throws {
    let score = try #require(try comparison([.powerLaw]).score(.powerLaw))
    let errors = score.points.map { ($0.predicted ?? .nan) - $0.observed }
    let logs = score.points.map { logarithm($0.predicted ?? .nan) - logarithm($0.observed) }
    let count = Double(errors.count)
    #expect(relativeError(score.meanError, errors.reduce(0, +) / count) < 1e-12)
    #expect(
      relativeError(score.meanAbsoluteError, errors.reduce(0) { $0 + abs($1) } / count) < 1e-12)
    #expect(abs(score.worstError ?? 0) == errors.map(abs).max())
    let meanSquare = logs.reduce(0) { $0 + $1 * $1 } / count
    #expect(relativeError(score.rmsle, meanSquare.squareRoot()) < 1e-12)
  }

  @Test func distancesAreDoublingsBeyondTheFittedRange() throws {
    let comparison = try comparison([.powerLaw])
    let fittedEnd = try #require(Self.whole.x.last { $0 <= 1000.5 })
    let points = try #require(comparison.scores.first?.points)
    for point in points {
      #expect(
        relativeError(point.doublingsBeyond, logarithmBase2(point.x / fittedEnd)) < 1e-12)
    }
    #expect(comparison.farthestDoublings == points.last?.doublingsBeyond)
  }

  @Test func aResponseInLogarithmsIsScoredOnItsOwnScale() throws {
    let formula = try Formula("log2(y) ~ a + b*log2(x)", columns: ["x", "y"])
    let data = try formula.data([
      DataColumn("x", Self.whole.x), DataColumn("y", Self.whole.y),
    ])
    let (fitted, heldOut) = data.split(heldOut: data.x.map { $0 > 1000.5 })
    let score = HeldOutScore(try FormulaModel(formula).fit(to: fitted), heldOut: heldOut)
    let rmse = try #require(score.rootMeanSquareError)
    #expect(relativeError(score.rmsle, rmse * naturalLogarithmOf2) < 1e-12)
  }

  @Test func accuraciesAreComparedInPoints() throws {
    let data = CurveData(
      x: [1, 2, 4, 8, 16, 32], y: [0.1, 0.21, 0.29, 0.42, 0.5, 0.52], isAccuracy: true)
    let (fitted, heldOut) = data.split(heldOut: data.x.map { $0 > 10 })
    let ranking = try FamilySelection(names: [.linear, .logLinear]).rank(fitted)
    let comparison = try #require(HeldOutComparison(ranking, heldOut: heldOut))
    #expect(comparison.criterion == .meanAbsoluteError)
    #expect(comparison.unit == .points)
    #expect(comparison.best?.model == .logLinear)
  }

  @Test func tooFewPointsLeftIsAnError() {
    let (fitted, heldOut) = Self.whole.split(heldOut: Self.whole.x.map { $0 > 1.5 })
    #expect(fitted.count == 1)
    #expect {
      try fitted.requireEnough(afterHoldingOut: heldOut.count)
    } throws: { error in
      "\(error)"
        == "16 of 17 points are held out and 1 is left: a curve needs at least 3; hold out fewer"
    }
  }
}
