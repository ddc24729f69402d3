/// How many samples one question has, and how many of them are right.
public struct SampleCount: Sendable, Equatable, Hashable {
  /// Samples.
  public let samples: Int
  /// Right ones among them.
  public let right: Int

  /// Counts of one question; `right` must lie in 0...samples.
  public init(samples: Int, right: Int) {
    precondition((0...max(samples, 0)).contains(right), "right samples are among the samples")
    self.samples = samples
    self.right = right
  }
}
