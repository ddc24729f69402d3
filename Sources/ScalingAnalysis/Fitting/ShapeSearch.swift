internal import LeastSquares

/// The scan of a family's shapes over its whole search box: what replaces starting values.
struct ShapeSearch {
  let ranges: [SearchRange]
  /// What each shape of the scan leaves unexplained; infinite where the curve is not finite.
  private(set) var residuals: [Double] = []

  init(_ ranges: [SearchRange], _ reduced: VariableProjection) {
    self.ranges = ranges
    let count = ranges.reduce(1) { $0 * $1.nodes }
    residuals.reserveCapacity(count)
    var shape = Array(repeating: 0.0, count: max(ranges.count, 1))
    visit(dimension: 0, &shape, reduced)
  }

  private mutating func visit(
    dimension: Int, _ shape: inout [Double], _ reduced: VariableProjection
  ) {
    guard dimension < ranges.count else {
      let rss = reduced.residualSumOfSquares(at: shape)
      residuals.append(rss.isFinite ? rss : .infinity)
      return
    }
    for index in 0..<ranges[dimension].nodes {
      shape[dimension] = ranges[dimension].value(index)
      visit(dimension: dimension + 1, &shape, reduced)
    }
  }

  /// The shape of one node.
  func shape(_ node: Int) -> [Double] {
    ranges.indices.map { dimension in
      ranges[dimension].value(node / stride(dimension) % ranges[dimension].nodes)
    }
  }

  /// How far apart neighbours in one dimension are in the list of nodes.
  private func stride(_ dimension: Int) -> Int {
    ranges[(dimension + 1)...].reduce(1) { $0 * $1.nodes }
  }

  /// The best nodes that none of their neighbours beats, best first.
  func localMinima(atMost limit: Int) -> [[Double]] {
    let strides = ranges.indices.map(stride)
    var minima: [Int] = []
    for index in residuals.indices where residuals[index].isFinite {
      var isMinimum = true
      for dimension in ranges.indices {
        let position = index / strides[dimension] % ranges[dimension].nodes
        if position > 0, residuals[index - strides[dimension]] < residuals[index] {
          isMinimum = false
        }
        if position < ranges[dimension].nodes - 1,
          residuals[index + strides[dimension]] < residuals[index]
        {
          isMinimum = false
        }
      }
      if isMinimum { minima.append(index) }
    }
    return minima.sorted { residuals[$0] < residuals[$1] }.prefix(limit).map(shape)
  }
}
