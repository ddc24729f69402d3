import Testing

@testable import ScalingData

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func publishedVectors(text: String, expected: String) {
    var digest = SHA256()
    Array(text.utf8).withUnsafeBytes { digest.update($0) }
    #expect(digest.finalized() == expected)
  }

  @Test(arguments: [1, 3, 63, 64, 65, 127, 1000])
  func piecesOfAnySizeGiveTheSameDigest(size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var whole = SHA256()
    bytes.withUnsafeBytes { whole.update($0) }
    var pieces = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { pieces.update($0) }
    }
    #expect(pieces.finalized() == whole.finalized())
  }
}
