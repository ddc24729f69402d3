import Testing

@testable import SVG

@Suite struct PolylineSimplificationTests {
  @Test func keepsOnlyTheEndsOfAStraightLine() {
    let xs = (0..<50).map(Double.init)
    #expect(simplifiedPolyline(xs: xs, ys: xs.map { 2 * $0 }) == [0, 49])
  }

  @Test func keepsCorners() {
    #expect(simplifiedPolyline(xs: [0, 1, 2, 3, 4], ys: [0, 0, 0, 1, 2]) == [0, 2, 4])
  }

  @Test func keepsShortAndEmptyLines() {
    #expect(simplifiedPolyline(xs: [], ys: []).isEmpty)
    #expect(simplifiedPolyline(xs: [1, 1], ys: [1, 1]) == [0, 1])
  }

  @Test func staysWithinTheTolerance() {
    let xs = (0...400).map { Double($0) }
    let ys = xs.map { 100 * ($0 / 400) * ($0 / 400) }
    let kept = simplifiedPolyline(xs: xs, ys: ys, tolerance: 0.05)
    #expect(kept.count < 60)
    for (start, end) in zip(kept, kept.dropFirst()) {
      for index in start...end {
        let share = (xs[index] - xs[start]) / (xs[end] - xs[start])
        let drawn = ys[start] + (ys[end] - ys[start]) * share
        #expect(abs(drawn - ys[index]) < 0.06)
      }
    }
  }
}
