#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names the library function apart from `ScaleKind.log10`.
private func decimalLogarithm(_ value: Double) -> Double { log10(value) }

/// The kind of map from data to drawing.
public enum ScaleKind: Sendable, Equatable, Hashable {
  /// Equal differences have equal lengths.
  case linear
  /// Equal ratios have equal lengths; the base decides where ticks stand.
  case log(base: Double)

  /// Logarithmic with ticks at powers of two.
  public static let log2 = ScaleKind.log(base: 2)
  /// Logarithmic with ticks at powers of ten.
  public static let log10 = ScaleKind.log(base: 10)

  /// Whether a value has a place on such a scale. Values beyond 1e150 count as missing, so that
  /// differences and ratios of the others stay finite.
  public func accepts(_ value: Double) -> Bool {
    switch self {
    case .linear: value.magnitude <= 1e150
    case .log: value >= 1e-150 && value <= 1e150
    }
  }

  /// Whether equal ratios have equal lengths.
  public var isLogarithmic: Bool { self != .linear }

  /// The transform whose image is drawn linearly.
  func transform(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: decimalLogarithm(value)
    }
  }

  /// The inverse of `transform`.
  func inverseTransform(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: pow(10, value)
    }
  }
}

/// A map from an interval of data to an interval of the drawing, with its inverse.
public struct Scale: Sendable, Equatable {
  /// Linear or logarithmic.
  public let kind: ScaleKind
  /// The data interval.
  public let domain: ClosedRange<Double>
  /// Where the lower and upper end of the domain are drawn; may run backwards.
  public let rangeStart: Double, rangeEnd: Double

  private let transformedStart: Double
  private let factor: Double

  /// A scale; a domain without length is drawn in the middle of the range.
  public init(
    _ kind: ScaleKind, domain: ClosedRange<Double>, from rangeStart: Double, to rangeEnd: Double
  ) {
    self.kind = kind
    self.domain = domain
    self.rangeStart = rangeStart
    self.rangeEnd = rangeEnd
    let lower = kind.transform(domain.lowerBound)
    let length = kind.transform(domain.upperBound) - lower
    transformedStart = lower
    factor = length > 0 ? (rangeEnd - rangeStart) / length : 0
  }

  /// Where a value is drawn; not finite when the value has no place on the scale.
  public func callAsFunction(_ value: Double) -> Double {
    guard kind.accepts(value) else { return .nan }
    if factor == 0 { return (rangeStart + rangeEnd) / 2 }
    return rangeStart + (kind.transform(value) - transformedStart) * factor
  }

  /// The value that is drawn at a position.
  public func invert(_ position: Double) -> Double {
    if factor == 0 { return domain.lowerBound }
    return kind.inverseTransform((position - rangeStart) / factor + transformedStart)
  }
}
