internal import ScalingData

/// A digest of a part of what goes into a block, or of what came out: 8 hexadecimal digits of
/// SHA-256, because markers are short and nobody forges them: one change in 4 billion is not seen.
struct OutputDigest {
  private var hash = SHA256()

  /// The digest of all that a body adds.
  static func text(_ body: (inout OutputDigest) -> Void) -> String {
    var digest = OutputDigest()
    body(&digest)
    return digest.text
  }

  /// The digest of some texts.
  static func text(of parts: [String]) -> String {
    text { for part in parts { $0.add(part) } }
  }

  /// Adds one part; parts cannot run into each other.
  mutating func add(_ bytes: [UInt8]?) {
    add(label: bytes.map { "\($0.count)" } ?? "none")
    if let bytes { bytes.withUnsafeBytes { hash.update($0) } }
  }

  /// Adds one part of text.
  mutating func add(_ text: String) { add(Array(text.utf8)) }

  private var text: String { String(hash.finalized().prefix(8)) }

  private mutating func add(label: String) {
    Array("\(label):".utf8).withUnsafeBytes { hash.update($0) }
  }
}
