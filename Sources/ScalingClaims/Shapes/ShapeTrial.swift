internal import ScalingAnalysis

/// The outcome of a contest without its shares, for thousands of simulated results.
///
/// It simulates the series of `ShapeContest`, of each family only as many as the outcome needs: a
/// family is not rejected as soon as enough of its series are as extreme as the data, whatever the
/// others are (Besag and Clifford 1991), and one rival that is not rejected settles what the rivals
/// have to say.
struct ShapeTrial: Sendable, Equatable {
  /// What `ShapeContest` says with these settings.
  let outcome: ShapeContest.Outcome
  /// The first rival in order of fit that is not rejected.
  let remaining: ShapeFamily?

  /// - Parameter field: claim and rivals at the x of the data.
  init(_ data: CurveData, _ field: ShapeField, settings: CheckSettings) throws(ClaimError) {
    let (claimed, rivals) = (field.claimed, field.rivals)
    let bench = try ShapeBench(data, field)
    let observed = bench.likelihoods(data.y)
    let difference = { (rival: ShapeFamily) in
      bench.value(claimed, observed) - observed[bench.index(rival)]
    }
    let isKept = { (family: ShapeFamily, isExtreme: ([Double]) -> Bool) in
      let series = bench.simulator(family, data.y, seed: settings.seed)
      var extreme = 0
      return (0..<settings.simulations).contains { replicate in
        if isExtreme(series(replicate)) { extreme += 1 }
        return ShapeContest.isKept(extreme, of: settings.simulations, level: settings.level)
      }
    }
    let actual = bench.value(claimed, observed) - bench.value(rivals, observed)
    let claimFits = isKept(bench.strongest(claimed, observed)) { y in
      let row = bench.likelihoods(y)
      return bench.value(claimed, row) - bench.value(rivals, row) <= actual
    }
    remaining = rivals.sorted { difference($0) < difference($1) }.first { rival in
      isKept(rival) { y in
        let claim = claimed.map { bench.likelihood($0, y) }.max() ?? -.infinity
        return claim - bench.likelihood(rival, y) >= difference(rival)
      }
    }
    outcome = ShapeContest.Outcome(claimFits: claimFits, rivalFits: remaining != nil)
  }
}
