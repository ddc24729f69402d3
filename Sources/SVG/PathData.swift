/// Builds the `d` attribute of a path in few bytes.
///
/// Points are rounded to a fixed grid first and only then turned into relative moves, so
/// rounding errors never add up along a path.
public struct PathData: Sendable {
  /// The finished path data.
  public private(set) var bytes: [UInt8] = []

  let decimals: Int
  private var current = GridPoint(x: 0, y: 0)
  private var start = GridPoint(x: 0, y: 0)
  private var lastCommand: UInt8 = 0

  /// An empty path whose coordinates keep the given number of decimals.
  public init(decimals: Int = 1) {
    self.decimals = decimals
  }

  /// Whether nothing has been drawn.
  public var isEmpty: Bool { bytes.isEmpty }

  /// Starts a new piece at a point.
  public mutating func move(x: Double, y: Double) {
    let target = gridPoint(x, y)
    if isEmpty {
      command("M")
      number(target.x)
      number(target.y)
    } else {
      command("m")
      number(target.x - current.x)
      number(target.y - current.y)
    }
    lastCommand = 0
    current = target
    start = target
  }

  /// Draws a straight line to a point; nothing is written when it is where the pen already is.
  public mutating func line(x: Double, y: Double) {
    let target = gridPoint(x, y)
    let dx = target.x - current.x
    let dy = target.y - current.y
    current = target
    switch (dx, dy) {
    case (0, 0): return
    case (_, 0):
      command("h")
      number(dx)
    case (0, _):
      command("v")
      number(dy)
    default:
      command("l")
      number(dx)
      number(dy)
    }
  }

  /// Closes the current piece.
  public mutating func close() {
    command("z")
    lastCommand = 0
    current = start
  }

  private struct GridPoint {
    var x: Int
    var y: Int
  }

  private func gridPoint(_ x: Double, _ y: Double) -> GridPoint {
    GridPoint(
      x: FixedDecimal.scaled(x, decimals: decimals), y: FixedDecimal.scaled(y, decimals: decimals))
  }

  private mutating func command(_ letter: Unicode.Scalar) {
    let byte = UInt8(ascii: letter)
    if byte == lastCommand { return }
    bytes.append(byte)
    lastCommand = byte
  }

  private mutating func number(_ scaled: Int) {
    if scaled >= 0, let last = bytes.last, last < UInt8(ascii: "A") {
      bytes.append(UInt8(ascii: " "))
    }
    FixedDecimal.append(scaled: scaled, decimals: decimals, dropsLeadingZero: true, to: &bytes)
  }
}
