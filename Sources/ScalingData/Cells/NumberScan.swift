/// A cell read as a decimal number, correctly rounded, without locale.
///
/// A short mantissa with a small power of ten is one exact multiplication or division (Clinger
/// 1990); up to 19 digits with few decimals are one wide integer division; anything else is
/// left to the standard library.
struct NumberScan {
  let value: Double
  let isNumber: Bool

  /// Reads a whole string.
  init(text: String) {
    var copy = text
    self = copy.withUTF8 { NumberScan($0) }
  }

  /// Reads a whole cell: sign, digits, decimals, exponent, nothing else.
  @inline(__always)
  init(_ cell: UnsafeBufferPointer<UInt8>) {
    guard let base = cell.baseAddress, cell.count > 0 else {
      self = .none
      return
    }
    let count = cell.count
    var index = 0
    let isNegative = base[0] == UInt8(ascii: "-")
    if isNegative || base[0] == UInt8(ascii: "+") { index = 1 }
    var mantissa: UInt64 = 0
    let integerStart = index
    while index < count {
      let digit = base[index] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      index &+= 1
    }
    var digits = index &- integerStart
    var exponent = 0
    if index < count, base[index] == UInt8(ascii: ".") {
      index &+= 1
      let fractionStart = index
      while index < count {
        let digit = base[index] &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        mantissa = mantissa &* 10 &+ UInt64(digit)
        index &+= 1
      }
      exponent = fractionStart &- index
      digits &-= exponent
    }
    guard digits > 0 else {
      self = .none
      return
    }
    if index < count {
      guard base[index] | 0x20 == UInt8(ascii: "e"),
        let written = Self.writtenExponent(base, index &+ 1, count)
      else {
        self = .none
        return
      }
      exponent &+= written
    }
    if digits <= 19, let magnitude = Self.magnitude(mantissa, exponent) {
      self.init(value: isNegative ? -magnitude : magnitude, isNumber: true)
    } else {
      self.init(value: Self.librarianValue(cell), isNumber: true)
    }
  }

  init(value: Double, isNumber: Bool) {
    self.value = value
    self.isNumber = isNumber
  }

  /// A cell that is not a number.
  static let none = NumberScan(value: .nan, isNumber: false)

  /// The digits behind an `e`; large ones stop growing, which is enough to over- or underflow.
  private static func writtenExponent(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) -> Int? {
    var index = start
    guard index < count else { return nil }
    let isNegative = base[index] == UInt8(ascii: "-")
    if isNegative || base[index] == UInt8(ascii: "+") { index += 1 }
    guard index < count else { return nil }
    var value = 0
    while index < count {
      let digit = base[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      if value < 100_000 { value = value * 10 + Int(digit) }
      index += 1
    }
    return isNegative ? -value : value
  }

  /// mantissa × 10^exponent where one rounding is enough, or `nil`.
  @inline(__always)
  private static func magnitude(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    if mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      return exponent < 0
        ? Double(mantissa) / PowersOfTen.double(-exponent)
        : Double(mantissa) * PowersOfTen.double(exponent)
    }
    if mantissa > 0, exponent >= -19, exponent < 0 {
      return quotient(mantissa, PowersOfTen.integer(-exponent))
    }
    return largeMagnitude(mantissa, exponent)
  }

  /// A few digits with a large exponent, as training compute is written (1.266e+26): the part
  /// of the power above 10^22 goes to the integer while it stays exact.
  private static func largeMagnitude(_ mantissa: UInt64, _ exponent: Int) -> Double? {
    guard exponent > 22, exponent <= 22 + 15 else { return nil }
    let product = mantissa.multipliedReportingOverflow(by: PowersOfTen.integer(exponent - 22))
    guard !product.overflow, product.partialValue <= 1 << 53 else { return nil }
    return Double(product.partialValue) * 1e22
  }

  /// The nearest double to a quotient of integers, ties to even.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let dividendShift = dividend.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let high = (dividend << UInt64(dividendShift)) >> 1
    let low = (dividend << UInt64(dividendShift)) << 63
    // high < 2^63 <= divisor, so the quotient has 63 or 64 bits.
    let division = (divisor << UInt64(divisorShift)).dividingFullWidth((high, low))
    var significand = division.quotient
    if division.remainder != 0 { significand |= 1 }
    // Double(UInt64) rounds to nearest even; the sticky bit above keeps ties honest, because
    // at least 63 bits stand and 53 remain.
    return Double(
      sign: .plus, exponent: divisorShift - dividendShift - 63, significand: Double(significand))
  }

  /// The standard library's reading of a cell that is known to have the form of a number.
  private static func librarianValue(_ cell: UnsafeBufferPointer<UInt8>) -> Double {
    Double(String(decoding: cell, as: UTF8.self)) ?? .nan
  }
}
