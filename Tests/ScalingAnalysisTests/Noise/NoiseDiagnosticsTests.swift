import Testing

@testable import ScalingAnalysis

struct NoiseDiagnosticsTests {
  private func codes(
    _ name: ModelName, _ data: CurveData, noise: Noise = .gaussian
  ) throws -> [Diagnostic.Code] {
    try FamilySelection().model(name, for: data).fit(to: data, noise: noise).diagnostics.map(\.code)
  }

  private static let x = (0..<12).map { 1000 * exponential(0.7 * Double($0)) }
  private static let scatter = [
    0.02, -0.03, 0.01, 0.03, -0.02, -0.01, 0.02, 0.01, -0.03, 0.02, 0, 0,
  ]

  private func accuracies(_ level: (Double) -> Double) -> CurveData {
    let y = zip(Self.x, Self.scatter).map { level($0) + $1 }
    return CurveData(
      x: Self.x, y: y, items: Array(repeating: 100, count: y.count), isAccuracy: true)
  }

  @Test("a slope that rests on a point with more scatter than the others is said to")
  func unevenNoise() throws {
    let last = try #require(Self.x.last)
    let data = accuracies { 0.1 + 0.4 * $0 / last }
    #expect(try codes(.linear, data).contains(.unevenNoise))
    #expect(try codes(.linear, data, noise: .binomial(overdispersed: false)).isEmpty)
  }

  @Test("points that scatter alike are not")
  func evenNoise() throws {
    let data = accuracies { 0.45 + 0.01 * logarithmBase2($0 / 1000) }
    #expect(try codes(.logLinear, data).contains(.unevenNoise) == false)
  }

  @Test("the message names the coefficient and how far its error is off")
  func unevenNoiseMessage() throws {
    let last = try #require(Self.x.last)
    let data = accuracies { 0.1 + 0.4 * $0 / last }
    let fit = try FamilySelection().model(.linear, for: data).fit(to: data)
    let message = try #require(fit.diagnostics.first { $0.code == .unevenNoise }).message
    #expect(message.contains("those of slope (1."))
    #expect(message.contains("--noise binomial"))
  }

  @Test(
    "robust noise is said to be short of its level for few points and for bent curves",
    arguments: [
      (ModelName.logLinear, 12, true), (.logLinear, 24, false), (.powerLaw, 24, true),
    ])
  func robustNoise(name: ModelName, points: Int, isSaid: Bool) throws {
    let x = (0..<points).map { 1000 * exponential(0.3 * Double($0)) }
    let y = x.indices.map { 0.2 + 0.01 * Double($0) + Self.scatter[$0 % 12] }
    let data = CurveData(x: x, y: y, isAccuracy: false)
    let huber = Noise.huber(threshold: Noise.huberThreshold)
    #expect(try codes(name, data, noise: huber).contains(.robustNoise) == isSaid)
    #expect(try codes(name, data).contains(.robustNoise) == false)
  }
}
