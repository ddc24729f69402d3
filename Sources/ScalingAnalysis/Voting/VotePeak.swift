/// Where a voting curve is highest, and whether it falls afterwards.
///
/// More votes hurt when questions whose most probable answer is wrong lose more than the others
/// gain (Chen et al. 2024, arXiv 2403.02419).
public struct VotePeak: Sendable, Equatable {
  /// The k with the highest estimate; the smallest of several.
  public let k: Int
  /// The accuracy there.
  public let accuracy: Double
  /// The accuracy there less that of all samples, question by question.
  public let fall: PairedMean
  /// The interval of the fall.
  public let interval: Interval

  /// Whether the fall is more than chance.
  public var isDown: Bool { (interval.lower ?? 0) > 0 }
}
