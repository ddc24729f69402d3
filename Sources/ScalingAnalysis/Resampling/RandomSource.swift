/// SplitMix64 (Steele, Lea and Flood 2014): small, fast, and good enough to resample.
///
/// One source per replicate, seeded from the user's seed and the replicate's number, makes the
/// result independent of the number of threads.
public struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A source for one stream of one seed.
  public init(seed: UInt64, stream: UInt64) {
    state = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15 &* (stream &+ 1))
    state ^= Self.mix(stream &+ 0xD1B5_4A32_D192_ED03)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A number below `bound`, without bias that 64 bits would show.
  public mutating func index(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in 0..<1 with 53 random bits.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A standard normal number (Box and Muller's polar form by Marsaglia).
  public mutating func normal() -> Double {
    while true {
      let a = 2 * unit() - 1
      let b = 2 * unit() - 1
      let square = a * a + b * b
      if square > 0, square < 1 { return a * (-2 * logarithm(square) / square).squareRoot() }
    }
  }

  /// Successes among `trials` of the given probability.
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    (0..<trials).reduce(0) { count, _ in unit() < probability ? count + 1 : count }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
