/// Writes numbers the way a drawing wants them: a fixed number of decimals, no exponent, no
/// trailing zeros, no negative zero.
///
/// Not-a-number and infinity have no place in a drawing; they are written as `0`, so callers
/// remove them first.
public enum FixedDecimal {
  /// The largest magnitude that is written exactly; larger values are clamped.
  static let largestMagnitude = 1e12

  /// The value in units of the last decimal, rounded half away from zero.
  public static func scaled(_ value: Double, decimals: Int) -> Int {
    guard value.isFinite else { return 0 }
    let clamped = min(max(value, -largestMagnitude), largestMagnitude)
    return Int((clamped * powerOfTen(decimals)).rounded())
  }

  /// The text of a value, for example `12.5` for 12.50 with two decimals.
  public static func string(_ value: Double, decimals: Int) -> String {
    var bytes: [UInt8] = []
    append(value, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the text of a value to a buffer.
  public static func append(_ value: Double, decimals: Int, to bytes: inout [UInt8]) {
    append(scaled: scaled(value, decimals: decimals), decimals: decimals, to: &bytes)
  }

  /// Appends a value given in units of its last decimal.
  ///
  /// - Parameter dropsLeadingZero: Whether `0.5` is written as `.5`, which path data allows.
  static func append(
    scaled: Int, decimals: Int, dropsLeadingZero: Bool = false, to bytes: inout [UInt8]
  ) {
    var digits = scaled.magnitude
    var decimals = decimals
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    for _ in 0..<decimals { divisor *= 10 }
    let whole = digits / divisor
    if whole > 0 || decimals == 0 || !dropsLeadingZero { append(digits: whole, to: &bytes) }
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var remainder = digits % divisor
    while divisor > 1 {
      divisor /= 10
      bytes.append(UInt8(ascii: "0") + UInt8(remainder / divisor))
      remainder %= divisor
    }
  }

  private static func append(digits: UInt, to bytes: inout [UInt8]) {
    var divisor: UInt = 1
    while digits / divisor >= 10 { divisor *= 10 }
    var rest = digits
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<max(0, exponent) { power *= 10 }
    return power
  }
}
