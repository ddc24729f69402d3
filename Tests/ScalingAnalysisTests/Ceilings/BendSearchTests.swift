import Foundation
import Testing

@testable import ScalingAnalysis

struct BendSearchTests {
  @Test("the closed form finds the minimum that the search of the hinge finds", arguments: 0..<40)
  func sameMinimum(seed: Int) throws {
    var random = RandomSource(seed: 7, stream: UInt64(seed))
    let count = 5 + seed % 20
    let x = (0..<count).map { _ in exp2(20 * random.unit()) }
    let bend = 6 + 10 * random.unit()
    let y = x.map { min(log2($0), bend) * 0.05 + 0.1 * random.normal() }
    let data = CurveData(x: x, y: y, isAccuracy: false)
    let bent = try HingeModel().fit(to: data).statistics.residualSumOfSquares
    let straight = try LogLinearModel().fit(to: data).statistics.residualSumOfSquares
    var search = BendSearch(data)
    let expected = (straight - min(bent, straight)) / (min(bent, straight) / Double(count - 3))
    #expect(abs(search.statistic(of: y) - expected) <= 1e-7 * max(expected, 1))
  }

  @Test("a weight counts as so many points at the same place")
  func weights() {
    let x = (0..<8).map { exp2(Double($0)) }
    let y = [0.1, 0.22, 0.28, 0.45, 0.5, 0.52, 0.49, 0.51]
    let counts = [1, 2, 1, 3, 1, 1, 2, 1]
    let repeated = zip(zip(x, y), counts).flatMap { Array(repeating: $0.0, count: $0.1) }
    var weighed = BendSearch(
      CurveData(x: x, y: y, isAccuracy: true, weights: .relative(counts.map(Double.init))))
    var plain = BendSearch(
      CurveData(x: repeated.map(\.0), y: repeated.map(\.1), isAccuracy: true))
    // The statistics differ by their degrees of freedom alone.
    let ratio = plain.statistic(of: repeated.map(\.1)) / weighed.statistic(of: y)
    #expect(abs(ratio - Double(repeated.count - 3) / 5) < 1e-9)
  }

  @Test("one series more does not depend on the series before")
  func noMemory() {
    let x = (0..<9).map { exp2(Double($0)) }
    let y = [0.1, 0.2, 0.3, 0.45, 0.5, 0.52, 0.5, 0.51, 0.5]
    let data = CurveData(x: x, y: y, isAccuracy: true)
    var fresh = BendSearch(data)
    var used = BendSearch(data)
    _ = used.statistic(of: x)
    #expect(used.statistic(of: y) == fresh.statistic(of: y))
  }
}
