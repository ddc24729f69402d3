internal import LeastSquares

/// The scan of a family's shapes over its whole search box: what replaces starting values.
struct ShapeSearch {
  /// A shape of the scan and what it leaves unexplained.
  struct Node {
    var shape: [Double]
    var residualSumOfSquares: Double
  }

  let ranges: [SearchRange]
  private(set) var nodes: [Node] = []

  init(_ ranges: [SearchRange], _ reduced: VariableProjection) {
    self.ranges = ranges
    nodes.reserveCapacity(ranges.reduce(1) { $0 * $1.nodes })
    var shape = Array(repeating: 0.0, count: max(ranges.count, 1))
    visit(dimension: 0, &shape, reduced)
  }

  private mutating func visit(
    dimension: Int, _ shape: inout [Double], _ reduced: VariableProjection
  ) {
    guard dimension < ranges.count else {
      let rss = reduced.residualSumOfSquares(at: shape)
      nodes.append(Node(shape: shape, residualSumOfSquares: rss.isFinite ? rss : .infinity))
      return
    }
    let range = ranges[dimension]
    let step = (range.bounds.upperBound - range.bounds.lowerBound) / Double(range.nodes - 1)
    for index in 0..<range.nodes {
      shape[dimension] = min(
        range.bounds.lowerBound + Double(index) * step, range.bounds.upperBound)
      visit(dimension: dimension + 1, &shape, reduced)
    }
  }

  /// The best nodes that none of their neighbours beats, best first.
  func localMinima(atMost limit: Int) -> [[Double]] {
    let strides = ranges.indices.map { dimension in
      ranges[(dimension + 1)...].reduce(1) { $0 * $1.nodes }
    }
    let minima = nodes.indices.filter { index in
      let value = nodes[index].residualSumOfSquares
      guard value.isFinite else { return false }
      return ranges.indices.allSatisfy { dimension in
        let position = index / strides[dimension] % ranges[dimension].nodes
        let below = position > 0 ? nodes[index - strides[dimension]].residualSumOfSquares : value
        let above =
          position < ranges[dimension].nodes - 1
          ? nodes[index + strides[dimension]].residualSumOfSquares : value
        return value <= below && value <= above
      }
    }
    return
      minima
      .sorted { nodes[$0].residualSumOfSquares < nodes[$1].residualSumOfSquares }
      .prefix(limit).map { nodes[$0].shape }
  }
}
