#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The numbers of laws in the words of a figure.
enum LawWords {
  /// A count such as 1.4B or 70M.
  static func count(_ value: Double) -> String {
    for (step, letter) in [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")] where value >= step {
      return NumberText.significant(value / step, 2) + letter
    }
    return NumberText.significant(value, 3)
  }

  /// Compute such as 5.9e23.
  static func compute(_ value: Double) -> String {
    let magnitude = Int(log10(value).rounded(.down))
    return NumberText.fixed(value / pow(10, Double(magnitude)), 1) + "e\(magnitude)"
  }

  /// A column as words.
  static func plain(_ column: String) -> String {
    String(column.map { $0 == "_" ? " " : $0 })
  }
}

func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }
