import Foundation
import Testing

@testable import ScalingAnalysis

struct CoverageAnalysisTests {
  @Test("the published grid up to 10,000 samples")
  func publishedGrid() {
    #expect(
      CoverageCurve.publishedGrid(upTo: 10_000) == [
        1, 2, 4, 6, 11, 18, 29, 48, 78, 127, 206, 335, 545, 885, 1438, 2335, 3792, 6158, 10000,
      ])
    #expect(CoverageCurve.publishedGrid(upTo: 1) == [1])
    #expect(CoverageCurve.publishedGrid(upTo: 0).isEmpty)
  }

  /// Right samples of questions whose chances follow a beta distribution.
  private static func counts(
    _ questions: Int, samples: Int, alpha: Double, beta: Double, seed: Int
  ) -> [SampleCount] {
    var random = RandomSource(seed: 5, stream: UInt64(seed))
    return (0..<questions).map { _ in
      // Jöhnk's method: shapes below one are what coverage has.
      var chance = 0.0
      while true {
        let a = pow(random.unit(), 1 / alpha)
        let b = pow(random.unit(), 1 / beta)
        if a + b > 0, a + b <= 1 {
          chance = a / (a + b)
          break
        }
      }
      return SampleCount(
        samples: samples, right: random.binomial(trials: samples, probability: chance))
    }
  }

  @Test("maximum likelihood finds the truth of many questions, and its slope vanishes there")
  func recovery() throws {
    let counts = Self.counts(3000, samples: 60, alpha: 0.4, beta: 0.9, seed: 1)
    let fit = try #require(BetaBinomial(maximumLikelihood: counts))
    #expect(abs(fit.alpha - 0.4) < 0.03)
    #expect(abs(fit.beta - 0.9) < 0.08)
    let best = fit.logLikelihood(counts)
    for step in [0.999, 1.001] {
      #expect(BetaBinomial(alpha: fit.alpha * step, beta: fit.beta).logLikelihood(counts) < best)
      #expect(BetaBinomial(alpha: fit.alpha, beta: fit.beta * step).logLikelihood(counts) < best)
    }
  }

  @Test("the exact derivatives agree with differences", arguments: [false, true])
  func derivatives(_ isTruncated: Bool) {
    let counts = Self.counts(40, samples: 25, alpha: 0.3, beta: 0.7, seed: 2)
      .filter { !isTruncated || (1..<25).contains($0.right) }
    let likelihood = BetaBinomialLikelihood(counts, isTruncated: isTruncated)
    let place = [-0.7, 0.2]
    var gradient = [0.0, 0.0]
    var hessian = [0.0, 0.0, 0.0, 0.0]
    var unused = hessian
    _ = likelihood.evaluate(at: place, gradient: &gradient, hessian: &hessian)
    for index in 0..<2 {
      let step = 1e-5
      var (up, down) = (place, place)
      up[index] += step
      down[index] -= step
      var (slopeUp, slopeDown) = ([0.0, 0.0], [0.0, 0.0])
      let high = likelihood.evaluate(at: up, gradient: &slopeUp, hessian: &unused)
      let low = likelihood.evaluate(at: down, gradient: &slopeDown, hessian: &unused)
      #expect(abs((high - low) / (2 * step) - gradient[index]) < 1e-5)
      for other in 0..<2 {
        let difference = (slopeUp[other] - slopeDown[other]) / (2 * step)
        #expect(abs(difference - hessian[2 * index + other]) < 1e-4)
      }
    }
  }

  @Test("coverage by the beta distribution is the mean of 1 − (1 − p)^k")
  func betaCoverage() {
    // alpha 1, beta 1: the mean of 1 − (1 − p)^k over 0...1 is k/(k + 1).
    for k in [1.0, 2, 10, 1000] {
      #expect(abs(BetaBinomial(alpha: 1, beta: 1).coverage(k) - k / (k + 1)) < 1e-12)
    }
  }

  @Test("nothing right, everything right and single samples are said, not fitted")
  func nothingToFit() {
    let none = CoverageAnalysis(Array(repeating: SampleCount(samples: 9, right: 0), count: 5))
    #expect(none.fits.isEmpty)
    #expect(none.skipped.allSatisfy { $0.reason.contains("no sample is right") })
    let all = CoverageAnalysis(Array(repeating: SampleCount(samples: 9, right: 9), count: 5))
    #expect(all.fits.isEmpty)
    let single = CoverageAnalysis([
      SampleCount(samples: 1, right: 1), SampleCount(samples: 1, right: 0),
    ])
    #expect(single.fits.isEmpty)
  }

  @Test("questions that do not differ leave laws without intervals")
  func alike() throws {
    let counts = Array(repeating: SampleCount(samples: 1000, right: 1), count: 100)
    let analysis = CoverageAnalysis(counts, settings: CoverageSettings(replicates: 100))
    #expect(analysis.curve.isAlike && !analysis.fits.isEmpty)
    #expect(analysis.fits.allSatisfy { $0.coefficients.allSatisfy { $0.interval == nil } })
  }

  @Test("beyond the samples of a question its coverage is not 1 but unknown")
  func undefined() {
    let curve = CoverageCurve(
      [SampleCount(samples: 4, right: 0), SampleCount(samples: 8, right: 2)], at: [4, 8, 9])
    #expect(curve.rows[0].mean?.questions == 2)
    #expect(curve.rows[1].mean?.questions == 1)
    #expect(curve.rows[2].mean == nil)
  }

  @Test("samples that go on until one is right are recognised")
  func adaptive() throws {
    var random = RandomSource(seed: 3, stream: 0)
    let stopped = (0..<60).map { _ -> SampleCount in
      let chance = random.unit() * 0.3
      for n in 1...200 where random.unit() < chance { return SampleCount(samples: n, right: 1) }
      return SampleCount(samples: 200, right: 0)
    }
    #expect(try #require(AdaptiveSampling(stopped)).isLikely)
    let plain = (0..<60).map { index in
      SampleCount(samples: index % 2 == 0 ? 50 : 100, right: random.index(below: 50))
    }
    // Twice the samples of the same counts halve the share, so give shares without a relation.
    let even = plain.map { SampleCount(samples: $0.samples, right: $0.right * $0.samples / 100) }
    #expect(try #require(AdaptiveSampling(even)).isLikely == false)
    #expect(AdaptiveSampling(Self.counts(20, samples: 9, alpha: 1, beta: 1, seed: 3)) == nil)
  }

  @Test(
    "where hardly a question is left unsolved the straight line has no interval",
    arguments: [4, 400])
  func saturated(samples: Int) throws {
    let counts = Self.counts(40, samples: samples, alpha: 1.5, beta: 3, seed: 6)
    let analysis = CoverageAnalysis(counts, settings: CoverageSettings(replicates: 200))
    let line = try #require(analysis.fits.first { $0.law == .logLog })
    #expect(line.isSaturated == (samples == 400))
    #expect(line.coefficients.allSatisfy { ($0.interval == nil) == line.isSaturated })
    let power = try #require(analysis.fits.first { $0.law == .exponentiatedPower })
    #expect(power.coefficients.allSatisfy { $0.interval?.method == .student })
    #expect((power.shortCoverage != nil) == (samples == 400) && line.shortCoverage == nil)
  }

  @Test(
    "beyond the samples, questions never solved open an extrapolation down to what was measured")
  func neverSolved() throws {
    let solvable = Self.counts(60, samples: 40, alpha: 1.5, beta: 3, seed: 6).filter {
      $0.right > 0
    }
    let hopeless = Array(repeating: SampleCount(samples: 40, right: 0), count: 4)
    let settings = CoverageSettings(
      k: [40], laws: [.betaBinomial], predictionsAt: [20, 8000], replicates: 200)
    let open = CoverageAnalysis(solvable + hopeless, settings: settings)
    let predictions = try #require(open.fits.first).predictions
    #expect(predictions[0].interval == predictions[0].coverage.interval)
    let (far, law) = (predictions[1].interval, predictions[1].coverage.interval)
    #expect(far?.lower == open.curve.rows[0].interval?.lower && far?.upper == law?.upper)
    #expect(try #require(far?.lower) < #require(law?.lower))
    let whole = CoverageAnalysis(solvable, settings: settings)
    let last = try #require(whole.fits.first).predictions[1]
    #expect(last.interval == last.coverage.interval)
  }

  @Test("threads do not change a digit")
  func threads() {
    let counts = Self.counts(60, samples: 40, alpha: 0.3, beta: 1, seed: 4)
    var settings = CoverageSettings(predictionsAt: [1000], replicates: 200)
    let one = CoverageAnalysis(counts, settings: settings)
    settings.threads = 3
    let three = CoverageAnalysis(counts, settings: settings)
    #expect(one.fits.map(\.coefficients) == three.fits.map(\.coefficients))
  }

  /// What the published fits of six models on MATH are, by a command of their own.
  @Test(
    "laws of Large Language Monkeys to the printed digits",
    .enabled(if: ReferenceTable.isPresent, "the reference data are not here"),
    arguments: 0..<6)
  func monkeys(index: Int) throws {
    let folder = "llmonkeys-pythia-math/"
    let expected = try ReferenceTable(folder + "expected.csv").rows[index]
    let value = { (name: String) in try #require(expected[name].flatMap(Double.init)) }
    let counts = try ReferenceTable(folder + "counts.csv").rows
      .filter { $0["model"] == expected["model"] }
      .map {
        SampleCount(
          samples: try #require($0["n_samples"].flatMap { Int($0) }),
          right: try #require($0["n_correct"].flatMap { Int($0) }))
      }
    #expect(counts.count == 128)
    let analysis = CoverageAnalysis(counts, settings: CoverageSettings(replicates: 0))
    for k in [1, 10, 100, 1000, 10_000] {
      let row = try #require(CoverageCurve(counts, at: [k]).rows.first?.mean)
      #expect(abs(row.estimate - (try value("pass@\(k)"))) < 1e-4)
    }
    let relative = { (a: Double, b: Double) in abs(a - b) / abs(b) }
    let power = try #require(analysis.fits.first { $0.law == .exponentiatedPower })
    #expect(relative(power.coefficients[0].estimate, try value("a_logc_ls")) < 1e-3)
    #expect(relative(power.coefficients[1].estimate, try value("b_logc_ls")) < 1e-3)
    #expect(abs(power.meanAbsoluteError - (try value("mean_abs_err"))) < 1.5e-4)
    #expect(abs(power.absoluteErrorDeviation - (try value("std_abs_err"))) < 1.5e-4)
    let line = try #require(analysis.fits.first { $0.law == .logLog })
    #expect(relative(line.coefficients[0].estimate, try value("prefactor_loglog")) < 1e-3)
    #expect(relative(line.coefficients[1].estimate, try value("exponent_loglog")) < 1e-3)
    let beta = try #require(analysis.fits.first { $0.law == .betaBinomial })
    #expect(relative(beta.coefficients[0].estimate, try value("betabinom_alpha")) < 1e-2)
    #expect(relative(beta.coefficients[1].estimate, try value("betabinom_beta")) < 1e-2)
  }
}
