internal import LeastSquares

/// Turns an optimum into coefficients with uncertainty and into diagnostics.
struct FitDescriber {
  let model: any CurveModel
  let data: CurveData
  let level: Double
  let linear: [Double]
  let shape: [Double]
  let statistics: FitStatistics
  let rows: RowNoise
  /// The variance that the working rows have, when it can be estimated.
  let scale: NoiseScale
  let fitted: [Double]
  /// The Jacobian of the working rows by columns, without parameters held at a bound.
  let jacobian: [[Double]]
  let decomposition: JacobianDecomposition
  /// Shape parameters that no bound holds.
  let freeShape: [Int]
  let region: LikelihoodRegion?
  /// Intervals found by walking single parameters, by name; they go before the region's.
  let profiles: [String: Interval]
  let reduced: VariableProjection

  /// A coefficient before unidentified values are withheld.
  struct Described {
    var name: String
    var role: Coefficient.Role
    var value: Double
    var standardError: Double?
    /// The derivative in each free coefficient; empty where it is held.
    var gradient: [Double] = []
    var interval: Interval?
    var isAsymptote = false
    var isWithheld = false

    var reported: Coefficient {
      Coefficient(
        name: name, role: role, estimate: isWithheld || !value.isFinite ? nil : value,
        standardError: isWithheld ? nil : standardError, interval: interval)
    }
  }

  func coefficients() -> [Described] {
    var result = model.linearCoefficients(from: data.smallestX).map {
      described($0, role: .estimated)
    }
    result += shape.indices.map(shapeCoefficient)
    result += model.fixedCoefficients.map {
      Described(name: $0.name, role: .fixed, value: $0.value)
    }
    result += model.derivedQuantities.map { described($0, role: .derived) }
    withholdUnidentified(&result)
    let order = model.reportOrder
    if !order.isEmpty {
      let place = { (name: String) in order.firstIndex(of: name) ?? order.count }
      result.sort { place($0.name) < place($1.name) }
    }
    return result
  }

  private func described(_ quantity: LinearQuantity, role: Coefficient.Role) -> Described {
    let value = quantity.value(linear: linear, shape: shape)
    let isAsymptote = model.asymptotes.contains { $0.name == quantity.name }
    let gradient = quantity.gradient(linear: linear, shape: shape, free: freeShape)
    return Described(
      name: quantity.name, role: role, value: value,
      standardError: standardError(gradient: gradient), gradient: gradient,
      interval: profiles[quantity.name]
        ?? region.map { region in
          let ends = region.extent(of: quantity, reduced)
          return interval(ends.lower, ends.upper, clippedToAccuracy: isAsymptote)
        },
      isAsymptote: isAsymptote)
  }

  private func shapeCoefficient(_ index: Int) -> Described {
    let parameter = model.shapeParameters[index]
    let derivative = parameter.derivative(shape[index])
    var gradient: [Double] = []
    if let position = freeShape.firstIndex(of: index) {
      gradient = Array(repeating: 0.0, count: linear.count + freeShape.count)
      gradient[linear.count + position] = derivative
    }
    let profile =
      profiles[parameter.name]
      ?? region.map { region in
        let ends = region.extent(ofShape: index, reduced)
        let reported = [ends.lower, ends.upper].map { $0.map(parameter.reported) }
        return derivative >= 0
          ? interval(reported[0], reported[1]) : interval(reported[1], reported[0])
      }
    return Described(
      name: parameter.name, role: .estimated, value: parameter.reported(shape[index]),
      standardError: gradient.isEmpty ? nil : standardError(gradient: gradient),
      gradient: gradient, interval: profile)
  }

  private func standardError(gradient: [Double]) -> Double? {
    guard let gram = decomposition.inverseGram, scale.isDefined else { return nil }
    var variance = 0.0
    for a in gradient.indices {
      for b in gradient.indices { variance += gradient[a] * gram[a][b] * gradient[b] }
    }
    let error = (scale.variance * max(variance, 0)).squareRoot()
    return error.isFinite ? error : nil
  }

  /// An asymptote of an accuracy lies in 0...1 whatever the data say: an end a little outside is
  /// put on the edge, one far outside says that the data do not close the interval.
  private func interval(
    _ lower: Double?, _ upper: Double?, clippedToAccuracy: Bool = false
  ) -> Interval {
    let clip = { (value: Double?) -> Double? in
      guard clippedToAccuracy, data.isAccuracy else { return value }
      return value.flatMap { end in
        (-Self.marginOutside...1 + Self.marginOutside).contains(end)
          ? min(max(end, 0), 1) : nil
      }
    }
    return Interval(level: level, lower: clip(lower), upper: clip(upper), method: .profile)
  }

  /// How far outside 0...1 an end of an accuracy's interval still counts as closed there.
  private static let marginOutside = 0.05

  /// An asymptote outside what an accuracy can be, or whose interval does not close, is not a
  /// number to quote; nor is a scale that only has a meaning beside it.
  private func withholdUnidentified(_ coefficients: inout [Described]) {
    let unidentified = coefficients.indices.filter {
      coefficients[$0].isAsymptote && isUnidentified(coefficients[$0])
    }
    for index in unidentified { coefficients[index].isWithheld = true }
    let names = unidentified.map { coefficients[$0].name }
    guard names.contains(where: model.linearNames.contains) else { return }
    for index in coefficients.indices where !coefficients[index].isAsymptote {
      guard model.linearNames.contains(coefficients[index].name) else { continue }
      coefficients[index].isWithheld = true
    }
  }

  private func isUnidentified(_ coefficient: Described) -> Bool {
    if data.isAccuracy, !(0...1).contains(coefficient.value) { return true }
    guard let interval = coefficient.interval else { return false }
    return !interval.isClosed
  }
}
