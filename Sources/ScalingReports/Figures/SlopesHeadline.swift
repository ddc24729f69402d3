internal import ScalingAnalysis

/// What the slopes of several straight lines on a logarithmic axis say together, as a title.
struct SlopesHeadline {
  /// The slope of one series.
  struct Slope {
    let name: String
    /// The change for each doubling of x.
    let perDoubling: Double
    /// Whether its interval leaves zero out.
    let isEstablished: Bool

    /// The slope of a log-linear fit; nil for other families.
    init?(name: String, _ fit: Fit) {
      guard fit.name == .logLinear, let slope = fit.coefficient("slopePerDoubling"),
        let estimate = slope.estimate
      else { return nil }
      self.name = name
      perDoubling = estimate
      isEstablished = slope.interval?.leavesOut(0) ?? false
    }
  }

  let slopes: [Slope]
  let words: QuantityWords

  /// Longer names of two series are no title.
  private static let mostLetters = 40

  /// A size is given only where all slopes are established and point the same way, and with the
  /// series that it belongs to: two estimates without them read as an interval.
  var title: String {
    let rising = slopes.count { $0.isEstablished && $0.perDoubling > 0 }
    let falling = slopes.count { $0.isEstablished && $0.perDoubling < 0 }
    if max(rising, falling) == slopes.count { return sizes(isFalling: falling > 0) }
    let noun = words.yNoun.sentenceStart
    if rising + falling == 0 {
      return "No trend of \(words.yNoun) with \(words.xNoun) is established in any series"
    }
    let counts = [("rises", rising), ("falls", falling)].filter { $0.1 > 0 }
      .map { "\($0.0) with \(words.xNoun) in \($0.1) of \(slopes.count) series" }
    return "\(noun) " + counts.joined(separator: " and ")
      + (rising + falling < slopes.count ? "; no trend is established in the rest" : "")
  }

  private func sizes(isFalling: Bool) -> String {
    let order = slopes.sorted { $0.perDoubling.magnitude < $1.perDoubling.magnitude }
    let (least, most) = (order[0], order[order.count - 1])
    let (first, last) = (size(least), size(most))
    let start = "Each doubling of \(words.xNoun) \(isFalling ? "costs" : "adds")"
    if first == last { return "\(start) \(first) in all \(slopes.count) series" }
    return least.name.count + most.name.count > Self.mostLetters
      ? "\(start) \(first) in one series and up to \(last) in another"
      : "\(start) \(first) (\(least.name)) to \(last) (\(most.name))"
  }

  private func size(_ slope: Slope) -> String {
    words.changeSize(slope.perDoubling)
  }
}
