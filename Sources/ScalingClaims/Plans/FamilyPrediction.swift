internal import ScalingAnalysis

/// What new points may show if one family is true: the curve and the scatter are drawn anew for
/// each result, as far as the points so far leave them open.
///
/// A draw takes the scatter from its scaled inverse chi-squared distribution, refits the family to
/// the fitted curve with that scatter, and adds it to the refitted curve. For a family that is
/// linear in its coefficients this is the posterior predictive distribution under the usual flat
/// prior (Gelman et al. 2013, §14.2); for the others it is a parametric bootstrap.
struct FamilyPrediction: Sendable {
  /// The fitted curve at the new places.
  let curve: [Double]
  private let fitter: ShapeFitter
  private let fitted: [Double]
  private let spread: Double
  private let freedom: Int

  init(_ family: ShapeFamily, _ data: CurveData, at places: [Double]) {
    let smallest = data.x.min() ?? 1
    let doublings = { (x: Double) in logarithm(x / smallest) / naturalLogarithmOf2 }
    fitter = ShapeFitter(family, log2x: data.x.map(doublings), further: places.map(doublings))
    let best = fitter.best(data.y)
    let values = fitter.fitted(data.y, shape: best.shape)
    fitted = Array(values.prefix(data.count))
    curve = Array(values.dropFirst(data.count))
    freedom = max(data.count - family.coefficientCount, 1)
    spread = (best.residualSumOfSquares / Double(freedom)).squareRoot()
  }

  /// New y at the places; `noise` is their scatter relative to that of the points so far.
  func draw(noise: Double, _ random: inout RandomSource) -> [Double] {
    let square = (0..<freedom).reduce(0.0) { sum, _ in
      let value = random.normal()
      return sum + value * value
    }
    let drawn = spread * (Double(freedom) / square).squareRoot()
    let series = fitted.map { $0 + drawn * random.normal() }
    let values = fitter.fitted(series, shape: fitter.best(series).shape)
    return values.dropFirst(series.count).map { $0 + noise * drawn * random.normal() }
  }
}
