import Testing

@testable import ScalingAnalysis

/// The broken power law of four-digit addition (Caballero et al. 2023, Figure 4).
struct BrokenPowerTests {
  static let published = [
    0.413_884_530_716_294_55, 2.277_272_289_773_755_6, 0.055_077_348_404_973_955,
    5.662_903_816_010_331, 612.583_617_291_800_1, 0.059_193_036_393_742_314,
  ]

  @Test(
    "the published coefficients, and the extrapolation",
    .enabled(if: ReferenceRuns.arePresent, "\(ReferenceRuns.absence)"))
  func published() throws {
    let path = "bnsl-4-digit-addition/points.csv"
    let names = ["train_set_size", "test_cross_entropy"]
    let data = try ReferenceRuns.data(path, names, where: ["split=fit"])
    let fit = try LawFit(data, settings: .init(form: .brokenPower, threads: 2))
    #expect(fit.value <= 1.63e-7)
    #expect(fit.value.isNear(1.619_61e-7, 1e-5))
    for (found, value) in zip(fit.law.coefficients, Self.published) {
      #expect(found.isNear(value, 1e-4))
    }
    let rest = try ReferenceRuns.data(path, names, where: ["split=extrapolate"])
    let error = LawObjective.logLeastSquares.value(of: fit.law, on: rest) / Double(rest.count)
    #expect(abs(error.squareRoot() - 0.0109) < 0.0005)
    let plain = try LawFit(data, settings: .init(form: .power, objective: .logLeastSquares))
    let other = LawObjective.logLeastSquares.value(of: plain.law, on: rest) / Double(rest.count)
    #expect(other.squareRoot() > 0.5)
  }

  @Test("sharp breaks do not overflow")
  func overflow() {
    let law = TrainingLaw(.brokenPower, coefficients: [0.4, 2, 0.05, 5, 600, 1e-4])
    #expect(law.loss(1e6).isNear(0.4, 1e-3))
    #expect(law.loss(10).isFinite)
  }
}
