import Foundation
import ScalingData

@testable import ScalingAnalysis

/// Questions for tests of votes.
enum VoteSamples {
  /// A question from its answers in order; the first argument is the right one, "" is unparsed.
  static func question(_ name: String, right: String, _ answers: [String]) -> QuestionSamples {
    var texts: [String] = []
    let sequence = answers.map { answer -> Int32 in
      guard !answer.isEmpty else { return -1 }
      if let place = texts.firstIndex(of: answer) { return Int32(place) }
      texts.append(answer)
      return Int32(texts.count - 1)
    }
    let counts = texts.enumerated().map { index, text in
      AnswerCount(
        text: text, count: sequence.filter { $0 == index }.count, isCorrect: text == right)
    }
    return QuestionSamples(
      name: name, answers: counts, sampleCount: answers.count,
      correctCount: answers.filter { $0 == right }.count,
      unparsedCount: answers.filter(\.isEmpty).count, sequence: sequence)
  }

  /// A question of which only right and wrong are known.
  static func counts(_ name: String, samples: Int, right: Int) -> QuestionSamples {
    QuestionSamples(name: name, answers: [], sampleCount: samples, correctCount: right)
  }

  /// The wide table of ESC.
  static func escLastLetters() throws -> SampleGroup {
    let table = try ReferenceTable("esc-last-letters-votes/votes.csv")
    let columns = (1...40).map { $0 < 10 ? "s0\($0)" : "s\($0)" }
    return SampleGroup(
      name: "gpt-3.5",
      questions: table.rows.map { row in
        let answers = columns.map { row[$0] ?? "" }
        return question(
          row["question_id"] ?? "", right: row["truth"] ?? "",
          answers.map { $0.isEmpty || $0 == "UNPARSED" ? "" : $0 })
      })
  }

  /// Right counts of 128 samples, one line each.
  static func passCounts(_ name: String, source: String? = nil) throws -> SampleGroup {
    struct Row: Decodable { var id: String, n: Int, c: Int, source: String }
    let path = (ReferenceTable.folder ?? "") + "/formats/passk-counts/\(name).jsonl"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let rows = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    return SampleGroup(
      name: name,
      questions: rows.filter { source == nil || $0.source == source }.map {
        counts($0.id, samples: $0.n, right: $0.c)
      })
  }
}
