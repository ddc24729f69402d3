import Testing

@testable import ScalingAnalysis

/// IsoFLOP profiles of Porian et al. 2024 (arXiv 2406.19146).
struct IsoflopTests {
  static let published = [
    ("1-reproducing-kaplan", 11, 0.8338, 0.8353, 4.232e-8, 0.9990),
    ("2-counting-last-layer-flops", 11, 0.7009, 0.7065, 1.270e-5, 0.9976),
    ("3-correcting-warmup", 12, 0.6035, 0.6020, 1.431e-3, 0.9926),
    ("4-cosine-decay", 12, 0.5714, 0.5715, 4.769e-3, 0.9977),
    ("5-optimizer-tuning-no-decay", 12, 0.4970, 0.4969, 0.1189, 0.9975),
  ]

  @Test(
    "weighted and unweighted laws of published minima",
    .enabled(if: ReferenceRuns.arePresent, "\(ReferenceRuns.absence)"))
  func pairs() throws {
    for (config, count, unweighted, weighted, coefficient, rSquared) in Self.published {
      let columns = try ReferenceRuns.columns(
        "porian-isoflop-refinedweb/optimal_pairs.csv", ["flops", "n_star", "log_n_star_std"],
        where: ["config=\(config)"])
      let law = try IsoflopLaw(
        columns[0].indices.map {
          IsoflopMinimum(
            compute: columns[0][$0], parameters: columns[1][$0], logDeviation: columns[2][$0])
        })
      #expect(law.minima.count == count)
      #expect(abs(law.unweightedParameters.exponent - unweighted) < 1e-4)
      #expect(abs(law.parameters.exponent - weighted) < 1e-4)
      #expect(law.parameters.coefficient.isNear(coefficient, 1e-3))
      #expect(abs(law.parameters.rSquared - rSquared) < 1e-4)
    }
  }

  @Test(
    "exponents from the profiles themselves, in the published order",
    .enabled(if: ReferenceRuns.arePresent, "\(ReferenceRuns.absence)"))
  func profiles() throws {
    var last = Double.infinity
    var lastOfParabolas = Double.infinity
    for (config, count, _, weighted, _, _) in Self.published {
      let columns = try ReferenceRuns.columns(
        "porian-isoflop-refinedweb/isoflop_points.csv", ["flops", "params_n", "tokens_d", "loss"],
        where: ["config=\(config)"])
      let profiles = IsoflopProfile.profiles(
        compute: columns[0], parameters: columns[1], tokens: columns[2], loss: columns[3])
      let law = try IsoflopLaw(profiles, search: IsoflopSearch(drawCount: 200, threads: 2))
      #expect(law.minima.count == count)
      #expect(abs(law.parameters.exponent - weighted) < 0.02)
      #expect(law.parameters.exponent < last)
      last = law.parameters.exponent
      let parabola = try IsoflopLaw(
        profiles, search: IsoflopSearch(method: .parabola, drawCount: 1000, threads: 2))
      #expect(abs(parabola.parameters.exponent - weighted) < 0.02)
      #expect(parabola.parameters.exponent < lastOfParabolas)
      lastOfParabolas = parabola.parameters.exponent
    }
  }

  @Test("Akima's curve passes through its points and keeps straight lines straight")
  func akima() {
    let curve = AkimaCurve(x: [0, 1, 3, 4, 7], y: [0, 1, 3, 4, 7])
    #expect(abs(curve.value(interval: 1, 0.5) - 2) < 1e-12)
    let bent = AkimaCurve(x: [0, 1, 2, 3, 4], y: [4, 1, 0, 1, 4])
    #expect(abs(bent.value(interval: 2, 0)) < 1e-12)
    #expect(abs(bent.value(interval: 2, 1) - 1) < 1e-12)
    // Akima 1970 for these slopes: t(2)=0, t(3)=2, so the middle of the interval is 1/4.
    #expect(abs(bent.value(interval: 2, 0.5) - 0.25) < 1e-12)
  }

  @Test(
    "profiles of a known law give its exponent; minima on the edge are left out",
    arguments: IsoflopMethod.allCases)
  func simulated(method: IsoflopMethod) throws {
    let truth = TrainingLaw(.hoffmann, coefficients: [400, 1000, 1.7, 0.34, 0.34])
    var compute: [Double] = []
    var parameters: [Double] = []
    var loss: [Double] = []
    for step in 0..<6 {
      let budget = 1e18 * Double(1 << (2 * step))
      let best = try #require(truth.optimum(compute: budget)).parameters
      for size in -4...4 where step > 0 || size > 0 {
        // The smallest budget has only models above the optimum.
        let n = best * exponentialBase2(Double(size) * 0.7)
        compute.append(budget)
        parameters.append(n)
        loss.append(truth.loss(n, budget / 6 / n))
      }
    }
    let law = try IsoflopLaw(
      IsoflopProfile.profiles(
        compute: compute, parameters: parameters, tokens: nil, loss: loss),
      search: IsoflopSearch(method: method, lossNoise: 1e-4, drawCount: 100))
    #expect(abs(law.parameters.exponent - 0.5) < 0.01)
    #expect(abs(law.parameters.exponent + law.tokens.exponent - 1) < 0.02)
    #expect(law.minima.count == 5)
    #expect(law.diagnostics.map(\.code) == [.edgeMinimum])
  }

  @Test("one budget is refused")
  func oneBudget() throws {
    let error = #expect(throws: FitError.self) {
      try IsoflopLaw([IsoflopMinimum(compute: 1e18, parameters: 1e8)])
    }
    #expect(error?.description.contains("at least two budgets") == true)
  }
}
