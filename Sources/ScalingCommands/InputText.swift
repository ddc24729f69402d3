internal import ScalingClaims

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file read as a whole.
enum InputText {
  /// The text of a file, or of standard input for a hyphen.
  static func whole(_ path: String) throws(ClaimError) -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw ClaimError("\(path): this is no UTF-8 text; save it as UTF-8.")
    }
    return text
  }

  /// The bytes of a file, or of standard input for a hyphen.
  static func bytes(_ path: String) throws(ClaimError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ClaimError("\(path): cannot be read: \(OutputFile.systemMessage()). Check the name.")
    }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw ClaimError("\(path): cannot be read: \(OutputFile.systemMessage()).")
      }
      guard count > 0 else { break }
      bytes += block.prefix(count)
    }
    return bytes
  }
}
