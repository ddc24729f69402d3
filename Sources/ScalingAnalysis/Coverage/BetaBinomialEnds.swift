internal import LeastSquares

/// The beta-binomial chances of no and of only right samples, and what is left between them, with
/// its derivatives by alpha and beta.
struct BetaBinomialEnds {
  private let alpha: Double
  private let beta: Double
  private let samples: Double
  /// The chance of no right sample.
  let none: Double
  /// The chance of right samples only.
  let all: Double

  init(_ alpha: Double, _ beta: Double, _ samples: Double) {
    (self.alpha, self.beta, self.samples) = (alpha, beta, samples)
    let g = GammaFunction.logarithm
    let shared = g(alpha + beta) - g(alpha + beta + samples)
    none = exponential(shared + g(beta + samples) - g(beta))
    all = exponential(shared + g(alpha + samples) - g(alpha))
  }

  /// The chance of anything else, which rounding keeps from vanishing.
  var between: Double { max(1 - none - all, 1e-12) }

  /// The slopes of -ln(between) by alpha and by beta.
  var slope: SIMD2<Double> { (none * noneSlope + all * allSlope) / between }

  /// Its second derivatives: by alpha, by beta, and by both.
  var curve: SIMD3<Double> {
    let second = GammaFunction.secondDerivative
    let shared = second(alpha + beta) - second(alpha + beta + samples)
    let ofNone = SIMD3(shared, shared + second(beta + samples) - second(beta), shared)
    let ofAll = SIMD3(shared + second(alpha + samples) - second(alpha), shared, shared)
    return
      (none * (Self.products(noneSlope) + ofNone) + all * (Self.products(allSlope) + ofAll))
      / between + Self.products(slope)
  }

  private var noneSlope: SIMD2<Double> { SIMD2(shared, shared + rise(beta)) }
  private var allSlope: SIMD2<Double> { SIMD2(shared + rise(alpha), shared) }

  /// How the logarithms of both chances change with alpha + beta.
  private var shared: Double { -rise(alpha + beta) }

  private func rise(_ parameter: Double) -> Double {
    GammaFunction.firstDerivative(parameter + samples) - GammaFunction.firstDerivative(parameter)
  }

  private static func products(_ v: SIMD2<Double>) -> SIMD3<Double> {
    SIMD3(v.x * v.x, v.y * v.y, v.x * v.y)
  }
}
