internal import ScalingAnalysis

extension VoteAnalysis {
  /// Whether questions have different numbers of samples, so that fewer of them count as k grows.
  var isUneven: Bool { samplesPerQuestion.lowerBound < samplesPerQuestion.upperBound }

  /// The rows that a figure shows: those that were asked for, or else as far as nearly all
  /// questions have samples. What a few of them do alone would look like the end of the curve.
  func drawn(_ rows: [VoteRow]) -> [VoteRow] {
    settings.schedule.isList ? rows : rows.filter { $0.k <= reach }
  }

  /// Whether a figure leaves out rows.
  var isCutShort: Bool { drawn(passAtK).count < passAtK.count }
}
