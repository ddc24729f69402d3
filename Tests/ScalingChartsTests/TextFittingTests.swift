import Testing

@testable import ScalingCharts

@Suite struct TextFittingTests {
  @Test func wrappedLinesFit() {
    let text = "The quick brown fox jumps over the lazy dog and does not look back again"
    let lines = TextFitting.wrapped(text, width: 150, size: 13)
    #expect(lines.count > 2)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 13) <= 150 })
  }

  @Test func theLastLineIsShortened() {
    let text = String(repeating: "word ", count: 100)
    let lines = TextFitting.wrapped(text, width: 150, size: 13, maximumLines: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 13) <= 150 })
  }

  @Test func textWithoutSpacesIsWrappedOrShortened() {
    let ideographs = String(repeating: "推理能力", count: 10)
    let lines = TextFitting.wrapped(ideographs, width: 150, size: 13)
    #expect(lines.joined() == ideographs && lines.count > 2)
    let word = String(repeating: "x", count: 500)
    #expect(TextFitting.wrapped(word, width: 150, size: 13).count == 1)
  }

  @Test func numbersStayWithTheirUnits() {
    let lines = TextFitting.wrapped("a value of 95\u{A0}% or more", width: 70, size: 13)
    #expect(lines.contains { $0.contains("95\u{A0}%") })
    let spaced = TextFitting.wrapped("a value of 95 % or more", width: 70, size: 13)
    #expect(spaced.contains { $0.contains("95 %") } && !spaced.contains { $0.first == "%" })
  }

  @Test func namesKeepBeginningAndEnd() {
    let text = TextFitting.shortenedInside(
      "gpt-5-nano-2025-08-07-minimal", width: 110, size: 11)
    #expect(text.hasPrefix("gpt-") && text.hasSuffix("minimal") && text.contains("…"))
    #expect(TextMetrics.width(text, size: 11) <= 110)
  }

  @Test func balancedTextHasNoMoreLines() {
    let text = "Majority voting stops paying near 50,000 tokens for small models"
    let plain = TextFitting.wrapped(text, width: 280, size: 17)
    let balanced = TextFitting.balanced(text, width: 280, size: 17)
    #expect(plain.count == balanced.count)
  }

  @Test func wideScriptsAreWide() {
    #expect(TextMetrics.width("推理", size: 10) > TextMetrics.width("ab", size: 10) * 1.5)
    #expect(TextMetrics.width("e\u{301}", size: 10) == TextMetrics.width("e", size: 10))
  }
}
