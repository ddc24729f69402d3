/// How the minimum of a profile is found.
public enum IsoflopMethod: String, Sendable, Codable, CaseIterable {
  /// Akima's curve through log loss over log N; the noise of the losses is drawn anew many times,
  /// N* is the median of the minima (Porian et al. 2024).
  case akima
  /// A parabola in log N through the lowest point and up to two on either side (Hoffmann et al.
  /// 2022, Approach 2); the noise is drawn anew in the same way. Profiles are steeper towards small
  /// models, so that a parabola through more points has its vertex beside the minimum.
  case parabola
}

/// The search for the minima of profiles.
public struct IsoflopSearch: Sendable, Equatable {
  /// How a minimum is found.
  public var method: IsoflopMethod
  /// The standard deviation of a loss from seed to seed.
  public var lossNoise: Double
  /// Draws of the noise.
  public var drawCount: Int
  /// The seed of the draws.
  public var seed: UInt64
  /// Threads; the result is the same for any number.
  public var threads: Int

  /// A search; 0.005 nats are what Porian et al. find from seed to seed.
  public init(
    method: IsoflopMethod = .akima, lossNoise: Double = 0.005, drawCount: Int = 1000,
    seed: UInt64 = 1, threads: Int = 1
  ) {
    self.method = method
    self.lossNoise = lossNoise
    self.drawCount = drawCount
    self.seed = seed
    self.threads = threads
  }

  /// Nodes between two points on which Akima's curve is looked at.
  static let nodesPerInterval = 25

  /// A profile with what its draws gave.
  struct Outcome: Sendable {
    var minimum: IsoflopMinimum?
    /// ln N* of each draw, NaN where it lay on the edge.
    var draws: [Double]
    /// Why there is no minimum.
    var reason: LawDiagnostic.Code?
  }

  func outcomes(_ profiles: [IsoflopProfile]) -> [Outcome] {
    parallelMap(profiles.count, threads: threads) { outcome(profiles[$0], index: $0) }
  }

  private func outcome(_ profile: IsoflopProfile, index: Int) -> Outcome {
    let count = profile.parameters.count
    guard count >= 3 else {
      return Outcome(
        minimum: nil, draws: [], reason: .tooFewSizes)
    }
    let x = profile.parameters.map(logarithm)
    var finder = MinimumFinder(x: x, method: method)
    var draws: [Double] = []
    var losses: [Double] = []
    for draw in 0..<max(drawCount, 1) {
      var random = RandomSource(seed: seed, stream: UInt64(index) << 32 | UInt64(draw))
      // Without draws, the losses as they are.
      let noisy = profile.loss.map { drawCount > 0 ? $0 + lossNoise * random.normal() : $0 }
      guard noisy.allSatisfy({ $0 > 0 }), let found = finder.minimum(noisy.map(logarithm)) else {
        draws.append(.nan)
        continue
      }
      draws.append(found.place)
      losses.append(exponential(found.value))
    }
    var inside = draws.filter(\.isFinite)
    guard 2 * inside.count > draws.count else {
      return Outcome(
        minimum: nil, draws: draws, reason: .edgeMinimum)
    }
    let place = quantile(&inside, 0.5)
    var deviation: Double?
    if drawCount > 1 {
      let mean = inside.reduce(0, +) / Double(inside.count)
      let sum = inside.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      // What the spacing of the models leaves open is uncertain however small the noise.
      let step = ((x.last ?? 0) - (x.first ?? 0)) / Double(count - 1)
      deviation = max((sum / Double(inside.count)).squareRoot(), step / 3)
    }
    return Outcome(
      minimum: IsoflopMinimum(
        compute: profile.compute, parameters: exponential(place),
        tokens: exponential(Self.interpolate(place, x, profile.tokens.map(logarithm))),
        loss: quantile(&losses, 0.5), logDeviation: deviation),
      draws: draws, reason: nil)
  }

  private static func interpolate(_ place: Double, _ x: [Double], _ y: [Double]) -> Double {
    var index = 0
    while index < x.count - 2, x[index + 1] < place { index += 1 }
    return y[index] + (y[index + 1] - y[index]) * (place - x[index]) / (x[index + 1] - x[index])
  }
}

/// The minimum of one profile's losses, for one thread.
private struct MinimumFinder {
  let x: [Double]
  let method: IsoflopMethod
  private var curve: AkimaCurve

  init(x: [Double], method: IsoflopMethod) {
    self.x = x
    self.method = method
    curve = AkimaCurve(x: x, y: x)
  }

  struct Found {
    var place: Double
    var value: Double
  }

  mutating func minimum(_ y: [Double]) -> Found? {
    method == .akima ? akima(y) : parabola(y)
  }

  private mutating func akima(_ y: [Double]) -> Found? {
    curve.update(y)
    let steps = IsoflopSearch.nodesPerInterval
    let nodes = steps * (x.count - 1)
    let (low, width) = (x[0], x[x.count - 1] - x[0])
    var best = Found(place: low, value: y[0])
    var bestNode = 0
    var interval = 0
    for node in 1..<nodes {
      let place = low + width * Double(node) / Double(nodes - 1)
      while interval < x.count - 2, x[interval + 1] < place { interval += 1 }
      let t = min((place - x[interval]) / (x[interval + 1] - x[interval]), 1)
      let value = curve.value(interval: interval, t)
      if value < best.value {
        best = Found(place: place, value: value)
        bestNode = node
      }
    }
    return bestNode == 0 || bestNode == nodes - 1 ? nil : best
  }

  /// Points on either side of the lowest that the parabola goes through.
  private static let neighbours = 2

  /// The vertex of the parabola through the lowest point and its neighbours.
  private func parabola(_ y: [Double]) -> Found? {
    let lowest = y.indices.min { y[$0] < y[$1] } ?? 0
    guard lowest > 0, lowest < y.count - 1 else { return nil }
    var sums = Array(repeating: 0.0, count: 5)
    var moments = Array(repeating: 0.0, count: 3)
    let rows = max(0, lowest - Self.neighbours)...min(y.count - 1, lowest + Self.neighbours)
    for row in rows {
      let u = x[row] - x[lowest]
      var power = 1.0
      for k in 0..<5 {
        sums[k] += power
        if k < 3 { moments[k] += power * y[row] }
        power *= u
      }
    }
    guard let c = Self.solve(sums, moments), c[2] > 0 else { return nil }
    let vertex = -c[1] / (2 * c[2])
    let place = x[lowest] + vertex
    guard place > x[0], place < x[x.count - 1] else { return nil }
    return Found(place: place, value: c[0] + 0.5 * c[1] * vertex)
  }

  /// The 3 × 3 normal equations of a parabola, by Cramer's rule.
  private static func solve(_ s: [Double], _ m: [Double]) -> [Double]? {
    let determinant = { (a: [Double], b: [Double], c: [Double]) in
      a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1])
        + c[0] * (a[1] * b[2] - a[2] * b[1])
    }
    let (a, b, c) = ([s[0], s[1], s[2]], [s[1], s[2], s[3]], [s[2], s[3], s[4]])
    let all = determinant(a, b, c)
    guard abs(all) > 1e-12 * s[0] * s[2] * s[4] else { return nil }
    return [determinant(m, b, c) / all, determinant(a, m, c) / all, determinant(a, b, m) / all]
  }
}
