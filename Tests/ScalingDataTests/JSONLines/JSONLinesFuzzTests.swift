import Foundation
import Testing

@testable import ScalingData

/// Random objects are read as Foundation reads them, and random damage never does worse than an
/// error. More rounds with SCALING_FUZZ=5000 in the environment.
@Suite struct JSONLinesFuzzTests {
  static let rounds =
    ProcessInfo.processInfo.environment["SCALING_FUZZ"].flatMap(Int.init) ?? 40

  private static let texts = ["", "a", "12", "é", "😀", "\"", "\\", "/", "\n", "\t", "\u{1}", "日本"]

  private static let marks = Array("{}[]\":,\\u0e- \u{1}".utf8)

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      texts[Int.random(in: 0..<texts.count, using: &random)]
    }
    .joined()
  }

  private static func value(_ random: inout SeededGenerator, depth: Int) -> Any {
    switch Int.random(in: 0..<(depth > 3 ? 4 : 6), using: &random) {
    case 0: return text(&random)
    case 1: return Int.random(in: -1_000...1_000, using: &random)
    case 2: return Bool.random(using: &random)
    case 3: return NSNull()
    case 4:
      return (0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random, depth: depth + 1)
      }
    default: return object(&random, depth: depth + 1)
    }
  }

  private static func object(_ random: inout SeededGenerator, depth: Int) -> [String: Any] {
    var members: [String: Any] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      members["k" + text(&random).replacing(".", with: "")] = value(&random, depth: depth)
    }
    return members
  }

  private static func line(_ random: inout SeededGenerator) throws -> [UInt8] {
    let options: JSONSerialization.WritingOptions =
      Bool.random(using: &random) ? [.withoutEscapingSlashes] : []
    return Array(
      try JSONSerialization.data(withJSONObject: object(&random, depth: 0), options: options))
  }

  @Test(arguments: 0..<rounds)
  func objectsAreReadAsFoundationReadsThem(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let lines = try (0..<20).map { _ in try Self.line(&random) }
    let text = String(decoding: Array(lines.joined(separator: [10])), as: UTF8.self)
    let collector = try records(
      text, name: "t.jsonl", blockSize: 1 << 20, threads: 1 + seed % 2)
    #expect(collector.rows.count == lines.count)
    for (row, line) in zip(collector.rows, lines) {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
      for (name, value) in object {
        guard let column = collector.names.firstIndex(of: name) else { continue }
        switch value {
        case let text as String:
          #expect(row[column] == text.trimmingCharacters(in: CharacterSet(charactersIn: " ")))
        case is NSNull: #expect(row[column] == "")
        case let list as [Any]:
          let read = try JSONSerialization.jsonObject(with: Data(row[column].utf8)) as? [Any]
          #expect(read.map { NSArray(array: $0) } == NSArray(array: list))
        default: break
        }
      }
    }
  }

  @Test(arguments: 0..<rounds)
  func damageIsAnErrorOrHarmless(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 1_000_000)
    for _ in 0..<20 {
      var line = try Self.line(&random)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<line.count, using: &random)
        let other = Self.marks[Int.random(in: 0..<Self.marks.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: line.remove(at: index)
        case 1:
          line.insert(other, at: index)
        default: line[index] = other
        }
        if line.isEmpty { break }
      }
      guard !line.contains(10), line.first == UInt8(ascii: "{") else { continue }
      let text = String(decoding: line, as: UTF8.self)
      let isValid =
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) is [String: Any]
      do {
        _ = try records("{\"k\":1}\n" + text + "\n{\"k\":2}\n", name: "t.jsonl")
        // Foundation takes the last of two equal keys, and a comma behind the last member;
        // nothing else differs.
        #expect(isValid, "accepted: \(text)")
      } catch let error as DataError {
        #expect(
          !isValid || error.code == .duplicateKey || text.contains(/,\s*[\]}]/),
          "refused: \(text): \(error)")
      }
    }
  }
}
