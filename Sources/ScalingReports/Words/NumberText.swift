internal import SVG

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Numbers as a reader wants them in a sentence or a table.
public enum NumberText {
  /// A number with that many significant digits, grouped from 10,000 on; large and small ones
  /// with a power of ten.
  public static func significant(_ value: Double, _ digits: Int = 3) -> String {
    guard value.isFinite else { return "not finite" }
    guard value != 0 else { return "0" }
    let magnitude = Int(log10(abs(value)).rounded(.down))
    guard (-4..<12).contains(magnitude) else {
      let leading = value / pow(10, Double(magnitude))
      return fixed(leading, digits - 1) + "e\(magnitude)"
    }
    let decimals = max(0, digits - 1 - magnitude)
    // 9.999 to three digits is 10.0, and not 10.00.
    let isNextPower = (abs(value) * pow(10, Double(decimals))).rounded() >= pow(10, Double(digits))
    return fixed(value, isNextPower ? max(0, decimals - 1) : decimals)
  }

  /// The nearest number of that many significant digits.
  static func rounded(_ value: Double, _ digits: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    let step = pow(10, log10(abs(value)).rounded(.down) - Double(digits - 1))
    // Below 1 the inverse is a whole number, which the step is not.
    return step >= 1
      ? (value / step).rounded() * step
      : (value * (1 / step).rounded()).rounded() / (1 / step).rounded()
  }

  /// A number with that many decimals, trailing zeros kept, grouped from 10,000 on.
  public static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = pow(10, Double(decimals))
    let rounded = (abs(value) * scale).rounded() / scale
    guard rounded < 1e15 else { return "\(value)" }
    var text = FixedDecimal.string(min(rounded, 1e12), decimals: decimals)
    if decimals > 0 {
      let written = text.contains(".") ? text.reversed().prefix { $0 != "." }.count : 0
      if written == 0 { text += "." }
      text += String(repeating: "0", count: decimals - written)
    }
    let whole = text.prefix { $0 != "." }
    if whole.count > 4 { text = grouped(whole) + text.dropFirst(whole.count) }
    return (value < 0 && rounded != 0 ? "-" : "") + text
  }

  private static func grouped(_ digits: Substring) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "," }
      result.append(digit)
    }
    return result
  }

  /// A fraction in percent, with one decimal below ten or when asked.
  public static func percent(_ fraction: Double, decimals: Int = 0) -> String {
    fixed(100 * fraction, decimals) + " %"
  }
}
