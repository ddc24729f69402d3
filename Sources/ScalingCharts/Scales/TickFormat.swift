import SVG

/// How the numbers of an axis are written.
public enum TickFormat: Sendable, Equatable, Hashable {
  /// 0.5, 4000, 20,000 and above 100,000 with K, M or B.
  case plain
  /// Token, sample and vote counts. Powers of two use the binary K and M of the field
  /// (1K = 1,024); other values use decimal ones (20K = 20,000).
  case tokens
  /// Powers of ten such as 10²², for floating-point operations.
  case powersOfTen
  /// $0.01, $1, $10K.
  case dollars
  /// A fraction, written in percent; the last tick carries the sign.
  case percent
  /// Counts with decimal K, M, B, T, for example 7B parameters.
  case count
  /// 2024, without grouping.
  case year
}

/// A short text that may end in a superscript.
public struct TickLabel: Sendable, Equatable, Hashable {
  /// The text on the base line.
  public var text: String
  /// The raised text after it.
  public var superscript: String

  /// A label.
  public init(_ text: String, superscript: String = "") {
    self.text = text
    self.superscript = superscript
  }
}

extension TickFormat {
  /// The labels of ticks, in their order.
  func labels(for values: [Double]) -> [TickLabel] {
    values.enumerated().map { index, value in
      let isLast = index == values.count - 1
      var label = label(for: value, among: values, isLast: isLast)
      if label.text.first == "-" { label.text = "\u{2212}" + label.text.dropFirst() }
      return label
    }
  }

  private func label(for value: Double, among values: [Double], isLast: Bool) -> TickLabel {
    switch self {
    case .plain:
      Self.needsPowers(values)
        ? Self.powerOfTen(value)
        : TickLabel(Self.grouped(value, decimals: Self.decimals(of: value, among: values)))
    case .tokens: TickLabel(Self.tokenCount(value))
    case .powersOfTen: Self.powerOfTen(value)
    case .dollars: TickLabel(Self.amount(value))
    case .percent:
      TickLabel(
        Self.grouped(
          value * 100, decimals: Self.decimals(of: value * 100, among: values.map { $0 * 100 }))
          + (isLast ? "\u{202F}%" : ""))
    case .count: TickLabel(Self.abbreviated(value))
    case .year: TickLabel(FixedDecimal.string(value, decimals: 0))
    }
  }

  /// Whether values are too small or too large to be written out.
  private static func needsPowers(_ values: [Double]) -> Bool {
    let largest = values.map(\.magnitude).max() ?? 0
    return largest > 0 && (largest < 1e-4 || largest >= 1e15)
  }

  /// Equally many decimals for ticks at equal steps; as many as it needs itself for one of a
  /// logarithmic axis, where 0.01 and 100 stand together.
  private static func decimals(of value: Double, among values: [Double]) -> Int {
    decimals(of: isEvenlySpaced(values) ? values : [value])
  }

  /// Two values count as evenly spaced unless they are a factor of ten apart.
  private static func isEvenlySpaced(_ values: [Double]) -> Bool {
    guard let first = values.first, let last = values.last, values.count > 1 else { return true }
    if values.count == 2 { return first <= 0 || last < 9.9 * first }
    let step = (last - first) / Double(values.count - 1)
    return values.indices.allSatisfy {
      (values[$0] - first - Double($0) * step).magnitude <= 1e-6 * step.magnitude
    }
  }

  /// The fewest decimals, at most six, that write every value exactly enough.
  private static func decimals(of values: [Double]) -> Int {
    let largest = values.map(\.magnitude).max() ?? 0
    for decimals in 0..<6 {
      let unit = TickStep(multiple: 1, exponent: -decimals).value
      let fits = values.allSatisfy { value in
        ((value / unit).rounded() * unit - value).magnitude <= 1e-9 * largest
      }
      if fits { return decimals }
    }
    return 6
  }

  private static func grouped(_ value: Double, decimals: Int) -> String {
    if value.magnitude >= 100_000 { return abbreviated(value) }
    let text = FixedDecimal.string(value, decimals: 12 < decimals ? 12 : decimals)
    let padded = padding(text, decimals: decimals)
    guard value.magnitude >= 10_000 else { return padded }
    let wholeCount = padded.prefix { $0 != "." }.count
    let split = padded.index(padded.startIndex, offsetBy: wholeCount - 3)
    return padded[..<split] + "," + padded[split...]
  }

  /// A count with its thousands apart.
  static func grouped(_ count: Int) -> String {
    let digits = String(count)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Restores trailing zeros, so that ticks of one axis have equally many decimals.
  private static func padding(_ text: String, decimals: Int) -> String {
    guard decimals > 0, text != "0" else { return text }
    let written = text.contains(".") ? text.reversed().prefix { $0 != "." }.count : 0
    return text + (written == 0 ? "." : "") + String(repeating: "0", count: decimals - written)
  }

  /// Whether the letter K of a label stands for 1,024.
  func isBinary(_ value: Double) -> Bool {
    self == .tokens && value >= 1024 && value <= 0x1p60 && value.significandWidth == 0
  }

  private static func tokenCount(_ value: Double) -> String {
    if Self.tokens.isBinary(value) {
      let units = ["", "K", "M", "B", "T", "Q"]
      let unit = min(Int(value.exponent) / 10, units.count - 1)
      let scaled = value / Double(1 << (10 * unit))
      return FixedDecimal.string(scaled, decimals: 0) + units[unit]
    }
    return value.magnitude < 10_000 && value.magnitude.truncatingRemainder(dividingBy: 1000) != 0
      ? FixedDecimal.string(value, decimals: 3) : abbreviated(value)
  }

  private static func abbreviated(_ value: Double) -> String {
    let units: [(Double, String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")]
    for (size, suffix) in units where value.magnitude >= size * 0.9999 {
      return FixedDecimal.string(value / size, decimals: 2) + suffix
    }
    return FixedDecimal.string(value, decimals: value.magnitude < 0.01 ? 6 : 3)
  }

  private static func amount(_ value: Double) -> String {
    let sign = value < 0 ? "\u{2212}$" : "$"
    let size = value.magnitude
    if size == 0 || size >= 1 { return sign + abbreviated(size) }
    let text = FixedDecimal.string(size, decimals: 6)
    return sign + (text.count == 3 ? text + "0" : text)
  }

  private static func powerOfTen(_ value: Double) -> TickLabel {
    guard value > 0 else { return TickLabel(FixedDecimal.string(value, decimals: 0)) }
    var exponent = Int(ScaleKind.log10.transform(value).rounded(.down))
    var leading = value / Ticks.power(exponent, base: 10)
    if leading > 9.9995 {
      leading = 1
      exponent += 1
    }
    let leadingText = FixedDecimal.string(leading, decimals: 2)
    let sign = exponent < 0 ? "\u{2212}" : ""
    return TickLabel(
      leadingText == "1" ? "10" : leadingText + "×10",
      superscript: sign + FixedDecimal.string(Double(exponent.magnitude), decimals: 0))
  }
}
