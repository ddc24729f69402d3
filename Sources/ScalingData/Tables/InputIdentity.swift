/// Which input a result was computed from.
public struct InputIdentity: Sendable, Equatable, Codable {
  /// The path as given, or "standard input".
  public let path: String
  /// The SHA-256 of the bytes in lower-case hexadecimal, when it was asked for.
  public let sha256: String?
  /// The records below the header.
  public let rows: Int

  /// Creates an identity.
  public init(path: String, sha256: String? = nil, rows: Int) {
    self.path = path
    self.sha256 = sha256
    self.rows = rows
  }
}
