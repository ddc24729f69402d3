/// An opaque colour in the sRGB space.
public struct Color: Sendable, Equatable, Hashable {
  /// Red, green and blue, 0...255.
  public let red: UInt8, green: UInt8, blue: UInt8

  /// A colour written as `0xRRGGBB`.
  public init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// The colour as `#rrggbb`, or `#rgb` when that says the same.
  public var css: String {
    let digits = Array("0123456789abcdef")
    let pairs = [red, green, blue].map { (Int($0 >> 4), Int($0 & 15)) }
    let isShort = pairs.allSatisfy { $0.0 == $0.1 }
    return pairs.reduce(into: "#") { text, pair in
      text.append(digits[pair.0])
      if !isShort { text.append(digits[pair.1]) }
    }
  }
}
