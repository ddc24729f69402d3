import Testing

@testable import ScalingAnalysis

@Test func scratch() throws {
  let x = [
    363.46666666666664, 420.4, 470.6, 1106.3, 2193.733333333333, 5355.2, 8668.3,
    11103.566666666668, 22034.333333333332, 42867.666666666664, 88448.43333333333, 174662.0,
    349058.0, 697581.0, 1394096.0,
  ]
  let y = [
    0.2, 0.26666666666666666, 0.2, 0.43333333333333335, 0.36666666666666664, 0.4, 0.6,
    0.5333333333333333, 0.5333333333333333, 0.675, 0.7, 0.6666666666666666, 0.6666666666666666,
    0.65, 0.6666666666666666,
  ]
  for n in [15, 11, 8] {
    let data = CurveData(
      x: Array(x.prefix(n)), y: Array(y.prefix(n)), items: Array(repeating: 30, count: n),
      isAccuracy: true)
    let clock = ContinuousClock()
    var ranking = try FamilySelection().rank(data)
    let t = try clock.measure { ranking = try FamilySelection().rank(data) }
    print("=== n", n, t, "decided", ranking.isDecided)
    for entry in ranking.entries {
      let fit = entry.fit
      print(
        fit.name.rawValue, "aicc", fit.statistics.aicc ?? .nan, "d", entry.difference ?? .nan, "w",
        entry.akaikeWeight ?? .nan, "rss", fit.statistics.residualSumOfSquares, fit.termination)
      for c in fit.coefficients {
        print(
          "    ", c.name, c.estimate.map { "\($0)" } ?? "not identified",
          "se", c.standardError.map { "\($0)" } ?? "-", c.interval?.lower as Any,
          c.interval?.upper as Any)
      }
      for d in fit.diagnostics { print("      !", d.code.rawValue, d.message) }
    }
    for s in ranking.skipped { print("skipped", s.model, s.reason) }
    if let f = ranking.entries.first?.fit {
      let band = f.confidenceBand(at: [400, 4000, 40000, 400000])
      print(band as Any, f.region?.cells.count as Any)
      let pb = f.predictionBand(at: [400, 4000, 40000, 400000])
      print(pb?.lower as Any, pb?.upper as Any)
      for r in Bootstrap.Resample.allCases {
        for threads in [1, 2] {
          var result: BootstrapResult?
          let t = try clock.measure {
            result = try Bootstrap(replicateCount: 2000, resample: r, threads: threads).run(f)
          }
          print(
            r, t, result?.convergedCount as Any,
            result?.intervals().mapValues { "\($0.lower ?? .nan) \($0.upper ?? .nan)" }.sorted {
              $0.key < $1.key
            } as Any)
        }
      }
    }
  }
}
