extension RandomSource {
  /// A gamma variate of the given shape and scale 1 (Marsaglia and Tsang 2000; for shapes below
  /// 1 with their boost).
  mutating func gamma(shape: Double) -> Double {
    if shape < 1 {
      let boost = raise(1 - unit(), to: 1 / shape)
      return boost * gamma(shape: shape + 1)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = 1 - unit()
      // Their squeeze, which spares the logarithms nearly always.
      if u < 1 - 0.0331 * x * x * x * x { return d * v }
      if logarithm(u) < x * x / 2 + d - d * v + d * logarithm(v) { return d * v }
    }
  }

  /// A beta variate: a gamma variate of `first` in a sum with one of `second`.
  mutating func beta(_ first: Double, _ second: Double) -> Double {
    let a = gamma(shape: first)
    let b = gamma(shape: second)
    return a + b > 0 ? a / (a + b) : 0.5
  }
}
