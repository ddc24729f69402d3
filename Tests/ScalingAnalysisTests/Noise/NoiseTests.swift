import ScalingAnalysis
import Testing

/// Names of noises, and what the observations must be like.
struct NoiseTests {
  @Test(
    "a noise is written as it is read",
    arguments: [
      "gaussian", "binomial", "binomial-overdispersed", "huber", "huber:1.5", "bisquare",
      "bisquare:6",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try Noise(text).description == text)
  }

  @Test(
    "a noise that cannot be read says why",
    arguments: [
      (
        "binomal",
        "there is no such noise; did you mean binomial? Choose from gaussian, binomial, "
          + "binomial-overdispersed, huber[:DELTA] and bisquare[:C]"
      ),
      ("huber:-1", "\"-1\" is not a positive number of scales, such as huber:1.345"),
      ("bisquare:", "\"\" is not a positive number of scales, such as huber:1.345"),
      ("gaussian:2", "gaussian takes no number; write gaussian"),
    ])
  func unreadable(_ text: String, _ problem: String) {
    #expect {
      try Noise(text)
    } throws: { error in
      (error as? FitError)?.description == "the noise \"\(text)\": \(problem)"
    }
  }

  @Test("weights with a noise of its own weights are refused")
  func weightsAndBinomial() {
    let data = CurveData(
      x: [1, 2, 4, 8], y: [0.1, 0.2, 0.3, 0.5], items: [10, 10, 10, 10], isAccuracy: true,
      weights: .relative([1, 1, 2, 2]))
    #expect {
      try FamilySelection().model(.logLinear, for: data)
        .fit(to: data, noise: .binomial(overdispersed: false))
    } throws: { error in
      (error as? FitError)?.code == .invalidNoise
    }
  }

  @Test("equal weights change nothing", arguments: ModelName.allCases)
  func equalWeights(_ name: ModelName) throws {
    guard name != .formula else { return }
    let x = (0..<12).map { 100 * pow2($0) }
    let y = [0.1, 0.16, 0.2, 0.31, 0.4, 0.48, 0.61, 0.66, 0.69, 0.72, 0.7, 0.73]
    let plain = CurveData(x: x, y: y, isAccuracy: true)
    let weighted = CurveData(
      x: x, y: y, isAccuracy: true, weights: .relative(Array(repeating: 4, count: 12)))
    let a = try FamilySelection().model(name, for: plain).fit(to: plain)
    let b = try FamilySelection().model(name, for: weighted).fit(to: weighted)
    for (one, other) in zip(a.coefficients, b.coefficients) {
      #expect(
        relativeError(other.estimate ?? 0, one.estimate ?? 0) < 1e-7, "\(name) \(one.name)")
      if let lower = one.interval?.lower {
        #expect(relativeError(other.interval?.lower, lower) < 1e-3, "\(name) \(one.name)")
      }
    }
  }

  private func pow2(_ exponent: Int) -> Double { Double(1 << exponent) }

  @Test(
    "an outlier moves a robust curve little",
    arguments: [Noise.huber(threshold: 1.345), .bisquare(threshold: 4.685)])
  func outlier(_ noise: Noise) throws {
    let x = (0..<14).map { 100 * pow2($0) }
    var random = RandomSource(seed: 4, stream: 1)
    var y = x.indices.map { 0.1 + 0.05 * Double($0) + 0.01 * random.normal() }
    y[3] = 0.9
    let data = CurveData(x: x, y: y, isAccuracy: false)
    let model = FamilySelection().model(.logLinear, for: data)
    let plain = try model.fit(to: data).coefficient("slopePerDoubling")?.estimate ?? 0
    let robust = try model.fit(to: data, noise: noise)
    let slope = try #require(robust.coefficient("slopePerDoubling")?.estimate)
    #expect(abs(slope - 0.05) < 0.004)
    #expect(abs(plain - 0.05) > 0.01)
    #expect(robust.termination.converged)
  }

  @Test("a binomial curve that would leave 0...1 is held at the edge and says so")
  func edge() throws {
    let x = (0..<8).map(pow2)
    let y = [0.2, 0.4, 0.6, 0.8, 1, 1, 1, 1]
    let data = CurveData(
      x: x, y: y, items: Array(repeating: 30, count: 8), isAccuracy: true)
    let fit = try FamilySelection().model(.logLinear, for: data)
      .fit(to: data, noise: .binomial(overdispersed: false))
    #expect(fit.has(.atProbabilityEdge))
    #expect(fit.fitted.allSatisfy { $0 < 1.001 })
  }

  @Test("scatter beyond what the questions explain is reported")
  func excess() throws {
    let x = (0..<10).map(pow2)
    let y = [0.1, 0.3, 0.12, 0.4, 0.3, 0.6, 0.4, 0.8, 0.5, 0.9]
    let data = CurveData(
      x: x, y: y, items: Array(repeating: 200, count: 10), isAccuracy: true)
    let model = FamilySelection().model(.logLinear, for: data)
    let plain = try model.fit(to: data, noise: .binomial(overdispersed: false))
    #expect(plain.has(.overDispersed))
    let quasi = try model.fit(to: data, noise: .binomial(overdispersed: true))
    #expect(!quasi.has(.overDispersed))
    let (a, b) = (
      plain.coefficient("slopePerDoubling")?.standardError ?? 0,
      quasi.coefficient("slopePerDoubling")?.standardError ?? 0
    )
    let dispersion = try #require(quasi.statistics.dispersion)
    #expect(relativeError(b, a * dispersion.squareRoot()) < 1e-9)
  }

  @Test("over-dispersed counts are ranked by the dispersion of the richest family")
  func quasiRanking() throws {
    let data = NoiseReferenceTests.counts()
    let ranking = try FamilySelection(names: [.constant, .logLinear, .logistic])
      .rank(data, noise: .binomial(overdispersed: true))
    let richest = try #require(ranking.entries.first { $0.fit.name == .logistic }).fit
    let line = try #require(ranking.entries.first { $0.fit.name == .logLinear }).fit
    let constant = try #require(ranking.entries.first { $0.fit.name == .constant }).fit
    let dispersion = max(try #require(richest.statistics.dispersion), 1)
    let deviances = try #require(constant.statistics.deviance) - #require(line.statistics.deviance)
    let likelihoods =
      try #require(line.statistics.logLikelihood) - #require(constant.statistics.logLikelihood)
    #expect(relativeError(2 * likelihoods, deviances / dispersion) < 1e-9)
  }

  @Test("no weights of support under the bisquare")
  func bisquareRanking() throws {
    let data = CurveData(
      x: NoiseReferenceTests.x, y: NoiseReferenceTests.withOutliers, isAccuracy: false)
    let ranking = try FamilySelection(names: [.linear, .logLinear])
      .rank(data, noise: .bisquare(threshold: 4.685))
    #expect(ranking.preferred == nil)
    #expect(ranking.entries.map(\.fit.name) == [.linear, .logLinear])
  }

  @Test("8 points of 30 questions are too few for a bent curve with estimated noise")
  func fewDegrees() throws {
    let x = (0..<8).map(pow2)
    let y = [0.2, 0.3, 0.43, 0.5, 0.6, 0.63, 0.7, 0.7]
    let fit = { (items: Double, noise: Noise) throws in
      let data = CurveData(
        x: x, y: y, items: Array(repeating: items, count: 8), isAccuracy: true)
      return try FamilySelection().model(.logistic, for: data).fit(to: data, noise: noise)
    }
    #expect(try fit(30, .gaussian).has(.fewDegreesOfFreedom))
    #expect(try fit(30, .binomial(overdispersed: true)).has(.fewDegreesOfFreedom))
    #expect(try !fit(30, .binomial(overdispersed: false)).has(.fewDegreesOfFreedom))
    #expect(try !fit(500, .gaussian).has(.fewDegreesOfFreedom))
  }
}
