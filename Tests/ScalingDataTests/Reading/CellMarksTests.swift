import Testing

@testable import ScalingData

@Suite struct CellMarksTests {
  @Test(arguments: 0..<40)
  func everyMarkIsFoundAndNothingElse(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    // Marks, and bytes that differ from them in one bit.
    let marks = Array(",\n\"".utf8)
    let others = marks.flatMap { mark in (0..<8).map { mark ^ (1 << $0) } }
      .filter { !marks.contains($0) }
    var bytes = (0..<Int.random(in: 1...400, using: &random)).map { _ in
      (Int.random(in: 0..<4, using: &random) == 0 ? marks : others).randomElement(using: &random)!
    }
    bytes.append(UInt8(ascii: "\n"))
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let expected = bytes.indices.filter { $0 >= start && marks.contains(bytes[$0]) }
    bytes += [UInt8](repeating: UInt8(ascii: ","), count: BlockBuffer.padding)
    bytes.withUnsafeBytes { block in
      var scan = CellMarks(block.baseAddress!, delimiter: UInt8(ascii: ","), from: start)
      #expect(expected.map { _ in scan.next() } == expected)
    }
  }
}

@Suite struct BlockCutterTests {
  @Test(arguments: 0..<60)
  func blocksEndBehindTheLastLineBreakOutsideQuotes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("a,\"\n\u{a2}\u{8a}".utf8)
    let length = Int.random(in: 0...300, using: &random)
    let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random)! }
    var isQuoted = false
    var expected: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { expected = index + 1 }
    }
    // One more byte, so that there is an address without any.
    (bytes + [0]).withUnsafeBufferPointer {
      #expect(BlockCutter.end(of: $0.baseAddress!, count: length) == expected)
    }
  }
}
