internal import ScalingAnalysis

/// What new points may show if one family is true: the curve and the scatter are drawn anew for
/// each result, as far as the points so far leave them open.
///
/// A draw takes the scatter from its scaled inverse chi-squared distribution, refits the family to
/// the fitted curve with that scatter, and adds it to the refitted curve. For a family that is
/// linear in its coefficients this is the posterior predictive distribution under the usual flat
/// prior (Gelman et al. 2013, §14.2); for the others it is a parametric bootstrap.
struct FamilyPrediction: Sendable {
  private let fitter: ShapeFitter
  private let count: Int
  private let freedom: Int
  private let noise: ShapeNoise
  private let spread: Double
  /// The fitted curve at the points so far, then at the new places.
  private let fitted: [Double]

  /// - Parameters:
  ///   - items: the questions behind each new point.
  ///   - claim: the family that this one is a rival of; curves too near to it are left out.
  init(
    _ family: ShapeFamily, _ data: CurveData, at places: [Double], items: Double? = nil,
    apartFrom claim: ShapeFamily? = nil
  ) {
    let pilot = Self.design(data, places, weights: data.y.map { _ in 1 })
    let first = Self.curve(ShapeFitter(family, pilot), data.y, places.count)
    let known = ShapeNoise(data)
    let design = Self.design(
      data, places, weights: known.weights(at: Array(first.prefix(data.count))))
    let even = ShapeDesign(log2x: design.log2x)
    fitter = ShapeFitter(
      family, design, apartFrom: claim.map { ShapeFitter($0, even) })
    count = data.count
    freedom = max(count - family.coefficientCount, 1)
    fitted = Self.curve(fitter, data.y, places.count)
    spread = known.spread(
      data.y, around: Array(fitted.prefix(count)), degreesOfFreedom: freedom)
    noise = ShapeNoise(
      CurveData(
        x: data.x + places, y: data.y + places.map { _ in 0 },
        items: data.items + places.map { _ in items }, isAccuracy: data.isAccuracy))
  }

  /// The fitted curve at the new places.
  var curve: [Double] { Array(fitted.dropFirst(count)) }

  /// New y at the places.
  func draw(_ random: inout RandomSource) -> [Double] {
    let square = (0..<freedom).reduce(0.0) { sum, _ in
      let value = random.normal()
      return sum + value * value
    }
    let drawn = spread * (Double(freedom) / square).squareRoot()
    let series = noise.draw(around: fitted, spread: drawn, &random)
    let places = fitted.count - count
    let truth = Self.curve(fitter, Array(series.prefix(count)), places)
    return Array(noise.draw(around: truth, spread: drawn, &random).dropFirst(count))
  }

  /// The points so far, and places that are in the design only to be read off the curve: so light
  /// that they move nothing.
  private static func design(
    _ data: CurveData, _ places: [Double], weights: [Double]
  ) -> ShapeDesign {
    let x = data.x + places
    let smallest = x.min() ?? 1
    return ShapeDesign(
      log2x: x.map { logarithm($0 / smallest) / naturalLogarithmOf2 },
      weights: weights + places.map { _ in 1e-30 })
  }

  /// The curve that fits the points best, at the points and at the places.
  private static func curve(_ fitter: ShapeFitter, _ y: [Double], _ places: Int) -> [Double] {
    let mean = y.reduce(0, +) / Double(y.count)
    let all = y + Array(repeating: mean, count: places)
    return fitter.fitted(all, shape: fitter.best(all).shape)
  }
}
