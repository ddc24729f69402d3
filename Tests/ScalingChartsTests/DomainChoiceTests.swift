import Testing

@testable import ScalingCharts

@Suite struct DomainChoiceTests {
  private func extent(_ values: Double...) -> DataExtent {
    var extent = DataExtent()
    for value in values { extent.add(value) }
    return extent
  }

  private func vertical(_ axis: Axis, _ values: DataExtent) -> ClosedRange<Double> {
    DomainChoice.vertical(axis, values, observed: values)
  }

  @Test func percentagesThatCoverMuchShowTheWhole() {
    #expect(vertical(Axis("y", format: .percent), extent(0.2, 0.9)) == 0...1)
  }

  @Test func narrowPercentagesShowARoundedPart() {
    let domain = vertical(Axis("y", format: .percent), extent(0.712, 0.732))
    #expect(domain.lowerBound >= 0.69 && domain.lowerBound < 0.712)
    #expect(domain.upperBound <= 0.75 && domain.upperBound > 0.732)
  }

  @Test func observedSharesNeverShowMoreThanAll() {
    var curve = extent(0.3, 0.9)
    curve.add(1.4)
    let domain = DomainChoice.vertical(
      Axis("y", format: .percent), curve, observed: extent(0.3, 0.9))
    #expect(domain == 0...1)
  }

  @Test func zeroIsShownWhenNearOrWanted() {
    #expect(vertical(Axis("y"), extent(1, 10)).lowerBound == 0)
    #expect(vertical(Axis("y"), extent(8, 10)).lowerBound > 0)
    #expect(vertical(Axis("y", includesZero: true), extent(8, 10)).lowerBound == 0)
  }

  @Test func aSingleValueHasRoomAround() {
    let domain = vertical(Axis("y"), extent(5))
    #expect(domain.contains(5) && domain.upperBound > domain.lowerBound)
    let log = DomainChoice.horizontal(Axis("x", scale: .log2), extent(5))
    #expect(log.lowerBound > 0 && log.upperBound > log.lowerBound)
  }

  @Test func aChosenDomainIsKept() {
    #expect(vertical(Axis("y", domain: 2...3), extent(0, 9)) == 2...3)
  }
}
