/// Turns the escapes of a JSON string into the characters that they stand for (RFC 8259,
/// section 7).
enum JSONEscapes {
  /// Replaces the escapes of a string that is known to be well-formed, in place, and answers
  /// the new length. Half of a surrogate pair becomes U+FFFD.
  static func decode(_ bytes: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
    var read = 0
    var write = 0
    while read < count {
      let byte = bytes[read]
      guard byte == UInt8(ascii: "\\") else {
        bytes[write] = byte
        (read, write) = (read + 1, write + 1)
        continue
      }
      let kind = bytes[read + 1]
      if kind == UInt8(ascii: "u") {
        let scalar = scalar(bytes, &read, count)
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[write] = unit
          write += 1
        }
      } else {
        bytes[write] = character(kind)
        (read, write) = (read + 2, write + 1)
      }
    }
    return write
  }

  /// The character of `\uXXXX`, or of two of them that are a surrogate pair; moves behind it.
  private static func scalar(
    _ bytes: UnsafeMutablePointer<UInt8>, _ position: inout Int, _ count: Int
  ) -> Unicode.Scalar {
    let first = codeUnit(bytes + position + 2)
    position += 6
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xdc00, position + 6 <= count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{fffd}" }
    let second = codeUnit(bytes + position + 2)
    guard second >= 0xdc00, second <= 0xdfff else { return "\u{fffd}" }
    position += 6
    let value = 0x10000 + (UInt32(first - 0xd800) << 10) + UInt32(second - 0xdc00)
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }

  private static func codeUnit(_ digits: UnsafeMutablePointer<UInt8>) -> UInt16 {
    var value: UInt16 = 0
    for index in 0..<4 { value = value << 4 | UInt16(hexadecimal(digits[index]) ?? 0) }
    return value
  }

  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func character(_ kind: UInt8) -> UInt8 {
    switch kind {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0c
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    case UInt8(ascii: "r"): UInt8(ascii: "\r")
    case UInt8(ascii: "t"): UInt8(ascii: "\t")
    default: kind
    }
  }
}
