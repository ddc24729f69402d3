import ScalingAnalysis
import Testing

/// The library example of the README compiles and gives what it says.
struct ReadmeExampleTests {
  @Test("the slope of the example is 9.9 points per doubling")
  func example() throws {
    let data = CurveData(
      x: [1_000, 2_000, 4_000, 8_000, 16_000, 32_000],
      y: [0.21, 0.30, 0.42, 0.49, 0.61, 0.70], isAccuracy: true)
    let ranking = try FamilySelection(names: [.linear, .logLinear]).rank(data)
    let slope = ranking.preferred?.fit.coefficient("slopePerDoubling")
    #expect(abs(try #require(slope?.estimate) - 0.0986) < 0.0001)
  }
}
