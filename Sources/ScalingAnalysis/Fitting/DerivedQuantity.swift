/// A figure that follows from a fitted curve, as users quote it.
public enum DerivedQuantity: Sendable, Equatable {
  /// The curve's value at x: `value@1e6`.
  case value(at: Double)
  /// The x at which the curve reaches a target: `x@0.8`.
  case position(target: Double)
  /// The curve's slope in log2 x, at x: `gain-per-doubling@1e4`.
  case gainPerDoubling(at: Double)
  /// The difference of the curve between two x: `gain@1e4..1e6`.
  case gain(from: Double, to: Double)
  /// One over a coefficient, such as the doubling time of `log2(y) ~ a + b*x`: `1/b`.
  case reciprocal(coefficient: String)
  /// The x in which y doubles, on average over the observed range, when the response is a
  /// logarithm of y: `doubling-time`.
  case doublingTime

  /// Reads a quantity as it is written on the command line.
  ///
  /// - Throws: `FitError` when it is none of the six.
  public init(_ text: String) throws(FitError) {
    if text.hasPrefix("1/"), text.count > 2 {
      self = .reciprocal(coefficient: String(text.dropFirst(2)))
      return
    }
    if text == "doubling-time" {
      self = .doublingTime
      return
    }
    guard let sign = text.firstIndex(of: "@") else { throw Self.unknown(text) }
    let argument = String(text[text.index(after: sign)...])
    switch text[..<sign] {
    case "value": self = .value(at: try Self.number(argument, text))
    case "x": self = .position(target: try Self.target(argument, text))
    case "gain-per-doubling":
      let x = try Self.number(argument, text)
      guard x > 0 else {
        throw Self.error(text, "doublings need an x above zero")
      }
      self = .gainPerDoubling(at: x)
    case "gain":
      let (from, to) = try Self.range(argument, text)
      self = .gain(from: from, to: to)
    default: throw Self.unknown(text)
    }
  }

  private static func unknown(_ text: String) -> FitError {
    error(
      text,
      "there is no such quantity; write value@X, x@TARGET, gain-per-doubling@X, gain@X1..X2, "
        + "doubling-time or 1/COEFFICIENT")
  }

  private static func error(_ text: String, _ problem: String) -> FitError {
    FitError(code: .invalidQuantity, description: "the quantity \"\(text)\": \(problem)")
  }

  private static func number(_ part: String, _ text: String) throws(FitError) -> Double {
    guard let value = Double(part), value.isFinite else {
      throw error(text, "\"\(part)\" is not a number")
    }
    return value
  }

  /// A target may be written in percent.
  private static func target(_ part: String, _ text: String) throws(FitError) -> Double {
    guard part.hasSuffix("%") else { return try number(part, text) }
    return try number(String(part.dropLast()), text) / 100
  }

  private static func range(_ part: String, _ text: String) throws(FitError) -> (Double, Double) {
    let characters = Array(part)
    let place = characters.indices.dropLast().first {
      characters[$0] == "." && characters[$0 + 1] == "."
    }
    guard let place else { throw error(text, "write it gain@X1..X2") }
    let from = try number(String(characters[..<place]), text)
    let to = try number(String(characters[(place + 2)...]), text)
    guard from < to else { throw error(text, "the first x must lie below the second") }
    return (from, to)
  }

  /// The x that it refers to.
  var positions: [Double] {
    switch self {
    case .value(let x), .gainPerDoubling(let x): [x]
    case .gain(let from, let to): [from, to]
    case .position, .reciprocal, .doublingTime: []
    }
  }
}

extension DerivedQuantity: CustomStringConvertible {
  /// The quantity as on the command line.
  public var description: String {
    switch self {
    case .value(let x): "value@\(Self.short(x))"
    case .position(let target): "x@\(Self.short(target))"
    case .gainPerDoubling(let x): "gain-per-doubling@\(Self.short(x))"
    case .gain(let from, let to): "gain@\(Self.short(from))..\(Self.short(to))"
    case .reciprocal(let name): "1/\(name)"
    case .doublingTime: "doubling-time"
    }
  }

  /// A number as users write it: 1e6 and 2.5e6, but 1024.
  static func short(_ value: Double) -> String {
    let plain = plainNumber(value)
    let digits = plain.prefix { $0 != "." && $0 != "e" }
    let zeros = digits.reversed().prefix { $0 == "0" }.count
    guard digits.count == plain.count, value > 0, zeros >= 4 else { return plain }
    let mantissa = digits.dropLast(zeros)
    let rest = mantissa.dropFirst()
    return "\(mantissa.prefix(1))\(rest.isEmpty ? "" : "." + rest)e\(plain.count - 1)"
  }
}
