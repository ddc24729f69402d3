import Foundation
import Testing

@testable import ScalingCharts

@Suite struct ScaleTests {
  static let scales: [Scale] = [
    Scale(.linear, domain: -5...20, from: 40, to: 700),
    Scale(.linear, domain: 0...1, from: 400, to: 90),
    Scale(.log2, domain: 200...2_000_000, from: 40, to: 700),
    Scale(.log10, domain: 0.0004...1e26, from: 700, to: 40),
  ]

  @Test(arguments: scales)
  func invertUndoesTheScale(scale: Scale) {
    for share in stride(from: 0.0, through: 1, by: 0.05) {
      let position = scale.rangeStart + (scale.rangeEnd - scale.rangeStart) * share
      #expect(abs(scale(scale.invert(position)) - position) < 1e-6)
    }
  }

  @Test(arguments: scales)
  func endsOfTheDomainMeetEndsOfTheRange(scale: Scale) {
    #expect(abs(scale(scale.domain.lowerBound) - scale.rangeStart) < 1e-9)
    #expect(abs(scale(scale.domain.upperBound) - scale.rangeEnd) < 1e-9)
  }

  @Test func equalRatiosHaveEqualLengthsOnALogScale() {
    let scale = Scale(.log2, domain: 1...1024, from: 0, to: 100)
    #expect(abs((scale(8) - scale(4)) - (scale(512) - scale(256))) < 1e-9)
  }

  @Test func impossibleValuesHaveNoPlace() {
    let scale = Scale(.log10, domain: 1...10, from: 0, to: 1)
    #expect(scale(0).isNaN)
    #expect(scale(-1).isNaN)
    #expect(scale(.infinity).isNaN)
    #expect(Scale(.linear, domain: 0...1, from: 0, to: 1)(.nan).isNaN)
  }

  @Test func aDomainWithoutLengthIsDrawnInTheMiddle() {
    #expect(Scale(.linear, domain: 3...3, from: 0, to: 10)(3) == 5)
  }
}
