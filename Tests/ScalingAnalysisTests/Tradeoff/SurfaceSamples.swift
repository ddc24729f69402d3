@testable import ScalingAnalysis

/// Surfaces to test with.
enum SurfaceSamples {
  /// Four clusters at three inference computes.
  static func small() throws -> SurfaceData {
    let logTraining = [19.0, 20, 21, 22.5]
    return try SurfaceData(
      training: logTraining.flatMap { Array(repeating: raise(10, to: $0), count: 3) },
      inference: logTraining.flatMap { _ in [1, 10, 100.0] },
      accuracy: [0.02, 0.1, 0.3, 0.05, 0.22, 0.5, 0.1, 0.33, 0.71, 0.26, 0.6, 0.85])
  }

  /// A surface without noise: log-odds −1 + 0.6·t + 1.5·u + `interaction`·t·u at training
  /// 10^(20 + t) and inference 10^(2 + u).
  static func exact(
    interaction: Double = 0, range: AccuracyRange = .whole, clusters: Int = 7
  ) throws -> SurfaceData {
    var columns: (t: [Double], u: [Double], y: [Double]) = ([], [], [])
    for cluster in 0..<clusters {
      let t = -2 + 4 * Double(cluster) / Double(clusters - 1)
      for step in 0..<5 {
        let u = -1 + Double(step) / 2
        columns.t.append(raise(10, to: 20 + t))
        columns.u.append(raise(10, to: 2 + u))
        columns.y.append(range.accuracy(-1 + 0.6 * t + 1.5 * u + interaction * t * u))
      }
    }
    return try SurfaceData(training: columns.t, inference: columns.u, accuracy: columns.y)
  }
}
