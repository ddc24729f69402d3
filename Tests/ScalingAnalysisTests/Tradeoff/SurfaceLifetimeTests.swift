import Testing

@testable import ScalingAnalysis

/// Costs over a life come from the surface that is preferred, and from nothing that cannot be.
struct SurfaceLifetimeTests {
  private static func question(
    _ demands: [Double], target: Double = 0.3, least: Double? = nil
  ) -> SurfaceLifetime.Question {
    .init(target: target, demands: demands, unitCompute: 1e12, leastInference: least)
  }

  /// The least total along the curve that the report shows, by trying training computes.
  private static func least(
    _ fit: SurfaceFit, demand: Double, from: Double, to: Double
  ) throws -> (training: Double, total: Double) {
    var best = (training: 0.0, total: Double.infinity)
    for step in 0...4000 {
      let place = from + (to - from) * Double(step) / 4000
      guard
        let needed = fit.inferenceNeeded(for: 0.3, logTraining: place)?.value(fit.coefficients)
      else { continue }
      let total = raise(10, to: place) + demand * 1e12 * raise(10, to: needed)
      if total < best.total { best = (place, total) }
    }
    return best
  }

  @Test("the best split lies on the preferred surface's curve", arguments: [0, 0.3, -0.15])
  func preferred(interaction: Double) throws {
    let data = try SurfaceAnalysisTests.noisy(clusters: 20, interaction: interaction)
    let analysis = try SurfaceAnalysis(data, settings: .init(targets: [0.3]))
    #expect((analysis.preferred.form == .interaction) == (interaction != 0))
    let life = try #require(analysis.lifetime(Self.question([1e6, 1e8])))
    #expect(life.form == analysis.preferred.form)
    for split in life.best {
      let best = try Self.least(analysis.preferred, demand: split.demand, from: 17, to: 23)
      #expect(split.total <= best.total * (1 + 1e-9))
      #expect(abs(logarithmBase10(try #require(split.training.value)) - best.training) < 0.01)
    }
  }

  @Test("the break-even compares the inference that the curve shows at both ends")
  func breakEven() throws {
    let data = try SurfaceAnalysisTests.noisy(clusters: 20, interaction: 0.3)
    let analysis = try SurfaceAnalysis(data, settings: .init(targets: [0.3], replicates: 100))
    let life = try #require(analysis.lifetime(Self.question([1e6])))
    let points = analysis.curves[0].points
    let ends = try [points.first, points.last].map { point in
      raise(10, to: try #require(point?.needed.value))
    }
    let even = try #require(life.breakEven)
    let queries = try #require(even.queries.value)
    #expect((queries * 1e12 * (ends[0] - ends[1])).isNear(1e22 - 1e18, 1e-9))
    #expect(
      even.isExtrapolated
        == points.contains {
          [points.first, points.last].contains($0)
            && $0.isExtrapolated
        })
    #expect((even.queries.interval == nil) == even.isExtrapolated)
  }

  @Test("a query uses the least inference at least, and more training than that buys nothing")
  func leastInference() throws {
    // Log-odds −1 + 0.6·t + 1.5·u at 10^(20 + t) and 10^(2 + u): 30 % at one unit needs t = 5.25.
    let analysis = try SurfaceAnalysis(
      try SurfaceSamples.exact(), settings: .init(targets: [0.3]))
    let free = try #require(analysis.lifetime(Self.question([1e30])))
    #expect(free.best[0].inferencePerQuery < 1e12)
    #expect(!free.best[0].isLeastInference)
    let whole = try #require(analysis.lifetime(Self.question([1e3, 1e30], least: 1)))
    #expect(whole.best.map(\.isLeastInference) == [false, true])
    #expect(whole.best[1].inferencePerQuery.isNear(1e12, 1e-9))
    let odds = try #require(AccuracyRange.whole.logOdds(0.3))
    let training = 20 + (odds + 1 + 1.5 * 2) / 0.6
    #expect(
      logarithmBase10(try #require(whole.best[1].training.value)).isNear(training, 1e-6))
  }

  @Test("what lies beyond the measurements is marked and has no interval")
  func extrapolated() throws {
    let data = try SurfaceAnalysisTests.noisy(clusters: 12)
    let analysis = try SurfaceAnalysis(
      data, settings: .init(targets: [0.3], replicates: 100))
    let life = try #require(analysis.lifetime(Self.question([1e7, 1e25])))
    #expect(life.best.map(\.isExtrapolated) == [false, true])
    #expect(life.best[0].training.interval?.isClosed == true)
    #expect(life.best[1].training.interval == nil)
    // At 99.9 % even the largest model needs more inference than was measured.
    let far = try #require(analysis.lifetime(Self.question([1e7], target: 0.999)))
    #expect(far.breakEven?.isExtrapolated == true)
    #expect(far.breakEven?.queries.interval == nil)
    #expect(far.isExtrapolated)
  }

  @Test("the interval of the best training is the jackknife over clusters of its logarithm")
  func interval() throws {
    let data = try SurfaceAnalysisTests.noisy(clusters: 12, interaction: 0)
    let analysis = try SurfaceAnalysis(data, settings: .init(targets: [0.3]))
    let demand = 1e7
    let split = try #require(analysis.lifetime(Self.question([demand]))?.best.first)
    #expect(!split.isExtrapolated)
    // The additive surface in closed form: T = w·D·I·b/d and u = (odds − a − b·t)/d.
    let fit = analysis.preferred
    #expect(fit.form == .additive)
    let odds = try #require(fit.range.logOdds(0.3))
    let best = { (c: [Double]) -> Double in
      let constant =
        logarithmBase10(1e12 * demand * c[1] / c[2]) - fit.centre.logTraining
        + fit.centre.logInference
      return fit.centre.logTraining + (constant + (odds - c[0]) / c[2]) / (1 + c[1] / c[2])
    }
    let value = best(fit.coefficients)
    #expect(logarithmBase10(try #require(split.training.value)).isNear(value, 1e-9))
    let squares = fit.withoutOne.reduce(0.0) { sum, coefficients in
      let distance = best(coefficients) - value
      return sum + distance * distance
    }
    let half = fit.quantile(level: 0.95) * (squares * 11 / 12).squareRoot()
    let interval = try #require(split.training.interval)
    #expect(logarithmBase10(try #require(interval.lower)).isNear(value - half, 1e-7))
    #expect(logarithmBase10(try #require(interval.upper)).isNear(value + half, 1e-7))
  }
}
