import Testing

@testable import ScalingCharts

@Suite struct VerticalDodgeTests {
  @Test func boxesThatDoNotTouchStay() {
    let centers = VerticalDodge.centers(
      [20, 60], heights: [10, 10], gap: 2, within: 0...100)
    #expect(centers == [20, 60])
  }

  @Test func touchingBoxesMoveApartAroundTheirMean() {
    let centers = VerticalDodge.centers(
      [50, 50], heights: [10, 10], gap: 2, within: 0...100)
    #expect(centers == [44, 56])
  }

  @Test func boxesStayInRange() {
    let centers = VerticalDodge.centers(
      [98, 99, 100], heights: [10, 10, 10], gap: 0, within: 0...100)
    #expect(centers == [75, 85, 95])
  }

  @Test func tooManyBoxesHaveNoPlace() {
    #expect(
      VerticalDodge.centers([1, 2, 3], heights: [40, 40, 40], gap: 0, within: 0...100) == nil)
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func orderIsKeptAndNothingOverlaps(seed: Int) {
    let wishes = (0..<12).map { Double(($0 * 37 * seed) % 50 + 20) }
    let heights = (0..<12).map { Double(8 + ($0 * seed) % 9) }
    let centers = VerticalDodge.centers(wishes, heights: heights, gap: 3, within: -10...300)
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    for (upper, lower) in zip(order, order.dropFirst()) {
      guard let centers else { continue }
      #expect(centers[upper] + heights[upper] / 2 + 3 <= centers[lower] - heights[lower] / 2 + 1e-9)
    }
    #expect(centers != nil)
  }
}
