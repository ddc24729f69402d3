/// Running totals of a vote, with the place at which each answer was first emitted.
struct VoteTally {
  private var totals: [Double]
  private var places: [Int]

  init(candidates: Int) {
    totals = Array(repeating: 0, count: candidates)
    places = Array(repeating: .max, count: candidates)
  }

  mutating func clear() {
    for index in totals.indices {
      totals[index] = 0
      places[index] = .max
    }
  }

  mutating func add(_ weight: Double, for candidate: Int, at place: Int) {
    totals[candidate] += weight
    places[candidate] = min(places[candidate], place)
  }

  /// What the vote scores; candidates beyond the answers are never right. No vote is wrong.
  func credit(_ ties: TieRule, isRight: (Int) -> Bool) -> Double {
    var best = -Double.infinity
    var tied = 0
    var right = 0
    var first = Int.max
    var isFirstRight = false
    for index in totals.indices where places[index] < .max {
      if totals[index] > best {
        best = totals[index]
        tied = 0
        right = 0
        first = .max
      }
      guard totals[index] == best else { continue }
      tied += 1
      let isCounted = isRight(index)
      if isCounted { right += 1 }
      if places[index] < first {
        first = places[index]
        isFirstRight = isCounted
      }
    }
    guard tied > 0 else { return 0 }
    switch ties {
    case .split: return Double(right) / Double(tied)
    case .first: return isFirstRight ? 1 : 0
    case .none: return tied == 1 ? Double(right) : 0
    }
  }
}
