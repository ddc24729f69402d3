internal import ArgumentParser

/// Numbers in an option, separated by commas.
enum NumberList {
  /// The numbers of `text`; `option` is named when one of them is none.
  static func numbers(_ text: String, option: String) throws -> [Double] {
    let values = try text.split(separator: ",").map { part in
      guard let value = Double(part), value.isFinite else {
        throw ValidationError("\(option): \"\(part)\" is not a number.")
      }
      return value
    }
    if values.isEmpty { throw ValidationError("\(option) names no number.") }
    return values
  }

  /// Whole numbers of at least 1; a power may be written 2^10.
  static func counts(_ text: String, option: String) throws -> [Int] {
    let values = try text.split(separator: ",").map { part in
      guard let value = count(part), value >= 1 else {
        throw ValidationError(
          "\(option): \"\(part)\" is not a whole number of at least 1; write 64, 1e4 or 2^10.")
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
    guard let value = Double(text), value == value.rounded(), abs(value) < 1e15 else { return nil }
    return Int(value)
  }
}
