/// Chances of draws without replacement from n samples of which c are right.
public enum PassAtK {
  /// The unbiased estimate that at least one of k samples is right, 1 − C(n−c, k)/C(n, k), as a
  /// product (Chen et al. 2021, arXiv 2107.03374, listing in section 2.1): stable for any n.
  ///
  /// `nil` where k exceeds n: nothing is known there, and it is not 1.
  public static func any(samples: Int, right: Int, k: Int) -> Double? {
    guard k >= 1, k <= samples, right >= 0, right <= samples else { return nil }
    return 1 - none(samples: samples, marked: right, k: k, negligible: lostBesideOne)
  }

  /// The unbiased estimate that all of k samples are right, C(c, k)/C(n, k) (pass^k of Yao et
  /// al. 2024, arXiv 2406.12045): a measure of reliability. `nil` where k exceeds n.
  public static func all(samples: Int, right: Int, k: Int) -> Double? {
    guard k >= 1, k <= samples, right >= 0, right <= samples else { return nil }
    return none(samples: samples, marked: samples - right, k: k)
  }

  /// What is subtracted from 1 without a trace.
  private static let lostBesideOne = 0x1p-55

  /// The probability of drawing none of the marked ones. The shorter of two equal products, whose
  /// factors are at most one; given up once it is below `negligible`.
  private static func none(
    samples: Int, marked: Int, k: Int, negligible: Double = 0
  ) -> Double {
    guard marked > 0 else { return 1 }
    guard k <= samples - marked else { return 0 }
    let (short, long) = k < marked ? (k, marked) : (marked, k)
    var product = 1.0
    for index in 0..<short {
      product *= Double(samples - long - index) / Double(samples - index)
      if product < negligible { break }
    }
    return product
  }
}
