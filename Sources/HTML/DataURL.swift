/// A file inside an address (RFC 2397), so that a page needs no other files.
public enum DataURL {
  /// The address of some bytes of a media type such as `text/csv`.
  public static func text(type: String, _ bytes: [UInt8]) -> String {
    var result = Array("data:\(type);base64,".utf8)
    result.reserveCapacity(result.count + (bytes.count + 2) / 3 * 4)
    appendBase64(bytes, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Base 64 (RFC 4648, section 4).
  private static func appendBase64(_ bytes: [UInt8], to result: inout [UInt8]) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= 8 * UInt32(3 - group.count)
      for position in 0..<4 {
        let digit = Int(bits >> UInt32(18 - 6 * position) & 63)
        result.append(position <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
  }
}
