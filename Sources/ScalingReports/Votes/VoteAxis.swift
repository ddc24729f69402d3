internal import ScalingAnalysis
internal import ScalingCharts

/// The x axis of voting curves: k, or k times what a sample costs.
struct VoteAxis {
  let kind: VotesFigure.XAxis

  init(_ kind: VotesFigure.XAxis) { self.kind = kind }

  /// What one sample is worth along the axis; `nil` where it is not known.
  func factor(_ group: VoteAnalysis) -> Double? {
    switch kind {
    case .k: 1
    case .tokens: group.tokens?.perSample
    case .dollars: group.dollars?.perSample
    }
  }

  /// The axis in dollars, or else in tokens, where both units of a sample are known.
  func secondary(_ group: VoteAnalysis) -> SecondaryAxis? {
    guard let own = factor(group), own > 0 else { return nil }
    for other in [VotesFigure.XAxis.dollars, .tokens] where other != kind {
      let axis = VoteAxis(other)
      guard let factor = axis.factor(group), factor > 0 else { continue }
      return SecondaryAxis(
        axis.axis.title + " (mean of a sample times k)", factor: factor / own,
        format: axis.axis.format,
        base: other == .tokens ? 2 : 10)
    }
    return nil
  }

  var noun: String {
    switch kind {
    case .k: "samples per question"
    case .tokens: "tokens per question"
    case .dollars: "dollars per question"
    }
  }

  var axis: Axis {
    switch kind {
    case .k: Axis("samples per question, k", scale: .log2, format: .tokens)
    case .tokens: Axis("tokens per question", scale: .log2, format: .tokens)
    case .dollars: Axis("dollars per question", scale: .log10, format: .dollars)
    }
  }
}
