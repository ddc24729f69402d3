/// The values of one coordinate that a search visits.
struct ShapeAxis: Sendable {
  var coordinate: Int
  var values: [Double]

  /// `count` values from `low` to `high` at equal steps.
  static func even(_ coordinate: Int, _ range: ClosedRange<Double>, _ count: Int) -> ShapeAxis {
    ShapeAxis(
      coordinate: coordinate,
      values: (0..<count).map {
        count < 2
          ? range.lowerBound
          : range.lowerBound
            + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1)
      })
  }
}

/// All combinations of the values of some coordinates, in the order of the last axis first.
struct ShapeGrid: Sendable {
  let axes: [ShapeAxis]
  /// The number of nodes.
  let count: Int
  /// How far apart neighbours along each axis are in the order of the nodes.
  private let strides: [Int]

  init(_ axes: [ShapeAxis]) {
    self.axes = axes
    var strides = Array(repeating: 1, count: axes.count)
    for axis in axes.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * axes[axis + 1].values.count
    }
    self.strides = strides
    count = axes.reduce(1) { $0 * $1.values.count }
  }

  /// The axes of some coordinates only.
  func restricted(to coordinates: [Int]) -> ShapeGrid {
    ShapeGrid(axes.filter { coordinates.contains($0.coordinate) })
  }

  /// Writes the values of a node to their coordinates.
  func fill(_ theta: inout [Double], node: Int) {
    for (axis, stride) in zip(axes, strides) {
      theta[axis.coordinate] = axis.values[node / stride % axis.values.count]
    }
  }

  /// The nodes no neighbour of which is lower, the lowest first.
  func localMinima(_ values: [Double]) -> [Int] {
    values.indices.filter { node in
      guard values[node].isFinite else { return false }
      return axes.indices.allSatisfy { axis in
        let position = node / strides[axis] % axes[axis].values.count
        let isAboveBelow = position > 0 && values[node - strides[axis]] < values[node]
        let isAboveNext =
          position < axes[axis].values.count - 1 && values[node + strides[axis]] < values[node]
        return !isAboveBelow && !isAboveNext
      }
    }.sorted { (values[$0], $0) < (values[$1], $1) }
  }
}
