import Testing

@testable import ScalingAnalysis

/// What must not depend on units, on the order of rows, or on where zero is.
@Suite struct EquivarianceTests {
  static let rising = simulated(
    { 0.75 - 0.6 * exponential(-0.35 * logarithm($0 / 100)) },
    at: ratios(from: 100, to: 1e5, count: 14),
    sd: 0.01, seed: 5)
  static let falling = simulated(
    { 1.8 + 2 * exponential(-0.3 * logarithm($0 / 100)) },
    at: ratios(from: 100, to: 1e5, count: 14),
    sd: 0.02, seed: 6)

  func families(_ data: CurveData) -> [any CurveModel] {
    ModelName.standardSet.map { FamilySelection().model($0, for: data) } + [
      LogisticModel(floor: nil)
    ]
  }

  @Test(arguments: [true, false])
  func `rows in another order give the same fit`(_ rises: Bool) throws {
    let data = rises ? Self.rising : Self.falling
    let order = [3, 11, 0, 7, 13, 5, 1, 9, 12, 2, 8, 6, 4, 10]
    let shuffled = CurveData(
      x: order.map { data.x[$0] }, y: order.map { data.y[$0] }, isAccuracy: false)
    for model in families(data) {
      let (a, b) = (try model.fit(to: data), try model.fit(to: shuffled))
      #expect(
        relativeError(b.statistics.residualSumOfSquares, a.statistics.residualSumOfSquares) < 1e-9,
        "\(model.name)")
      for coefficient in a.coefficients {
        guard let estimate = coefficient.estimate else { continue }
        #expect(
          relativeError(b.coefficient(coefficient.name)?.estimate, estimate) < 1e-6,
          "\(model.name) \(coefficient.name)")
      }
    }
  }

  /// Units from dollars per task to training FLOP.
  @Test(arguments: [1e-6, 1024, 1e22])
  func `another unit of x leaves the curve where it is`(_ unit: Double) throws {
    for data in [Self.rising, Self.falling] {
      let scaled = CurveData(x: data.x.map { $0 * unit }, y: data.y, isAccuracy: false)
      for model in families(data) {
        let (a, b) = (try model.fit(to: data), try model.fit(to: scaled))
        #expect(
          relativeError(b.statistics.residualSumOfSquares, a.statistics.residualSumOfSquares)
            < 1e-8, "\(model.name)")
        for (mine, theirs) in zip(a.fitted, b.fitted) {
          #expect(abs(mine - theirs) < 1e-6, "\(model.name)")
        }
        for name in ["midpoint", "breakpoint", "constant"] {
          guard let estimate = a.coefficient(name)?.estimate else { continue }
          #expect(
            relativeError(b.coefficient(name)?.estimate, estimate * unit) < 1e-4,
            "\(model.name) \(name)")
        }
        for name in ["exponent", "slopePerDoubling", "steepnessPerDoubling"] {
          guard let estimate = a.coefficient(name)?.estimate else { continue }
          #expect(
            relativeError(b.coefficient(name)?.estimate, estimate) < 1e-4, "\(model.name) \(name)")
        }
      }
    }
  }

  @Test(arguments: [1e-3, 100, 1e9])
  func `another unit of y scales the curve`(_ unit: Double) throws {
    for data in [Self.rising, Self.falling] {
      let scaled = CurveData(x: data.x, y: data.y.map { $0 * unit }, isAccuracy: false)
      for model in families(data) {
        let (a, b) = (try model.fit(to: data), try model.fit(to: scaled))
        #expect(
          relativeError(
            b.statistics.residualSumOfSquares,
            a.statistics.residualSumOfSquares * unit * unit) < 1e-8, "\(model.name)")
      }
    }
  }

  @Test(arguments: [-5.0, 3, 1000])
  func `a constant added to y moves the curve alone`(_ shift: Double) throws {
    let models: [any CurveModel] = [
      ConstantModel(), LinearModel(), LogLinearModel(), SaturatingPowerModel(),
      SaturatingExponentialModel(), LogisticModel(floor: nil), HingeModel(),
    ]
    for data in [Self.rising, Self.falling] {
      let moved = CurveData(x: data.x, y: data.y.map { $0 + shift }, isAccuracy: false)
      for model in models {
        let (a, b) = (try model.fit(to: data), try model.fit(to: moved))
        #expect(
          relativeError(b.statistics.residualSumOfSquares, a.statistics.residualSumOfSquares)
            < 1e-7, "\(model.name)")
      }
    }
  }
}
