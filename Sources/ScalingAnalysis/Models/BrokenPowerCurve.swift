#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The shape of a smoothly broken power law with one break (Caballero et al. 2023, eq. 1), shared
/// by the training law and the curve family.
///
/// Over u, the logarithm of x, it is −c0·u − c1·f1·ln(1 + eᶻ) with z = (u − ln d1)/f1, in
/// logarithms: (x/d1)^(1/f1) itself overflows for sharp breaks.
struct BrokenPowerCurve {
  let c0: Double
  let c1: Double
  let logBreak: Double
  let f1: Double

  init(c0: Double, c1: Double, logBreak: Double, logWidth: Double) {
    self.c0 = c0
    self.c1 = c1
    self.logBreak = logBreak
    f1 = exp(logWidth)
  }

  /// What the logarithm of the curve and its derivatives are made of at one u.
  struct Place {
    var z: Double
    /// ln(1 + eᶻ).
    var softplus: Double
    /// Its derivative in z.
    var slope: Double
    /// Its derivative in ln f1, divided by f1.
    var perWidth: Double { softplus - z * slope }
  }

  @inline(__always)
  func place(_ u: Double) -> Place {
    let z = (u - logBreak) / f1
    let small = exp(-abs(z))
    return Place(
      z: z, softplus: max(z, 0) + log1p(small), slope: z > 0 ? 1 / (1 + small) : small / (1 + small)
    )
  }

  /// The logarithm of the curve, without its factor.
  @inline(__always)
  func logValue(_ u: Double, _ place: Place) -> Double { -c0 * u - c1 * f1 * place.softplus }

  /// The shapes that a search looks at: c0, c1, ln d1 and ln f1, for u between two values.
  static func grid(_ low: Double, _ high: Double, firstCoordinate: Int) -> ShapeGrid {
    let bends = [0.05, 0.2, 0.5, 1, 2, 4, 7, 12]
    return ShapeGrid([
      ShapeAxis(
        coordinate: firstCoordinate, values: [-0.5, -0.1, 0, 0.05, 0.15, 0.35, 0.7, 1.2]),
      ShapeAxis(
        coordinate: firstCoordinate + 1, values: bends.map { -$0 }.reversed() + bends),
      .even(
        firstCoordinate + 2, (low - 0.05 * (high - low))...(high + 0.3 * (high - low)), 20),
      ShapeAxis(coordinate: firstCoordinate + 3, values: [0.03, 0.1, 0.3, 0.8].map { log($0) }),
    ])
  }
}
