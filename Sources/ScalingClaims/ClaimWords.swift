internal import ScalingAnalysis

/// A number for a sentence: three significant digits.
func short(_ value: Double) -> String {
  guard value.isFinite else { return "infinity" }
  guard value != 0 else { return "0" }
  let magnitude = Int(logarithmBase10(abs(value)).rounded(.down))
  if magnitude >= 4 { return grouped(value) }
  return decimal(value, min(max(2 - magnitude, 0), 12))
}

/// A number with at most so many decimals, without trailing zeros.
func decimal(_ value: Double, _ decimals: Int) -> String {
  let scale = raise(10, to: Double(decimals))
  let rounded = (abs(value) * scale).rounded()
  guard rounded < 9e15 else { return scientific(value) }
  let whole = Int(rounded) / Int(scale)
  var digits = String(Int(rounded) % Int(scale) + Int(scale)).dropFirst()
  while digits.last == "0" { digits = digits.dropLast() }
  let text = grouped(String(whole)) + (digits.isEmpty ? "" : "." + digits)
  return (value < 0 && rounded != 0 ? "-" : "") + text
}

/// A large number with four significant digits at most, such as 1.92e19.
private func scientific(_ value: Double) -> String {
  var exponent = Int(logarithmBase10(abs(value)).rounded(.down))
  var mantissa = (value / raise(10, to: Double(exponent)) * 1000).rounded() / 1000
  if abs(mantissa) >= 10 {
    mantissa /= 10
    exponent += 1
  }
  return decimal(mantissa, 3) + "e\(exponent)"
}

/// A number as text, grouped by thousands from 10,000 on.
func grouped(_ value: Double) -> String {
  guard abs(value) < 1e12 else { return scientific(value) }
  return decimal(value, abs(value) < 100 ? 2 : 0)
}

private func grouped(_ digits: String) -> String {
  guard digits.count > 4 else { return digits }
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return result
}

/// A share in percent.
func percent(_ share: Double) -> String { decimal(100 * share, share < 0.1 ? 1 : 0) + " %" }

/// A sentence with its first letter in upper case.
func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}

extension Double {
  /// The fewest significant digits that tell it from a number near it; none where four do.
  func digits(apartFrom other: Double) -> Int? {
    guard isFinite, other.isFinite, self != 0, abs(self - other) > 1e-9 * abs(self) else {
      return nil
    }
    let gap = logarithmBase10(abs(self)).rounded(.down) - logarithmBase10(abs(self - other) / 2)
    let digits = Int(min(gap.rounded(.up), 14)) + 1
    return digits > 4 ? digits : nil
  }
}
