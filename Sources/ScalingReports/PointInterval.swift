internal import ScalingAnalysis
internal import ScalingData

extension Observation {
  /// The interval of one measured value: Wilson's where the question count of an accuracy is
  /// known, otherwise from the table's standard error, otherwise none.
  func interval(isAccuracy: Bool, level: Double) -> Interval? {
    if isAccuracy, let items {
      return wilsonInterval(proportion: y, items: items, level: level)
    }
    return standardError.map { normalInterval(estimate: y, standardError: $0, level: level) }
  }
}

extension SeriesReport {
  /// The interval of one observation.
  func pointInterval(_ index: Int, level: Double) -> Interval? {
    observations[index].interval(isAccuracy: data.isAccuracy, level: level)
  }
}
