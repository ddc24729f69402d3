/// Nodes and weights of Gauss and Legendre's quadrature over 0...1: exact for polynomials of
/// degree 2·count − 1.
struct GaussLegendre: Sendable {
  let nodes: [Double]
  let weights: [Double]

  /// The rules that most sums ask for, by their count.
  private static let known = (0...32).map { GaussLegendre(count: $0) }

  /// The rule with `count` nodes, found once if it is a short one.
  static func of(_ count: Int) -> GaussLegendre {
    known.indices.contains(count) ? known[count] : GaussLegendre(count: count)
  }

  init(count: Int) {
    var nodes: [Double] = []
    var weights: [Double] = []
    for index in 0..<count {
      var x = cosine(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        let (value, derivative) = Self.legendre(count, at: x)
        slope = derivative
        let step = value / derivative
        x -= step
        if abs(step) < 1e-15 { break }
      }
      nodes.append((1 - x) / 2)
      weights.append(1 / ((1 - x * x) * slope * slope))
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The Legendre polynomial and its derivative, by recurrence.
  private static func legendre(_ degree: Int, at x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    guard degree > 1 else { return degree == 0 ? (1, 0) : (x, 1) }
    for n in 2...degree {
      let next = (Double(2 * n - 1) * x * value - Double(n - 1) * before) / Double(n)
      before = value
      value = next
    }
    return (value, Double(degree) * (before - x * value) / (1 - x * x))
  }
}
