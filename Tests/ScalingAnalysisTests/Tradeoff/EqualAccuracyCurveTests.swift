import Testing

@testable import ScalingAnalysis

/// Curves of equal accuracy where one of the computes does not help.
struct EqualAccuracyCurveTests {
  /// Log-odds `training`·t + `inference`·u with a little of a deviation for each cluster.
  private static func analysis(training: Double, inference: Double) throws -> SurfaceAnalysis {
    var random = RandomSource(seed: 11, stream: 0)
    var columns: (t: [Double], u: [Double], y: [Double]) = ([], [], [])
    for cluster in 0..<12 {
      let t = -2 + 4 * Double(cluster) / 11
      let shift = 0.1 * random.normal()
      for step in 0..<5 {
        let u = -1 + 0.5 * Double(step)
        columns.t.append(raise(10, to: 20 + t))
        columns.u.append(raise(10, to: 2 + u))
        let wobble = 0.05 * random.normal()
        columns.y.append(
          AccuracyRange.whole.accuracy(shift + wobble + training * t + inference * u))
      }
    }
    return try SurfaceAnalysis(
      try SurfaceData(training: columns.t, inference: columns.u, accuracy: columns.y),
      settings: .init(targets: [0.5]))
  }

  @Test("where inference does not help, the curve is the training needed, and nothing is exchanged")
  func steep() throws {
    let analysis = try Self.analysis(training: 0.8, inference: -0.02)
    let curve = analysis.curves[0]
    #expect(curve.direction == .trainingNeeded)
    #expect(curve.measuredRange != nil)
    for point in curve.points {
      #expect(abs(try #require(point.needed.value) - 20) < 0.5)
      #expect(point.needed.interval?.isClosed == true)
    }
    #expect(analysis.rate.value == nil)
    #expect(analysis.trainingPerInference.value == nil)
    #expect(try #require(analysis.inferenceSlope.interval?.upper) > -0.02)
    #expect(try #require(analysis.trainingSlope.interval?.lower) > 0.5)
    #expect(analysis.lifetime(.init(target: 0.5, demands: [1], unitCompute: 1)) == nil)
  }

  @Test("where neither helps there is no curve to show")
  func neither() throws {
    let analysis = try Self.analysis(training: -0.4, inference: -0.4)
    #expect(!analysis.curves[0].hasFigures)
    #expect(analysis.curves[0].measuredRange == nil)
    #expect(analysis.rate.value == nil)
    #expect(analysis.trainingPerInference.value == nil)
    #expect(try #require(analysis.inferenceSlope.interval?.upper) < 0)
  }

  @Test("where both help, inference is looked up along training")
  func both() throws {
    let analysis = try Self.analysis(training: 0.8, inference: 1.2)
    #expect(analysis.curves[0].direction == .inferenceNeeded)
    #expect(analysis.curves[0].points.count == 25)
  }
}
