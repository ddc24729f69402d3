import Foundation
import Testing

@testable import ScalingData

@Suite struct NumberScanTests {
  @Test(arguments: 0..<10)
  func randomNumbersAreReadAsStrtodDoes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<10_000 {
      let text = Self.randomNumber(using: &random)
      let scan = NumberScan(text: text)
      #expect(scan.isNumber, "\(text)")
      #expect(scan.value.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test(arguments: 0..<4)
  func shortestPrintsOfRandomBitsAreReadBack(seed: Int) {
    var random = SeededGenerator(seed: 100 + UInt64(seed))
    for _ in 0..<5_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(NumberScan(text: "\(value)").value == value)
      let near = Double.random(in: 0...1, using: &random)
      #expect(NumberScan(text: "\(near)").value == near)
    }
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "0x10", "1_000", "1,000", "1.2.3", "--1", "inf", "nan",
    "1 2", "1e5.0", "٣", "１",
  ])
  func otherTextIsNoNumber(text: String) {
    #expect(!NumberScan(text: text).isNumber)
  }

  static let forms: [(String, Double)] = [
    ("1.", 1), (".5", 0.5), ("+3", 3), ("-0.25", -0.25), ("1E3", 1000), ("007", 7),
    ("1e-400", 0), ("9007199254740993", 9_007_199_254_740_992),
    ("0.26666666666666666", 4.0 / 15), ("123456789012345678901234567890", 1.2345678901234568e29),
  ]

  @Test(arguments: forms)
  func formsOfNumbers(text: String, expected: Double) {
    #expect(NumberScan(text: text).value == expected)
  }

  @Test func fewDigitsWithALargeExponentAreExact() {
    for mantissa in [1, 7, 1_266, 9_999, 123_456_789] {
      for exponent in 15...45 {
        let text = "\(mantissa)e\(exponent)"
        #expect(NumberScan(text: text).value == strtod(text, nil), "\(text)")
      }
    }
  }

  private static func randomNumber(using random: inout SeededGenerator) -> String {
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random)).map { _ in
        String(Int.random(in: 0...9, using: &random))
      }.joined()
    }
    var text = ["", "", "-", "+"].randomElement(using: &random) ?? ""
    text += digits(1...Int.random(in: 1...22, using: &random))
    if Bool.random(using: &random) { text += "." + digits(0...20) }
    if Int.random(in: 0..<3, using: &random) == 0 {
      text += ["e", "E", "e-", "e+"].randomElement(using: &random) ?? "e"
      text += String(Int.random(in: 0...40, using: &random))
    }
    return text
  }
}

@Suite struct ShortNumberTests {
  /// Reads a cell as in a block, with bytes of the next cells behind it.
  private func read<Result>(
    _ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let bytes = Array((text + ",5.25e7\n1").utf8) + [UInt8](repeating: 0, count: 8)
    return bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0.prefix(text.utf8.count)))
    }
  }

  @Test(arguments: 0..<4)
  func shortNumbersAreReadAsLongOnes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let letters = Array("0123456789012345678901234567890.....-+eE x/:")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...10, using: &random)
      let text = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "0" })
      let (short, long) = (read(text) { NumberScan(padded: $0) }, NumberScan(text: text))
      #expect(short.isNumber == long.isNumber, "\(text)")
      #expect(!long.isNumber || short.value.bitPattern == long.value.bitPattern, "\(text)")
      let isWhole = (1...8).contains(length) && text.allSatisfy(\.isNumber)
      #expect(read(text) { NumberScan.wholeNumber(padded: $0) } == (isWhole ? Int(text) : nil))
    }
  }

  @Test func onlyDigitsAreAWholeNumber() {
    for position in 0..<4 {
      for byte in UInt8.min...UInt8.max {
        var bytes = Array("7070".utf8) + [UInt8](repeating: byte, count: 8)
        bytes[position] = byte
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        let value = bytes.withUnsafeBufferPointer {
          NumberScan.wholeNumber(padded: UnsafeBufferPointer(rebasing: $0.prefix(4)))
        }
        #expect((value != nil) == isDigit)
      }
    }
  }
}
