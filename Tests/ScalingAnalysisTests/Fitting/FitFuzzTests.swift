import Foundation
import LeastSquares
import Testing

@testable import ScalingAnalysis

/// Random small designs: ties in x, outliers, steps, rounding, up to twelve decades. More of them
/// with SCALING_FUZZ=5000 in the environment.
@Suite struct FitFuzzTests {
  static let count =
    ProcessInfo.processInfo.environment["SCALING_FUZZ"].flatMap(Int.init) ?? 36
  static let chunks = 6

  /// A random design; every tenth is rounded to few values, every seventh is a step.
  static func design(_ number: Int) -> CurveData {
    var random = RandomSource(seed: 77, stream: UInt64(number))
    let count = 3 + random.index(below: 10)
    let decades = 0.01 + 12 * random.unit() * random.unit()
    let start = exponential(logarithm(10) * (-6 + 20 * random.unit()))
    var x: [Double] = []
    for _ in 0..<count {
      if let last = x.last, random.unit() < 0.15 {
        x.append(last)
      } else {
        x.append(start * exponential(logarithm(10) * decades * random.unit()))
      }
    }
    let low = x.min() ?? 1
    let rate = 0.05 + 2 * random.unit()
    let sign = random.unit() < 0.3 ? -1.0 : 1.0
    let noise = [0, 0.001, 0.03, 0.3][random.index(below: 4)]
    let isStep = number % 7 == 0
    var y = x.map { x -> Double in
      let u = logarithm(x / low)
      let curve = isStep ? (u > decades ? 0.9 : 0.1) : 0.8 - 0.6 * exponential(-rate * u)
      return sign * curve + noise * random.normal()
    }
    if random.unit() < 0.2 { y[random.index(below: count)] += 5 }
    if number % 10 == 0 { y = y.map { ($0 * 4).rounded() / 4 } }
    return CurveData(x: x, y: y, isAccuracy: number % 3 == 0 && y.allSatisfy((0...1).contains))
  }

  @Test(arguments: 0..<chunks)
  func `no design breaks a family, and no richer family fits worse`(_ chunk: Int) {
    for number in stride(from: chunk, to: Self.count, by: Self.chunks) {
      let data = Self.design(number)
      var rss: [String: Double] = [:]
      for model in everyModel {
        guard let fit = try? model.fit(to: data) else { continue }
        expectFinite(fit, number)
        let key = "\(model.name.rawValue) \(model.linearNames.count)"
        if !(model.name == .logistic && (model as? LogisticModel)?.isFalling == true) {
          rss[key] = fit.statistics.residualSumOfSquares
        }
        if model.shapeParameters.count == 1 { expectGlobal(fit, number) }
      }
      let slack = 1e-7 * data.y.reduce(0) { $0 + $1 * $1 } * 1e-7
      let nested = [
        ("constant 1", "linear 2"), ("constant 1", "log-linear 2"),
        ("log-linear 2", "hinge 2"), ("constant 1", "power-law 1"),
        ("constant 1", "saturating-power 2"), ("constant 1", "saturating-exponential 2"),
        ("constant 1", "logistic 2"),
      ]
      for (poor, rich) in nested {
        guard let simple = rss[poor], let complex = rss[rich] else { continue }
        #expect(complex <= simple * (1 + 1e-6) + slack, "\(number): \(rich) above \(poor)")
      }
    }
  }

  /// No reported number is NaN or infinite.
  private func expectFinite(_ fit: Fit, _ number: Int) {
    let name = fit.name
    for coefficient in fit.coefficients {
      let values = [
        coefficient.estimate, coefficient.standardError, coefficient.interval?.lower,
        coefficient.interval?.upper,
      ]
      #expect(values.allSatisfy { $0?.isFinite ?? true }, "\(number): \(name) \(coefficient)")
      if let estimate = coefficient.estimate, let interval = coefficient.interval,
        coefficient.role == .estimated
      {
        let slack = 1e-6 * abs(estimate)
        #expect(
          (interval.lower ?? -.infinity) - slack <= estimate
            && estimate <= (interval.upper ?? .infinity) + slack,
          "\(number): \(name) \(coefficient) not inside")
      }
    }
    let s = fit.statistics
    let numbers = [s.residualSumOfSquares, s.logLikelihood, s.aic, s.bic, s.aicc ?? 0]
    #expect(numbers.allSatisfy { $0?.isFinite == true }, "\(number): \(name)")
    let low = fit.data.smallestX
    let high = fit.data.largestX
    if let band = fit.predictionBand(at: [low, (low * high).squareRoot(), high]) {
      #expect((band.lower + band.upper).allSatisfy { $0.isFinite }, "\(number): \(name) band")
    }
    if let band = fit.confidenceBand(at: [low / 2, high * 2]) {
      #expect(!(band.lower + band.upper).contains { $0.isNaN }, "\(number): \(name) band")
    }
    if fit.model.shapeParameters.count < 2 {
      #expect(fit.termination.converged, "\(number): \(name)")
    }
  }

  /// No shape on a dense grid over the search box beats the fit.
  private func expectGlobal(_ fit: Fit, _ number: Int) {
    let reduced = VariableProjection(CurveProblem(fit.model, fit.data), response: fit.data.y)
    let range = fit.model.searchRanges(for: fit.data)[0].bounds
    var best = Double.infinity
    for node in 0...1500 {
      let value = range.lowerBound + (range.upperBound - range.lowerBound) * Double(node) / 1500
      best = min(best, reduced.residualSumOfSquares(at: [value]))
    }
    let slack = 1e-13 * fit.data.y.reduce(0) { $0 + $1 * $1 }
    #expect(
      fit.statistics.residualSumOfSquares <= best * (1 + 1e-6) + slack,
      "\(number): \(fit.name) \(fit.statistics.residualSumOfSquares) against \(best)")
  }
}
