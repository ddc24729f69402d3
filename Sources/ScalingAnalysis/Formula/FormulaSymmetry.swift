/// Shapes that describe the same curve: exp(−b²) does not know the sign of b, and a sum of two
/// peaks does not know which is the first.
///
/// Of such twins the one nearest to the user's start is reported; without a start the one with
/// positive parameters in rising order. Twins are found by trying: signs, exchanges of two
/// parameters, and two exchanges at once.
struct FormulaSymmetry {
  /// The user's starts, where given.
  let starts: [Double?]
  let bounds: [ClosedRange<Double>?]

  /// The residual sum of squares that rounding leaves.
  let rounding: Double

  /// Double exchanges are tried up to this many parameters.
  private static let mostForDouble = 8

  /// The twin of `shape` to report.
  func preferredForm(of shape: [Double], unexplained: ([Double]) -> Double) -> [Double] {
    let rss = unexplained(shape)
    guard rss.isFinite, rss > 0, !shape.isEmpty else { return shape }
    var best = shape
    for _ in 0..<shape.count + 1 {
      let twin = moves(shape.count).lazy.map { $0(best) }.first { candidate in
        isBetter(candidate, than: best) && isInside(candidate)
          && abs(unexplained(candidate) - rss) <= FitStatistics.doubt(rss, rounding: rounding)
      }
      guard let twin else { break }
      best = twin
    }
    return best
  }

  private typealias Move = ([Double]) -> [Double]

  private func moves(_ count: Int) -> [Move] {
    let flips: [Move] = (0..<count).map { index in
      { shape in
        var result = shape
        result[index] = -result[index]
        return result
      }
    }
    let pairs = (0..<count).flatMap { a in (0..<count).filter { $0 > a }.map { (a, $0) } }
    let exchanges: [Move] = pairs.map { a, b in
      { shape in
        var result = shape
        result.swapAt(a, b)
        return result
      }
    }
    guard count <= Self.mostForDouble else { return flips + exchanges }
    var doubles: [Move] = []
    for first in pairs.indices {
      for second in pairs.indices where second > first {
        let (a, b) = pairs[first]
        let (c, d) = pairs[second]
        guard Set([a, b, c, d]).count == 4 else { continue }
        doubles.append { shape in
          var result = shape
          result.swapAt(a, b)
          result.swapAt(c, d)
          return result
        }
      }
    }
    return flips + exchanges + doubles
  }

  private func isInside(_ shape: [Double]) -> Bool {
    zip(shape, bounds).allSatisfy { value, range in range?.contains(value) ?? true }
  }

  private func isBetter(_ candidate: [Double], than shape: [Double]) -> Bool {
    if starts.contains(where: { $0 != nil }) { return distance(candidate) < distance(shape) }
    let negative = { (values: [Double]) in values.count { $0 < 0 } }
    let counts = (negative(candidate), negative(shape))
    if counts.0 != counts.1 { return counts.0 < counts.1 }
    return candidate.lexicographicallyPrecedes(shape)
  }

  /// How far a shape is from the starts, in magnitudes; another sign is far.
  private func distance(_ shape: [Double]) -> Double {
    zip(shape, starts).reduce(0) { sum, pair in
      guard let start = pair.1 else { return sum }
      guard start != 0, pair.0 != 0 else { return sum + abs(pair.0 - start) }
      let share = logarithm(abs(pair.0 / start))
      return sum + share * share + (pair.0 / start < 0 ? 100 : 0)
    }
  }
}
