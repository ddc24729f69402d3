import Testing

@testable import ScalingAnalysis

/// Surfaces of accuracy over two computes.
struct SurfaceFitTests {
  /// From SciPy 1.17: the quasi-likelihood by `minimize`, jackknife refits of each cluster likewise.
  @Test("coefficients, jackknife covariance and Fieller's interval agree with SciPy")
  func reference() throws {
    let fit = try #require(
      SurfaceFit(.additive, try SurfaceSamples.small(), range: .whole, threads: 2))
    let expected = [-0.981_426_753_7, 0.746_382_833_1, 1.455_987_444]
    for (value, reference) in zip(fit.coefficients, expected) {
      #expect(abs(value - reference) < 1e-7)
    }
    let covariance = try #require(fit.covariance)
    #expect(covariance[1][1].isNear(0.004_731_454, 1e-4))
    #expect(covariance[1][2].isNear(0.001_892_561, 1e-4))
    #expect(covariance[2][2].isNear(0.002_171_592, 1e-4))
    #expect(fit.degreesOfFreedom == 3)
    let rate = fit.inferencePerTraining(at: fit.centre).estimate(fit, level: 0.95)
    #expect(try #require(rate.value).isNear(0.512_629_993, 1e-7))
    #expect(try #require(rate.interval?.lower).isNear(0.381_417_4, 1e-4))
    #expect(try #require(rate.interval?.upper).isNear(0.636_317_9, 1e-4))
  }

  @Test("a known ceiling changes the coefficients as in SciPy")
  func ceiling() throws {
    let fit = try #require(
      SurfaceFit(
        .additive, try SurfaceSamples.small(), range: try AccuracyRange(ceiling: 0.9), threads: 1))
    let expected = [-0.798_526_667_4, 0.840_181_148_9, 1.613_188_643_6]
    for (value, reference) in zip(fit.coefficients, expected) {
      #expect(abs(value - reference) < 1e-6)
    }
  }

  @Test("a surface without noise is found again", arguments: [(0, 1), (0.25, 0.9)])
  func exact(floor: Double, ceiling: Double) throws {
    let range = try AccuracyRange(floor: floor, ceiling: ceiling)
    let data = try SurfaceSamples.exact(interaction: 0.3, range: range)
    let fit = try #require(SurfaceFit(.interaction, data, range: range, threads: 1))
    for (value, truth) in zip(fit.coefficients, [-1, 0.6, 1.5, 0.3]) {
      #expect(abs(value - truth) < 1e-7)
    }
    let place = SurfacePlace(logTraining: 21, logInference: 2.5)
    let ratio = try #require(fit.inferencePerTraining(at: place).value(fit.coefficients))
    #expect(ratio.isNear((0.6 + 0.3 * 0.5) / (1.5 + 0.3), 1e-6))
    let needed = try #require(
      fit.inferenceNeeded(for: 0.5, logTraining: 21)?.value(fit.coefficients))
    let reached = fit.accuracy(at: SurfacePlace(logTraining: 21, logInference: needed))
    #expect(abs(reached - 0.5) < 1e-9)
  }

  @Test("accuracies of zero and one are taken as they are")
  func ends() throws {
    let data = try SurfaceData(
      training: [1, 1, 1, 10, 10, 10, 100, 100, 100],
      inference: [1, 10, 100, 1, 10, 100, 1, 10, 100],
      accuracy: [0, 0, 0.2, 0, 0.2, 0.6, 0.2, 0.7, 1])
    let fit = try #require(SurfaceFit(.additive, data, range: .whole, threads: 1))
    #expect(fit.coefficients[1] > 0)
    #expect(fit.coefficients[2] > 0)
  }

  @Test("perfectly separated rows determine no surface")
  func separated() throws {
    let data = try SurfaceData(
      training: [1, 1, 10, 10], inference: [1, 10, 1, 10], accuracy: [0, 0, 1, 1])
    #expect(SurfaceFit(.additive, data, range: .whole, threads: 1) == nil)
  }

  @Test("with as many clusters as terms there is a surface, but no interval")
  func fewClusters() throws {
    let data = try SurfaceSamples.exact(clusters: 2)
    let fit = try #require(SurfaceFit(.additive, data, range: .whole, threads: 1))
    #expect(fit.covariance == nil)
    #expect(fit.inferencePerTraining(at: fit.centre).estimate(fit, level: 0.95).interval == nil)
  }

  @Test(
    "bad rows are refused with their place",
    arguments: [
      ([1, 1.0], [1, 2.0], [0.1, 0.2], "same training compute, 1.0"),
      ([1, 2], [3, 3], [0.1, 0.2], "same inference compute, 3.0"),
      ([1, 2], [3, 4], [0.1, 0.1], "all accuracies are 0.1"),
      ([1, 0], [3, 4], [0.1, 0.2], "row 2: the training compute is 0.0"),
      ([1, 2], [-3, 4], [0.1, 0.2], "row 1: the inference compute is -3.0"),
      ([1, 2], [3, 4], [0.1, 1.2], "row 2: the accuracy is 1.2"),
    ])
  func refusals(training: [Double], inference: [Double], accuracy: [Double], message: String) {
    let error = #expect(throws: FitError.self) {
      try SurfaceData(training: training, inference: inference, accuracy: accuracy)
    }
    #expect(error?.description.contains(message) == true)
  }
}
