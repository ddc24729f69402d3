/// The counts of one series.
struct SeriesTally: BitwiseCopyable {
  private(set) var rows = 0
  private(set) var count = 0
  private(set) var sum = 0.0
  private(set) var xMinimum = Double.infinity
  private(set) var xMaximum = -Double.infinity

  /// Takes a row; NaN is a missing value.
  @inline(__always)
  mutating func add(x: Double, y: Double) {
    rows &+= 1
    if !y.isNaN {
      count &+= 1
      sum += y
    }
    if x < xMinimum { xMinimum = x }
    if x > xMaximum { xMaximum = x }
  }

  /// Adds the tally of the next block.
  mutating func merge(_ block: SeriesTally) {
    rows += block.rows
    count += block.count
    sum += block.sum
    xMinimum = min(xMinimum, block.xMinimum)
    xMaximum = max(xMaximum, block.xMaximum)
  }
}

/// An x of a series, kept until enough different ones are known.
struct SeriesPoint: BitwiseCopyable {
  let series: Int
  let x: Double
}

/// The different x of one series, counted up to a limit.
struct DistinctX {
  private var values: [Double] = []
  private(set) var hasRepeats = false
  private(set) var isSaturated = false

  /// The count so far.
  var count: DistinctCount { DistinctCount(value: values.count, isExact: !isSaturated) }

  /// Takes an x.
  mutating func insert(_ x: Double) {
    if values.contains(x) {
      hasRepeats = true
    } else if values.count < InspectedSeries.distinctLimit {
      values.append(x)
    } else {
      isSaturated = true
    }
  }
}
