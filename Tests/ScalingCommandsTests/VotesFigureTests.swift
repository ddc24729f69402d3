import Foundation
import Testing

/// What the figure of `scaling votes` draws, names and says.
struct VotesFigureTests {
  /// Questions of `counts` samples each, right in three of five, for each group.
  private static func table(_ groups: Int, _ counts: [Int]) -> String {
    var lines = ["model,question,answer,correct"]
    for group in 0..<groups {
      for (question, count) in counts.enumerated() {
        for sample in 0..<count {
          let isRight = (sample * 3 + question * 2 + group) % 5 < 3 - question % 3
          lines.append("m\(group),q\(question),\(isRight ? "A" : "B"),\(isRight ? 1 : 0)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func drawn(_ table: String, _ arguments: [String] = []) throws -> DrawnText {
    let folder = try TemporaryFolder()
    try folder.write(table, "s.csv")
    let run = try CommandRun(["votes", "s.csv", "--svg", "f.svg"] + arguments, in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    return DrawnText(
      try String(contentsOf: folder.url.appendingPathComponent("f.svg"), encoding: .utf8))
  }

  private static func words(_ drawn: DrawnText) -> String {
    drawn.texts.map(\.text).joined(separator: " ").replacing("\u{00A0}", with: " ")
  }

  @Test("every size draws", arguments: ["slide", "card", "square", "phone"], [1, 2, 5])
  func sizes(size: String, groups: Int) throws {
    let drawn = try Self.drawn(
      Self.table(groups, Array(repeating: 8, count: 20)), ["--size", size])
    #expect(!drawn.texts.isEmpty)
  }

  @Test("the caption names bands only where they are drawn, and the one group that is compared")
  func manyGroups() throws {
    let few = try Self.words(Self.drawn(Self.table(2, Array(repeating: 8, count: 12))))
    #expect(few.contains("Bands: 95 % intervals") && !few.contains("no other pair"))
    let many = try Self.words(Self.drawn(Self.table(5, Array(repeating: 8, count: 12))))
    #expect(!many.contains("Bands: 95 %") && many.contains("No bands:"), "\(many)")
    #expect(many.contains("compares m0, the first group, with each other one"), "\(many)")
  }

  @Test("with unequal numbers of samples curves end where questions do, or where --k asks")
  func uneven() throws {
    let counts = Array(repeating: 4, count: 10) + Array(repeating: 16, count: 5)
    let rows = try Self.rows(Self.table(1, counts))
    for (asked, k, questions) in [
      ([], "4", "all 15 up to k = 4, drawn as far as nine tenths of the questions have samples."),
      (["--k", "1,4,16"], "16", "15 at k = 1, 5 at k = 16."),
    ] {
      let words = try Self.words(Self.drawn(Self.table(1, counts), asked))
      #expect(words.contains("at least k samples: \(questions)"), "\(words)")
      #expect(words.contains("Of all samples, 4 to 16 a question, a majority vote"), "\(words)")
      #expect(!words.contains("by voting") && !words.contains("by choosing"), "\(words)")
      let last = try #require(rows.last { $0[1] == "majority" && $0[2] == k })
      let share = String(format: "%.1f %%", 100 * (Double(last[3]) ?? 0))
      #expect(words.contains("majority vote \(share)"), "\(last) \(words)")
    }
  }

  private static func rows(_ table: String) throws -> [[String]] {
    let folder = try TemporaryFolder()
    try folder.write(table, "s.csv")
    let run = try CommandRun(["votes", "s.csv", "--format", "csv"], in: folder.url)
    return run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("the axis of k has whole numbers where there is one sample", arguments: [1, 2])
  func wholeTicks(groups: Int) throws {
    let drawn = try Self.drawn(Self.table(groups, Array(repeating: 1, count: 12)))
    let ticks = drawn.texts.map(\.text).filter { $0.wholeMatch(of: /1\.[0-9]+|0\.[0-9]+/) != nil }
    #expect(ticks.isEmpty, "\(ticks)")
  }
}
