/// Lines of equal value through a grid of values (marching squares).
///
/// In each cell the corners above and below the level decide which sides the line crosses; a
/// saddle is decided by the mean of the corners. Places are exact along the sides of cells.
struct MarchingSquares {
  /// Places of the columns and rows in the drawing.
  let x: [Double]
  let y: [Double]
  /// A row for each y, a value for each x.
  let values: [[Double]]

  /// The lines at a level, each through its points; closed ones end where they began.
  func lines(at level: Double) -> [[Point]] {
    guard x.count > 1, y.count > 1 else { return [] }
    var joints = Joints(count: 2 * x.count * y.count)
    for row in 0..<(y.count - 1) {
      for column in 0..<(x.count - 1) { addCell(row, column, level, &joints) }
    }
    return joints.chains().map { chain in chain.map { point(on: $0, level) } }
  }

  /// The number of the side that starts at a corner and runs along x (0) or along y (1).
  private func side(_ row: Int, _ column: Int, _ direction: Int) -> Int {
    2 * (row * x.count + column) + direction
  }

  private func addCell(_ row: Int, _ column: Int, _ level: Double, _ joints: inout Joints) {
    let corners = [
      values[row][column], values[row][column + 1], values[row + 1][column + 1],
      values[row + 1][column],
    ]
    guard corners.allSatisfy(\.isFinite), x[column].isFinite, x[column + 1].isFinite,
      y[row].isFinite, y[row + 1].isFinite
    else { return }
    let isAbove = corners.map { $0 >= level }
    let sides = [
      side(row, column, 0), side(row, column + 1, 1), side(row + 1, column, 0),
      side(row, column, 1),
    ]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    if crossed.count == 2 {
      joints.connect(sides[crossed[0]], sides[crossed[1]])
    } else if crossed.count == 4 {
      let isCentreAbove = corners.reduce(0, +) / 4 >= level
      // The corner 0 lies between the sides 3 and 0.
      let first = isCentreAbove == isAbove[0] ? (0, 1, 2, 3) : (3, 0, 1, 2)
      joints.connect(sides[first.0], sides[first.1])
      joints.connect(sides[first.2], sides[first.3])
    }
  }

  /// Where the level crosses a side.
  private func point(on side: Int, _ level: Double) -> Point {
    let row = side / 2 / x.count
    let column = side / 2 % x.count
    let isAlongX = side % 2 == 0
    let start = values[row][column]
    let end = isAlongX ? values[row][column + 1] : values[row + 1][column]
    let share = (level - start) / (end - start)
    return isAlongX
      ? Point(x: x[column] + share * (x[column + 1] - x[column]), y: y[row])
      : Point(x: x[column], y: y[row] + share * (y[row + 1] - y[row]))
  }
}

/// Sides of cells that lines connect; a side has at most one neighbour in each of its two cells.
private struct Joints {
  private var first: [Int]
  private var second: [Int]

  init(count: Int) {
    first = [Int](repeating: -1, count: count)
    second = first
  }

  mutating func connect(_ a: Int, _ b: Int) {
    add(b, to: a)
    add(a, to: b)
  }

  private mutating func add(_ neighbour: Int, to side: Int) {
    if first[side] < 0 { first[side] = neighbour } else { second[side] = neighbour }
  }

  /// Open chains, from one end to the other, then rings, whose first side is also the last.
  func chains() -> [[Int]] {
    var isUsed = [Bool](repeating: false, count: first.count)
    var result: [[Int]] = []
    for isRing in [false, true] {
      for start in first.indices
      where first[start] >= 0 && !isUsed[start] && (isRing || second[start] < 0) {
        var chain = [start]
        isUsed[start] = true
        while let next = [first, second].map({ $0[chain[chain.count - 1]] }).first(where: {
          $0 >= 0 && !isUsed[$0]
        }) {
          isUsed[next] = true
          chain.append(next)
        }
        result.append(isRing ? chain + [start] : chain)
      }
    }
    return result
  }
}
