@testable import ScalingAnalysis

/// Seeded data from a known curve.
func simulated(
  _ curve: (Double) -> Double, at x: [Double], sd: Double, seed: UInt64 = 1
) -> CurveData {
  var random = RandomSource(seed: seed, stream: 0)
  return CurveData(x: x, y: x.map { curve($0) + sd * random.normal() }, isAccuracy: false)
}

/// x at equal ratios.
func ratios(from start: Double, to end: Double, count: Int) -> [Double] {
  (0..<count).map { index in
    exponential(
      logarithm(start) + logarithm(end / start) * Double(index) / Double(count - 1))
  }
}

/// |a − b| relative to the larger of |b| and a floor.
func relativeError(_ a: Double?, _ b: Double, floor: Double = 0) -> Double {
  guard let a else { return .infinity }
  let scale = max(abs(b), floor)
  return scale == 0 ? abs(a - b) : abs(a - b) / scale
}

/// One model of every family, with the logistic in each of its forms.
let everyModel: [any CurveModel] = [
  ConstantModel(), LinearModel(), LogLinearModel(), PowerLawModel(), SaturatingPowerModel(),
  SaturatingExponentialModel(), LogisticModel(), LogisticModel(floor: nil),
  LogisticModel(floor: 0.1, ceiling: 0.9), LogisticModel(floor: nil, ceiling: 0.9),
  LogisticModel(isFalling: true), HingeModel(),
]
