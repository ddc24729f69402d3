/// The probabilities of a whole-numbered variable where they matter, from the ratio of
/// neighbours: no logarithms of factorials, so nothing is lost at large counts.
struct DiscreteTable {
  /// The first value that is kept.
  let lower: Int
  /// Its probability and those of the values after it.
  let probabilities: [Double]

  /// Values less probable than this, relative to the most probable one, are left out.
  static let negligible = 1e-17

  var upper: Int { lower + probabilities.count - 1 }

  subscript(value: Int) -> Double {
    value >= lower && value <= upper ? probabilities[value - lower] : 0
  }

  /// A table around `mode` within `bounds`; `ratio(j)` is P(j + 1) / P(j).
  init(mode: Int, bounds: ClosedRange<Int>, ratio: (Int) -> Double) {
    let start = min(max(mode, bounds.lowerBound), bounds.upperBound)
    var table: [Double] = []
    table.reserveCapacity(128)
    var value = 1.0
    var place = start
    while place > bounds.lowerBound {
      value /= ratio(place - 1)
      guard value > Self.negligible else { break }
      table.append(value)
      place -= 1
    }
    lower = place
    table.reverse()
    table.append(1)
    value = 1
    place = start
    while place < bounds.upperBound {
      value *= ratio(place)
      guard value > Self.negligible else { break }
      table.append(value)
      place += 1
    }
    let total = table.reduce(0, +)
    for index in table.indices { table[index] /= total }
    probabilities = table
  }

  /// Successes among `trials` of probability 0 < p < 1.
  static func binomial(trials: Int, probability: Double) -> DiscreteTable {
    let odds = probability / (1 - probability)
    return DiscreteTable(mode: Int(Double(trials + 1) * probability), bounds: 0...trials) {
      Double(trials - $0) / Double($0 + 1) * odds
    }
  }

  /// A Poisson variable, cut where it is negligible.
  static func poisson(mean: Double) -> DiscreteTable {
    DiscreteTable(mode: Int(mean), bounds: 0...(Int(2 * mean) + 1000)) { mean / Double($0 + 1) }
  }

  /// Marked elements among `draws` from `total` of which `marked` are marked.
  static func hypergeometric(total: Int, marked: Int, draws: Int) -> DiscreteTable {
    let mode = Int(Double(draws + 1) * Double(marked + 1) / Double(total + 2))
    let bounds = max(0, draws - (total - marked))...min(marked, draws)
    return DiscreteTable(mode: mode, bounds: bounds) { j in
      Double(marked - j) * Double(draws - j)
        / (Double(j + 1) * Double(total - marked - draws + j + 1))
    }
  }
}
