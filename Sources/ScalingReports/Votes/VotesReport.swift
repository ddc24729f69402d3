public import ScalingAnalysis
public import ScalingData

/// What voting tells about each group of a table, ready to be written.
public struct VotesReport: Sendable {
  /// The inputs.
  public let inputs: [InputIdentity]
  /// Choices of the reading.
  public let notes: [String]
  /// The groups.
  public let groups: [VoteAnalysis]
  /// The first group against each other one, on the questions that both have.
  public let comparisons: [Comparison]
  /// The choices.
  public let settings: VoteSettings

  /// Whether columns name the groups; otherwise the only group is the table.
  let isNamed: Bool

  /// Two groups on the same questions.
  public struct Comparison: Sendable {
    /// Which curve.
    public let curve: VoteAnalysis.Curve
    /// The differences.
    public let paired: PairedCurves
  }

  /// Analyses every group of a table; `progress` is told the finished share.
  ///
  /// - Throws: `VoteError` of the first group that cannot be analysed.
  public init(
    _ table: SampleTable, _ settings: VoteSettings, progress: (Double) -> Void = { _ in }
  ) throws(VoteError) {
    inputs = table.inputs
    notes = table.notes
    self.settings = settings
    isNamed = table.groups.count > 1 || !table.roles.series.isEmpty
    var groups: [VoteAnalysis] = []
    let count = Double(max(table.groups.count, 1))
    for (index, group) in table.groups.enumerated() {
      groups.append(
        try VoteAnalysis(group, settings) { progress((Double(index) + $0) / count) })
    }
    self.groups = groups
    comparisons = Self.comparisons(groups)
  }

  private static func comparisons(_ groups: [VoteAnalysis]) -> [Comparison] {
    guard let first = groups.first else { return [] }
    return groups.dropFirst().flatMap { other in
      VoteAnalysis.Curve.allCases.compactMap { curve in
        first.compared(to: other, curve).map { Comparison(curve: curve, paired: $0) }
      }
    }
  }
}
