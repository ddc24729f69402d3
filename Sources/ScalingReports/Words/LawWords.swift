internal import SVG

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The numbers of laws in the words of a figure.
enum LawWords {
  /// A count such as 1.4B or 70M.
  static func count(_ value: Double) -> String {
    abbreviated(value) { NumberText.significant($0, 2) }
  }

  /// A count without rounding to be seen, as axes write it: 3.4K, 180K, 16.47M.
  static func short(_ value: Double) -> String {
    abbreviated(value) { FixedDecimal.string($0, decimals: 2) }
  }

  private static func abbreviated(_ value: Double, _ text: (Double) -> String) -> String {
    for (step, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")] where value >= step {
      return text(value / step) + letter
    }
    return NumberText.significant(value, 3)
  }

  /// Compute such as 5.9×10²³ or 6×10²¹, as axes write it.
  static func compute(_ value: Double) -> String {
    var magnitude = Int(log10(value).rounded(.down))
    var leading = FixedDecimal.string(value / pow(10, Double(magnitude)), decimals: 1)
    if leading == "10" {
      leading = "1"
      magnitude += 1
    }
    let raised = String(String(magnitude).map { raisedDigits[$0] ?? $0 })
    return "\(leading)×10\(raised)"
  }

  private static let raisedDigits: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹", "-": "⁻",
  ]

  /// A column as words.
  static func plain(_ column: String) -> String {
    String(column.map { $0 == "_" ? " " : $0 })
  }
}

func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }
