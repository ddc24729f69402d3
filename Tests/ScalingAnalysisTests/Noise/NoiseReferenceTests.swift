import ScalingAnalysis
import ScalingData
import Testing

/// Fits beside those of R 4.2.2: `Rscript reference.R` in this folder prints the values.
struct NoiseReferenceTests {
  static let x: [Double] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
  static let items: [Double] = [30, 60, 30, 50, 30, 30, 100, 30, 30, 40]
  static let right: [Double] = [2, 7, 5, 14, 11, 13, 62, 21, 22, 35]
  static let share = zip(right, items).map { $0 / $1 }
  static let withOutliers = [0.11, 0.14, 0.20, 0.31, 0.70, 0.44, 0.52, 0.62, 0.66, 0.20]
  static let weights: [Double] = [1, 2, 1, 4, 1, 1, 3, 1, 2, 5]

  static func counts() -> CurveData {
    CurveData(x: x, y: share, items: items, isAccuracy: true)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let data: CurveData
    let noise: Noise
    let intercept: (estimate: Double, error: Double)
    let slope: (estimate: Double, error: Double)
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "glm, identity link", data: counts(), noise: .binomial(overdispersed: false),
      intercept: (0.0401682983288112, 0.02680692520793571),
      slope: (0.0909991344412612, 0.00565791552288539)),
    Case(
      name: "glm, quasibinomial", data: counts(), noise: .binomial(overdispersed: true),
      intercept: (0.0401682983288112, 0.0161741255751698),
      slope: (0.0909991344412612, 0.0034137386310072)),
    Case(
      name: "MASS::rlm, Huber", data: CurveData(x: x, y: withOutliers, isAccuracy: false),
      noise: .huber(threshold: 1.345),
      intercept: (0.0943479723949125, 0.02217358032753326),
      slope: (0.0701630069012719, 0.00415349214534693)),
    Case(
      name: "MASS::rlm, bisquare", data: CurveData(x: x, y: withOutliers, isAccuracy: false),
      noise: .bisquare(threshold: 4.685),
      intercept: (0.0807478135545227, 0.01477596902233751),
      slope: (0.0735126567004850, 0.00276779258773839)),
    Case(
      name: "lm, relative weights",
      data: CurveData(x: x, y: share, isAccuracy: false, weights: .relative(weights)),
      noise: .gaussian, intercept: (0.0113846284935244, 0.02065282221771697),
      slope: (0.0950383435582822, 0.00340407646512995)),
    Case(
      name: "lm of repeated rows",
      data: CurveData(x: x, y: share, isAccuracy: false, weights: .counts(weights)),
      noise: .gaussian, intercept: (0.0113846284935241, 0.01340132068207611),
      slope: (0.0950383435582822, 0.00220885648724465)),
    Case(
      name: "lm, known errors",
      data: CurveData(x: x, y: share, isAccuracy: false, weights: .knownErrors(errors)),
      noise: .gaussian, intercept: (0.0308593585751654, 0.0292913517624213),
      slope: (0.0925037007226688, 0.00590514673249375)),
  ]

  static let errors = zip(share, items).map { ($0 * (1 - $0) / $1).squareRoot() }

  @Test("estimates and standard errors are those of R", arguments: cases)
  func estimates(_ one: Case) throws {
    let fit = try FamilySelection().model(.logLinear, for: one.data)
      .fit(to: one.data, noise: one.noise)
    let intercept = try #require(fit.coefficient("intercept"))
    let slope = try #require(fit.coefficient("slopePerDoubling"))
    #expect(relativeError(intercept.estimate, one.intercept.estimate) < 1e-11)
    #expect(relativeError(slope.estimate, one.slope.estimate) < 1e-11)
    #expect(relativeError(intercept.standardError, one.intercept.error) < 1e-10)
    #expect(relativeError(slope.standardError, one.slope.error) < 1e-10)
    #expect(fit.termination.converged)
  }

  @Test("the deviance, the likelihood and the criteria of binomial counts are those of R's glm")
  func binomialStatistics() throws {
    let data = Self.counts()
    let fit = try FamilySelection().model(.logLinear, for: data)
      .fit(to: data, noise: .binomial(overdispersed: false))
    #expect(relativeError(fit.statistics.deviance, 2.87549272755152) < 1e-11)
    #expect(relativeError(fit.statistics.logLikelihood, -19.9473161380227) < 1e-12)
    #expect(relativeError(fit.statistics.aic, 43.8946322760453) < 1e-12)
    #expect(relativeError(fit.statistics.bic, 44.4998024620334) < 1e-12)
    #expect(relativeError(fit.statistics.dispersion, 0.364038751255259) < 1e-11)
    #expect(fit.statistics.residualStandardError == nil)
  }

  @Test("a logistic from 0 to 1 is R's logistic regression")
  func logisticRegression() throws {
    let data = Self.counts()
    let fit = try LogisticModel(floor: 0, ceiling: 1)
      .fit(to: data, noise: .binomial(overdispersed: false))
    let steepness = try #require(fit.coefficient("steepnessPerDoubling"))
    let midpoint = try #require(fit.coefficient("midpoint"))
    #expect(relativeError(steepness.estimate, 0.478429888529539) < 1e-10)
    #expect(relativeError(steepness.standardError, 0.0494702716004729) < 1e-9)
    #expect(relativeError(midpoint.estimate, 36.4033574081535) < 1e-10)
    #expect(relativeError(midpoint.standardError, 6.04962512692956) < 1e-9)
    #expect(relativeError(fit.statistics.deviance, 1.35484616704899) < 1e-10)
  }

  @Test("a free ceiling is the one of largest likelihood")
  func freeCeiling() throws {
    let data = Self.counts()
    let fit = try LogisticModel().fit(to: data, noise: .binomial(overdispersed: false))
    #expect(relativeError(fit.coefficient("midpoint")?.estimate, 33.1413981617834) < 1e-9)
    #expect(
      relativeError(fit.coefficient("steepnessPerDoubling")?.estimate, 0.492847632867092) < 1e-9)
    #expect(relativeError(fit.statistics.logLikelihood, -19.1718267642686) < 1e-12)
  }

  @Test("robust scales are the median ones of rlm")
  func robustScales() throws {
    let data = CurveData(x: Self.x, y: Self.withOutliers, isAccuracy: false)
    let model = FamilySelection().model(.logLinear, for: data)
    let huber = try model.fit(to: data, noise: .huber(threshold: 1.345))
    #expect(relativeError(huber.statistics.residualStandardError, 0.0297724291336339) < 1e-11)
    let bisquare = try model.fit(to: data, noise: .bisquare(threshold: 4.685))
    #expect(relativeError(bisquare.statistics.residualStandardError, 0.0288540102276429) < 1e-11)
    #expect(bisquare.statistics.aicc == nil)
  }

  @Test("weights mean what they say in scale, likelihood and intervals")
  func weightMeanings() throws {
    let fit = { (weights: Weights) throws in
      try FamilySelection().model(.logLinear, for: Self.counts()).fit(
        to: CurveData(x: Self.x, y: Self.share, isAccuracy: false, weights: weights))
    }
    let relative = try fit(.relative(Self.weights))
    #expect(relativeError(relative.statistics.residualStandardError, 0.0464610566587128) < 1e-12)
    #expect(relativeError(relative.statistics.logLikelihood, 20.3580599711053) < 1e-12)
    #expect(relativeError(relative.statistics.bic, -33.8083646632284) < 1e-12)
    let slope = relative.coefficient("slopePerDoubling")?.interval
    #expect(relativeError(slope?.lower, 0.0871885291531413) < 1e-9)
    #expect(relativeError(slope?.upper, 0.1028881579634230) < 1e-9)

    let counts = try fit(.counts(Self.weights))
    #expect(counts.statistics.observations == 21)
    #expect(counts.statistics.residualDegreesOfFreedom == 19)
    #expect(relativeError(counts.statistics.residualStandardError, 0.0301479145536531) < 1e-12)
    #expect(relativeError(counts.statistics.logLikelihood, 44.7875971894704) < 1e-12)
    #expect(relativeError(counts.statistics.aic, -83.5751943789408) < 1e-12)
    let counted = counts.coefficient("slopePerDoubling")?.interval
    #expect(relativeError(counted?.lower, 0.0904151537977433) < 1e-9)

    let known = try fit(.knownErrors(Self.errors))
    #expect(relativeError(known.statistics.deviance, 2.78489101433393) < 1e-11)
    #expect(relativeError(known.statistics.scatterProbability, 0.947123043119168) < 1e-10)
    #expect(relativeError(known.statistics.logLikelihood, 16.9422322868783) < 1e-12)
    let normal = known.coefficient("slopePerDoubling")?.interval
    #expect(relativeError(normal?.lower, 0.0809298258035567) < 1e-9)
    #expect(relativeError(normal?.upper, 0.104077575641781) < 1e-9)
  }
}
