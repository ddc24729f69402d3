internal import ScalingData

/// A digest of what goes into a block, or of what came out: 16 hexadecimal digits of SHA-256.
struct OutputDigest {
  private var hash = SHA256()

  /// Adds one part; parts cannot run into each other.
  mutating func add(_ bytes: [UInt8]?) {
    add(label: bytes.map { "\($0.count)" } ?? "none")
    if let bytes { bytes.withUnsafeBytes { hash.update($0) } }
  }

  /// Adds one part of text.
  mutating func add(_ text: String) { add(Array(text.utf8)) }

  var text: String { String(hash.finalized().prefix(16)) }

  private mutating func add(label: String) {
    Array("\(label):".utf8).withUnsafeBytes { hash.update($0) }
  }
}
