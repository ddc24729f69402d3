import ScalingAnalysis

/// How often intervals held the truth, of which some say that they cover more than their level.
struct CautiousShare: Sendable {
  private(set) var covered = Share()
  /// Those that say so.
  private(set) var cautious = Share()

  mutating func count(_ interval: Interval?, _ truth: Double, isCautious: Bool = false) {
    covered.count(interval?.covers(truth) ?? false)
    cautious.count(isCautious || interval?.method == .heldWilson)
  }

  mutating func add(_ other: CautiousShare) {
    covered.add(other.covered)
    cautious.add(other.cautious)
  }

  /// Whether the coverage is outside what was promised, so that more series should tell.
  var isDoubtful: Bool {
    covered.asked >= 50 && CoverageTable.isOutside(covered, conservative: cautious.value ?? 0)
  }

  /// The coverage, and in brackets how many of a hundred intervals say so.
  var text: String {
    let text = CoverageTable.tested(covered, conservative: cautious.value ?? 0)
    let share = Int((100 * (cautious.value ?? 0)).rounded())
    return share > 0 && covered.asked >= 50 ? "\(text) (\(share))" : text
  }
}
