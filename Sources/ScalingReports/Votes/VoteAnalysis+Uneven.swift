internal import ScalingAnalysis

extension VoteAnalysis {
  /// Whether questions have different numbers of samples, so that fewer of them count as k grows.
  var isUneven: Bool { samplesPerQuestion.lowerBound < samplesPerQuestion.upperBound }
}
