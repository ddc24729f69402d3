#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Chooses tick values inside a domain.
enum Ticks {
  /// Ticks of a scale, at most `count` of them where the domain allows.
  static func values(
    _ kind: ScaleKind, domain: ClosedRange<Double>, count: Int, format: TickFormat
  ) -> [Double] {
    switch kind {
    case .linear: linear(domain, count: count, format: format)
    case .log(let base): logarithmic(domain, base: base, count: count, format: format)
    }
  }

  /// A tick step: 1, 2 or 5 times a power of ten, and 25 for percentages; no fraction of what
  /// is counted.
  static func linearStep(
    _ domain: ClosedRange<Double>, count: Int, format: TickFormat
  ) -> TickStep {
    let length = domain.upperBound - domain.lowerBound
    guard length > 1e-200, length.isFinite else { return TickStep(multiple: 1, exponent: 0) }
    let rough = length / Double(max(1, count - 1))
    var exponent = Int(floor(log10(rough))) - 1
    let multiples: [Int] = format == .percent ? [10, 20, 25, 50] : [10, 20, 50]
    while true {
      for multiple in multiples {
        var step = TickStep(multiple: multiple, exponent: exponent)
        if format == .percent, multiple == 25, step.value < 0.2 { continue }
        if format == .year || format == .count, step.value < 1 { continue }
        if format == .tokens, step.value < 1, domain.lowerBound.rounded(.up) <= domain.upperBound {
          continue
        }
        if step.value >= rough * 0.999 {
          step.reduce()
          return step
        }
      }
      exponent += 1
    }
  }

  /// Linear ticks; at least two where a finer step gives them.
  private static func linear(
    _ domain: ClosedRange<Double>, count: Int, format: TickFormat
  ) -> [Double] {
    var ticks: [Double] = []
    for finer in 0..<4 {
      ticks = linear(domain, step: linearStep(domain, count: count + finer, format: format))
      if ticks.count >= 2 { break }
    }
    return ticks
  }

  /// Integer multiples of a step inside a domain.
  static func linear(_ domain: ClosedRange<Double>, step: TickStep) -> [Double] {
    let tolerance = 1e-9
    let largest = max(domain.lowerBound.magnitude, domain.upperBound.magnitude)
    guard largest / step.value < 1e15 else { return [domain.lowerBound] }
    let first = Int((domain.lowerBound / step.value - tolerance).rounded(.up))
    let last = Int((domain.upperBound / step.value + tolerance).rounded(.down))
    guard first <= last, last - first <= 1000 else { return [] }
    return (first...last).map { step.times($0) }
  }

  /// Powers of the base, thinned evenly; multiples of them, or linear ticks, when there are few.
  private static func logarithmic(
    _ domain: ClosedRange<Double>, base: Double, count: Int, format: TickFormat
  ) -> [Double] {
    guard domain.lowerBound > 0 else { return [] }
    let tolerance = 1e-9
    let lower = log10(domain.lowerBound) / log10(base)
    let upper = log10(domain.upperBound) / log10(base)
    let first = Int((lower - tolerance).rounded(.up))
    let last = Int((upper + tolerance).rounded(.down))
    let powers = first <= last ? Array(first...last) : []
    if powers.count >= 3 || (base == 2 && powers.count == 2) {
      return thinned(powers, count: count).map { power($0, base: base) }
    }
    if base == 10 {
      for multiples in [[1, 2, 5], [1, 3], [1, 2, 3, 5, 7]] {
        let values = (first - 1...last + 1).flatMap { exponent in
          multiples.map { TickStep(multiple: $0, exponent: exponent).value }
        }.filter(domain.contains)
        if values.count >= 3, values.count <= max(3, count) { return values }
      }
      if powers.count >= 2 { return powers.map { power($0, base: base) } }
    }
    return linear(domain, count: max(2, count - 1), format: format)
  }

  /// Every n-th exponent, with the smallest n that fits; the kept ones are multiples of n, unless
  /// others are three where the multiples are fewer.
  private static func thinned(_ exponents: [Int], count: Int) -> [Int] {
    var stride = 1
    while true {
      let phases = (0..<stride).map { phase in
        exponents.filter { ($0 - phase).isMultiple(of: stride) }
      }
      if phases[0].count <= max(2, count) {
        let fuller = phases.first { $0.count >= 3 && $0.count <= count }
        let kept = phases[0].count >= 3 ? phases[0] : fuller ?? phases[0]
        return kept.count >= 2 ? kept : everyOther(exponents, count)
      }
      stride += 1
    }
  }

  private static func everyOther(_ exponents: [Int], _ count: Int) -> [Int] {
    let stride = max(1, (exponents.count - 1) / max(1, count - 1))
    return exponents.indices.filter { $0 % stride == 0 }.prefix(max(2, count)).map { exponents[$0] }
  }

  /// A power with an integer exponent, exact for bases 2 and 10 where a `Double` can be.
  static func power(_ exponent: Int, base: Double) -> Double {
    base == 10 ? TickStep(multiple: 1, exponent: exponent).value : pow(base, Double(exponent))
  }
}

/// A step that is exact: a small integer times a power of ten.
struct TickStep: Sendable, Equatable {
  var multiple: Int
  var exponent: Int

  var value: Double { times(1) }

  /// The step times an integer, rounded once.
  func times(_ count: Int) -> Double {
    let whole = Double(multiple * count)
    return exponent >= 0 ? whole * pow(10, Double(exponent)) : whole / pow(10, Double(-exponent))
  }

  /// Digits after the decimal point that tell its multiples apart.
  var decimals: Int { max(0, -exponent) }

  mutating func reduce() {
    while multiple % 10 == 0, multiple > 0 {
      multiple /= 10
      exponent += 1
    }
  }
}
