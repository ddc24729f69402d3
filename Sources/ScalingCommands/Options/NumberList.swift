internal import ArgumentParser

/// Numbers in an option, separated by commas.
enum NumberList {
  /// The numbers of `text`; `option` is named when one of them is none.
  static func numbers(_ text: String, option: String) throws -> [Double] {
    try values(text, option: option, expected: "a number") { part in
      Double(part).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// Numbers above 0.
  static func positive(
    _ text: String, separator: Character = ",", option: String
  ) throws -> [Double] {
    try values(text, separator: separator, option: option, expected: "a number above 0") { part in
      Double(part).flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    }
  }

  /// Whole numbers from 1 to 2^53, up to where all of them are exact as numbers with decimals; a
  /// power may be written 2^10.
  static func counts(_ text: String, option: String) throws -> [Int] {
    try values(
      text, option: option,
      expected: "a whole number from 1 to 2^53 (about 9e15); write 64, 1e4 or 2^10"
    ) { part in
      count(part).flatMap { (1...mostCounted).contains($0) ? $0 : nil }
    }
  }

  private static let mostCounted = 1 << 53

  private static func values<Value>(
    _ text: String, separator: Character = ",", option: String, expected: String,
    _ value: (Substring) -> Value?
  ) throws -> [Value] {
    let values = try text.split(separator: separator).map { part in
      guard let value = value(part) else {
        throw ValidationError("\(option): \"\(part)\" is not \(expected).")
      }
      return value
    }
    if values.isEmpty { throw ValidationError("\(option) names no number.") }
    return values
  }

  private static func count(_ text: Substring) -> Int? {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    if parts.count == 2, let base = Int(parts[0]), let power = Int(parts[1]),
      (0...62).contains(power)
    {
      var result = 1
      for _ in 0..<power {
        let (next, overflow) = result.multipliedReportingOverflow(by: base)
        if overflow { return nil }
        result = next
      }
      return result
    }
    guard let value = Double(text), value == value.rounded(), abs(value) <= Double(mostCounted)
    else { return nil }
    return Int(value)
  }
}
