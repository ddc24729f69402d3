import Foundation
import Testing

/// The commands of the README and the notebooks give the output that is printed below them.
struct NotebookTests {
  static let notebooks: [String] = {
    let folder = packageRoot.appendingPathComponent("notebooks-md").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["README.md"]
      + names.filter { $0.hasSuffix(".md") }.sorted().map { "notebooks-md/\($0)" }
  }()

  /// A command of a notebook and the output that stands below it.
  struct Step {
    var line: Int
    var arguments: [String]
    var printed: String?
    var printedRange: Range<Int>?
  }

  @Test("each command gives the printed output", arguments: notebooks)
  func outputIsCurrent(_ name: String) throws {
    let file = packageRoot.appendingPathComponent(name)
    var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let isRecording = ProcessInfo.processInfo.environment["SCALING_RECORD"] == "1"
    for step in Self.steps(lines).reversed() {
      let run = try CommandRun(step.arguments, in: packageRoot)
      #expect(run.exitCode == 0, "\(name):\(step.line): \(run.errors)")
      guard let printed = step.printed, let range = step.printedRange else { continue }
      if isRecording {
        lines.replaceSubrange(range, with: run.output.components(separatedBy: "\n").dropLast())
      } else {
        #expect(run.output == printed, "\(name):\(step.line)")
      }
    }
    if isRecording {
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
  }

  @Test("there is a walk-through with commands")
  func walkThrough() throws {
    #expect(Self.notebooks.contains("notebooks-md/linear-or-logarithmic.md"))
    #expect(Self.notebooks.contains("notebooks-md/where-voting-stops.md"))
  }

  static func steps(_ lines: [String]) -> [Step] {
    var steps: [Step] = []
    var index = 0
    while index < lines.count {
      guard lines[index] == "```scaling" else {
        index += 1
        continue
      }
      let command = lines[index + 1]
      var step = Step(line: index + 2, arguments: Array(words(command).dropFirst()))
      index += 3
      let next = lines[index...].firstIndex { !$0.isEmpty }
      if let next, lines[next] == "```text",
        let end = lines[(next + 1)...].firstIndex(of: "```")
      {
        let range = (next + 1)..<end
        step.printedRange = range
        step.printed = lines[range].map { $0 + "\n" }.joined()
        index = end
      }
      steps.append(step)
    }
    return steps
  }

  /// The words of a command, with double quotes.
  static func words(_ command: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in command {
      switch character {
      case "\"": isQuoted.toggle()
      case " " where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
