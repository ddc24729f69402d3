/// An answer in the form in which it is compared with the true one.
///
/// Case, spaces at the ends and repeated white space do not matter. Numbers are equal when
/// their values are, exactly and with any number of digits: 0.5, .50, 5e-1; 1,000 and 1000.
/// Fractions, units, percent signs and LaTeX stay text.
struct AnswerForm: Hashable {
  private let text: String

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    self.init(String(decoding: cell, as: UTF8.self))
  }

  init(_ answer: String) {
    let words = answer.lowercased().split(whereSeparator: \.isWhitespace)
    let plain = words.joined(separator: " ")
    text = Self.number(Array(plain.utf8)) ?? plain
  }

  /// A decimal number as digits without zeros at either end, with a power of ten.
  private static func number(_ written: [UInt8]) -> String? {
    guard let ungrouped = ungrouped(written) else { return nil }
    let scan = ungrouped.withUnsafeBufferPointer { NumberScan($0) }
    guard scan.isNumber else { return nil }
    let parts = ungrouped.split(separator: UInt8(ascii: "e"), maxSplits: 1)
    var mantissa = parts[0][...]
    let isNegative = mantissa.first == UInt8(ascii: "-")
    if isNegative || mantissa.first == UInt8(ascii: "+") { mantissa = mantissa.dropFirst() }
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    let decimals = mantissa.dropFirst(whole.count + 1)
    guard let written = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) : 0,
      written.magnitude < 1_000_000
    else { return nil }
    let zero = UInt8(ascii: "0")
    var digits = (whole + decimals).drop { $0 == zero }
    var exponent = written - decimals.count
    while digits.last == zero {
      digits = digits.dropLast()
      exponent += 1
    }
    if digits.isEmpty { return "0" }
    return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self) + "e\(exponent)"
  }

  /// The number without commas between groups of three digits; `nil` where commas stand
  /// elsewhere.
  private static func ungrouped(_ written: [UInt8]) -> [UInt8]? {
    let comma = UInt8(ascii: ",")
    guard written.contains(comma) else { return written }
    let isGrouped = written.withUnsafeBufferPointer { CellReading.otherwise($0).kind == .grouped }
    return isGrouped ? written.filter { $0 != comma } : nil
  }
}
