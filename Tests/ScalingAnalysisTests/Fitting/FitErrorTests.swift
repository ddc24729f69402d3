import Testing

@testable import ScalingAnalysis

@Suite struct FitErrorTests {
  @Test(arguments: [
    ([1.0, 2], [0.1, 0.2], ModelName.constant, FitError.Code.tooFewPoints),
    ([1, 2, 3], [0.1, 0.2, 0.4], .saturatingPower, .tooFewPoints),
    ([5, 5, 5, 5], [0.1, 0.2, 0.3, 0.4], .logLinear, .allXEqual),
    ([1, 2, 3, 4], [0.1, 0.1, 0.1, 0.1], .linear, .allYEqual),
    ([0, 2, 3, 4], [0.1, 0.2, 0.3, 0.4], .logLinear, .nonPositiveX),
    ([-1, 2, 3, 4, 5], [0.1, 0.2, 0.3, 0.4, 0.5], .hinge, .nonPositiveX),
    ([1, 1, 2, 2, 2], [0.1, 0.2, 0.3, 0.4, 0.5], .saturatingExponential, .tooFewPoints),
  ])
  func `data that cannot carry a family are refused with a code`(
    _ x: [Double], _ y: [Double], _ name: ModelName, _ code: FitError.Code
  ) {
    let data = CurveData(x: x, y: y, isAccuracy: true)
    let error = #expect(throws: FitError.self) {
      try FamilySelection().model(name, for: data).fit(to: data)
    }
    #expect(error?.code == code)
    #expect(error?.description.isEmpty == false)
  }

  @Test(arguments: [
    (7.0, 10.0, 0.396_778_9, 0.892_208_9), (0, 30, 0, 0.113_513_4),
    (20, 30, 0.487_804_5, 0.807_698_8),
  ])
  func `Wilson's interval has its known values`(
    _ right: Double, _ items: Double, _ lower: Double, _ upper: Double
  ) throws {
    let interval = wilsonInterval(proportion: right / items, items: items, level: 0.95)
    #expect(try abs(#require(interval.lower) - lower) < 1e-5)
    #expect(try abs(#require(interval.upper) - upper) < 1e-5)
  }
}
