/// How many simulated series a coverage is counted over.
struct Sampling: Sendable, CustomStringConvertible {
  /// Series of every row.
  let first: Int
  /// Series of a row in which a coverage lies outside what was promised after the first ones:
  /// by chance that happens in every twentieth or so.
  var most: Int { 5 * first }

  /// Adds series by their number to `result`, more of them if `isDoubtful` after the first ones.
  func run<Result>(
    into result: inout Result, isDoubtful: (Result) -> Bool, add: (Int, inout Result) -> Void
  ) {
    for number in 0..<first { add(number, &result) }
    guard isDoubtful(result) else { return }
    for number in first..<most { add(number, &result) }
  }

  /// What the head of a table says of it.
  var description: String {
    "\(first) series a row, \(most) where a coverage lay outside 93 to 97 % after \(first)"
  }

  /// The Monte Carlo errors of a coverage of 95 % over the first series and over most, in points.
  var errors: String {
    let error = { (count: Int) in
      let tenths = Int((1000 * (0.95 * 0.05 / Double(count)).squareRoot()).rounded())
      return "\(tenths / 10).\(tenths % 10)"
    }
    return "\(error(first)) and \(error(most))"
  }
}
