/// Sixteen bytes of a block that are compared at once.
///
/// Only sums, differences and bits: comparisons of vectors become loops over their lanes where
/// the compiler does not see through them.
struct ByteVector {
  /// The highest bit of each lane.
  static var flags: SIMD16<UInt8> { SIMD16(repeating: 0x80) }

  private let lanes: SIMD16<UInt8>

  @inline(always)
  init(_ bytes: UnsafeRawPointer, at offset: Int) {
    lanes = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
  }

  /// Lanes whose highest bit is clear where the byte is an ASCII character, and set elsewhere;
  /// the other bits mean nothing.
  @inline(always)
  func differences(from character: SIMD16<UInt8>) -> SIMD16<UInt8> {
    ((lanes & 0x7f) ^ character) &+ 0x7f | lanes
  }
}
