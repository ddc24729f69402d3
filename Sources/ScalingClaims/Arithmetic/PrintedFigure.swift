internal import ScalingAnalysis

/// A figure as it was printed: its value, its unit, and how far it was rounded.
public struct PrintedFigure: Sendable, Equatable {
  /// The value as printed.
  public let value: Double
  /// Half a unit of the last printed digit; zero when it is exact.
  public let halfWidth: Double
  /// Its unit.
  public let unit: MeasureUnit

  /// A figure with its rounding.
  public init(value: Double, halfWidth: Double, unit: MeasureUnit) {
    self.value = value
    self.halfWidth = halfWidth
    self.unit = unit
  }

  /// Reads `172`, `$6,677`, `$1.15M`, `87.5 %`, `5.7e9 tokens`, `33 million tokens`, `6 samples
  /// exact`.
  public init(_ text: String) throws(ClaimError) {
    var rest = text.drop { $0 == " " }
    var unitText = ""
    if rest.hasPrefix("$") {
      rest = rest.dropFirst()
      unitText = "USD"
    }
    let digits = Self.number(rest)
    rest = rest.dropFirst(digits.count)
    guard Self.isGrouped(digits) else {
      throw ClaimError(
        "\"\(text)\" is not a figure: a comma may only part groups of three digits, as in "
          + "1,148,444; write decimals with a point, as in 1.5")
    }
    let plain = Self.scaled(digits.filter { $0 != "," }, by: Self.takeExponent(&rest))
    guard let value = Double(plain), value.isFinite else {
      throw ClaimError(
        "\"\(text)\" is not a figure; write a number and its unit, such as 172, $6,677, $1.15M or "
          + "5.7e9 tokens")
    }
    var words = rest.split(separator: " ")
    let isExact = words.last == "exact"
    if isExact { words.removeLast() }
    unitText += words.joined(separator: " ")
    self.init(
      value: value, halfWidth: isExact ? 0 : Self.rounding(plain[...]),
      unit: MeasureUnit(unitText))
  }

  /// All values that were rounded to it.
  public var bounds: Bounds { Bounds(value - halfWidth, value + halfWidth, unit: unit) }

  /// Powers of ten: a letter that touches the digits, or a word behind them.
  private static let exponents = [
    "k": 3, "K": 3, "M": 6, "B": 9, "T": 12, "thousand": 3, "million": 6, "billion": 9,
    "trillion": 12,
  ]

  /// Takes a power of ten from the front of what follows the digits.
  private static func takeExponent(_ rest: inout Substring) -> Int {
    let word = rest.drop { $0 == " " }.prefix(while: \.isLetter)
    let touches = word.startIndex == rest.startIndex
    guard let exponent = exponents[String(word)], touches || word.count > 1 else { return 0 }
    rest = rest[word.endIndex...]
    return exponent
  }

  /// Digits with a power of ten more, which stay as exact as they were printed.
  private static func scaled(_ digits: String, by exponent: Int) -> String {
    guard exponent > 0 else { return digits }
    let parts = digits.split(separator: "e", maxSplits: 1)
    let own = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return "\(parts.first ?? "")e\(own + exponent)"
  }

  private static func number(_ text: Substring) -> Substring {
    var end = text.startIndex
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      let isDigit = character.isNumber || character == "." || character == ","
      let isSign = "+-".contains(character) && (index == text.startIndex || previous == "e")
      let next = text.index(after: index)
      let isExponent =
        character == "e" && previous.isNumber && next < text.endIndex
        && (text[next].isNumber || "+-".contains(text[next]))
      guard isDigit || isSign || isExponent else { break }
      previous = character
      end = next
    }
    return text[..<end]
  }

  /// Whether commas, if any, part thousands: one to three digits, not beginning with zero, and
  /// then groups of exactly three.
  private static func isGrouped(_ digits: Substring) -> Bool {
    guard digits.contains(",") else { return true }
    let whole = digits.drop { "+-".contains($0) }.prefix { $0 != "." && $0 != "e" }
    guard !digits[whole.endIndex...].contains(",") else { return false }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    return (1...3).contains(groups[0].count) && !groups[0].hasPrefix("0")
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  /// Half a unit of the last digit before any exponent.
  static func rounding(_ digits: Substring) -> Double {
    let parts = digits.split(separator: "e")
    guard let mantissa = parts.first else { return 0 }
    let decimals =
      mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .first?.count ?? 0
    let exponent = parts.count > 1 ? Double(parts[1]) ?? 0 : 0
    return 0.5 * raise(10, to: exponent - Double(decimals))
  }
}
