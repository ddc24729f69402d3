/// What the last digit of a printed number is worth: 0.01 for "0.35", 1 for "200".
enum PrintedStep {
  /// The step of a cell; signs of dollars and percents are passed over.
  static func of(_ cell: String) -> Double {
    let parts = cell.lowercased().split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first else { return 0 }
    let decimals =
      mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      .first.map { $0.count(where: \.isNumber) } ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return power(exponent - decimals)
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(abs(exponent), 300) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
