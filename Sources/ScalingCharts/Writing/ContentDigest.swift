import SVG

/// A short name for the content of a scene (FNV-1a), which tells figures of one page apart.
struct ContentDigest {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ scene: Scene) {
    add(scene.title)
    add(scene.description)
    add(scene.width)
    add(scene.height)
    for item in scene.items { add(item.shape) }
  }

  /// A letter and five digits in base 36.
  var prefix: String {
    let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".unicodeScalars)
    var rest = state
    var text = "f"
    for _ in 0..<5 {
      text.unicodeScalars.append(digits[Int(rest % 36)])
      rest /= 36
    }
    return text
  }

  private mutating func add(_ shape: SceneShape) {
    switch shape {
    case .rectangle(let rect):
      add(rect.minX)
      add(rect.minY)
      add(rect.maxX)
      add(rect.maxY)
    case .lines(let pieces), .areas(let pieces):
      for piece in pieces { for point in piece { add(point) } }
    case .symbol(let symbol, let center, _):
      add(Double(symbol.rawValue))
      add(center)
    case .text(let box):
      add(box.label.text)
      add(box.label.superscript)
      add(box.continuation)
      add(box.position)
    }
  }

  private mutating func add(_ point: Point) {
    add(point.x)
    add(point.y)
  }

  private mutating func add(_ value: Double) {
    var rest = UInt64(bitPattern: Int64(FixedDecimal.scaled(value, decimals: 1)))
    for _ in 0..<3 {
      add(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0)
  }

  private mutating func add(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
