import Testing

@testable import ScalingAnalysis

/// What measurements say of trading training for inference.
struct SurfaceAnalysisTests {
  /// A surface with one deviation of log-odds for each cluster.
  static func noisy(
    clusters: Int, interaction: Double = 0, seed: UInt64 = 3
  ) throws -> SurfaceData {
    var random = RandomSource(seed: seed, stream: 0)
    var columns: (t: [Double], u: [Double], y: [Double]) = ([], [], [])
    for cluster in 0..<clusters {
      let t = -2 + 4 * Double(cluster) / Double(clusters - 1)
      let shift = 0.15 * random.normal()
      for step in 0..<6 {
        let u = -1 + 0.4 * Double(step)
        columns.t.append(raise(10, to: 20 + t))
        columns.u.append(raise(10, to: u))
        columns.y.append(
          AccuracyRange.whole.accuracy(-1 + shift + 0.6 * t + 1.5 * u + interaction * t * u))
      }
    }
    return try SurfaceData(training: columns.t, inference: columns.u, accuracy: columns.y)
  }

  @Test("the additive surface is preferred where it is true, and its rate is found")
  func additive() throws {
    let analysis = try SurfaceAnalysis(try Self.noisy(clusters: 20))
    #expect(analysis.preferred.form == .additive)
    #expect(analysis.corners.isEmpty)
    let interval = try #require(analysis.rate.interval)
    #expect(try #require(interval.lower) < 0.4)
    #expect(try #require(interval.upper) > 0.4)
    #expect(try #require(interval.upper) < 0.5)
    let inverse = try #require(analysis.trainingPerInference.interval)
    #expect(try #require(inverse.lower).isNear(1 / (try #require(interval.upper)), 1e-9))
  }

  @Test("an interaction is found where it is true, with the rates of the corners")
  func interaction() throws {
    let analysis = try SurfaceAnalysis(try Self.noisy(clusters: 20, interaction: 0.3))
    #expect(analysis.preferred.form == .interaction)
    #expect(analysis.corners.count == 4)
    let deviances = (analysis.additive.heldOutDeviance, analysis.interaction?.heldOutDeviance)
    #expect(try #require(deviances.1) < (try #require(deviances.0)))
  }

  @Test("refits of clusters agree with the jackknife, and with any number of threads")
  func bootstrap() throws {
    let data = try Self.noisy(clusters: 25)
    let run = { (threads: Int) in
      try SurfaceAnalysis(
        data, settings: .init(replicates: 400, seed: 7, threads: threads)
      ).bootstrapInterval
    }
    let interval = try #require(try run(1))
    #expect(try run(3) == interval)
    let fieller = try #require(try SurfaceAnalysis(data).rate.interval)
    let width = { (interval: Interval) in (interval.upper ?? 0) - (interval.lower ?? 0) }
    #expect(abs(width(interval) / width(fieller) - 1) < 0.35)
  }

  @Test("a target above the ceiling is not reached at any compute")
  func unreachable() throws {
    let analysis = try SurfaceAnalysis(
      try Self.noisy(clusters: 8),
      settings: .init(range: try AccuracyRange(ceiling: 0.99), targets: [0.5, 0.995]))
    #expect(analysis.curves.map(\.isReachable) == [true, false])
    #expect(analysis.curves[1].points.isEmpty)
    #expect(
      analysis.lifetime(.init(target: 0.995, demands: [1], unitCompute: 1)) == nil)
  }

  @Test("curves say where they leave what was measured")
  func extrapolated() throws {
    let analysis = try SurfaceAnalysis(
      try Self.noisy(clusters: 8), settings: .init(targets: [0.3]))
    let curve = analysis.curves[0]
    for point in curve.points {
      let value = try #require(point.needed.value)
      #expect(point.isExtrapolated == !(-1...1).contains(value))
    }
    #expect(curve.measuredRange != nil)
  }

  @Test("the best split over a life is the least total along the curve")
  func lifetime() throws {
    let data = try Self.noisy(clusters: 8)
    let analysis = try SurfaceAnalysis(data, settings: .init(targets: [0.5], replicates: 100))
    let life = try #require(
      analysis.lifetime(
        .init(target: 0.5, demands: [1e8], unitCompute: 1e12, inferencePrice: 2)))
    let best = life.best[0]
    let training = try #require(best.training.value)
    #expect(best.training.interval?.isClosed == true)
    let cost = { (compute: Double) throws -> Double in
      let needed = try #require(
        analysis.additive.inferenceNeeded(for: 0.5, logTraining: logarithmBase10(compute))?
          .value(analysis.additive.coefficients))
      return compute + 2 * 1e8 * 1e12 * raise(10, to: needed)
    }
    #expect((training + 2 * best.inference).isNear(try cost(training), 1e-9))
    for factor in [0.5, 0.99, 1.01, 2] {
      #expect(try cost(training * factor) > (try cost(training)))
    }
    let even = try #require(life.breakEven?.queries.value)
    let total = { (compute: Double) throws -> Double in
      (try cost(compute) - compute) / 1e8 * even + compute
    }
    #expect(try total(1e18).isNear(try total(1e22), 1e-9))
  }
}
