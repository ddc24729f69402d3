/// Moves boxes of one column apart, as little as possible, in their order.
enum VerticalDodge {
  /// Centres of boxes that want to stand at `centers` and have `heights`.
  ///
  /// Boxes that touch form a block, which stands at the mean of what its members want; blocks
  /// merge until none touch. Optimal in least squares (pool adjacent violators).
  ///
  /// - Returns: New centres in the order given, or nil when the heights exceed the range.
  static func centers(
    _ centers: [Double], heights: [Double], gap: Double, within range: ClosedRange<Double>
  ) -> [Double]? {
    let total = heights.reduce(0, +) + gap * Double(max(0, heights.count - 1))
    guard total <= range.upperBound - range.lowerBound else { return nil }
    let order = centers.indices.sorted { (centers[$0], $0) < (centers[$1], $1) }
    var blocks: [Block] = []
    for index in order {
      var block = Block(members: [index], height: heights[index], wish: centers[index], gap: gap)
      block.limit(to: range)
      while let last = blocks.last, last.bottom + gap > block.top {
        blocks.removeLast()
        block = last.joined(with: block)
        block.limit(to: range)
      }
      blocks.append(block)
    }
    var result = centers
    for block in blocks {
      var top = block.top
      for index in block.members {
        result[index] = top + heights[index] / 2
        top += heights[index] + gap
      }
    }
    return result
  }

  private struct Block {
    var members: [Int]
    var height: Double
    /// The mean centre that its members want.
    var wish: Double
    let gap: Double
    var center: Double

    init(members: [Int], height: Double, wish: Double, gap: Double) {
      self.members = members
      self.height = height
      self.wish = wish
      self.gap = gap
      center = wish
    }

    var top: Double { center - height / 2 }
    var bottom: Double { center + height / 2 }

    mutating func limit(to range: ClosedRange<Double>) {
      center = max(range.lowerBound + height / 2, min(range.upperBound - height / 2, wish))
    }

    func joined(with other: Block) -> Block {
      let count = Double(members.count)
      let otherCount = Double(other.members.count)
      return Block(
        members: members + other.members, height: height + gap + other.height,
        wish: (wish * count + other.wish * otherCount) / (count + otherCount), gap: gap)
    }
  }
}
