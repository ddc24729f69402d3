import Testing

@testable import ScalingNotebooks

/// Runs execute what is out of date, in order, and leave the rest as it is.
struct NotebookRunTests {
  /// Commands on files in memory: `show FILE` prints it, `copy FILE FILE` copies, `fail` fails.
  final class Bench {
    var files: [String: String] = [:]
    var runs: [String] = []
    var version = "1"
    /// What this build of the tool prints behind the file `data`.
    var suffix = ""

    var host: NotebookHost {
      NotebookHost(
        version: version, command: { try self.command($0) },
        content: { self.files[$0].map { Array($0.utf8) } },
        save: {
          for file in $0 { self.files[file.path] = String(decoding: file.bytes, as: UTF8.self) }
        })
    }

    struct Unknown: Error, CustomStringConvertible { let description = "no such command" }

    private func command(_ words: [String]) throws -> NotebookHost.Command {
      let name = words.count > 1 ? words[1] : ""
      guard ["show", "copy", "fail"].contains(name) else { throw Unknown() }
      let reads = Array(words.dropFirst(2).prefix(1))
      let writes = Array(words.dropFirst(3))
      return NotebookHost.Command(reads: reads, writes: writes) { [self] in
        runs.append(words.dropFirst().joined(separator: " "))
        let content = reads.first.flatMap { files[$0] } ?? ""
        switch name {
        case "fail": return .init(printed: "", failure: "it broke")
        case "copy":
          return .init(
            printed: "", files: writes.map { .init(path: $0, bytes: Array(content.utf8)) })
        default:
          return .init(printed: content + (reads == ["data"] ? suffix : "")) { path in
            guard path == "x" else { throw Unknown() }
            return "x is \(content.dropLast())"
          }
        }
      }
    }

    func outcome(
      _ name: String = "n.md", all: Bool = false, keepsGoing: Bool = false, writes: Bool = true
    ) throws -> NotebookOutcome {
      let notebook = try Notebook(files[name] ?? "", name: name)
      let prepared = try PreparedNotebook.all([notebook], host: host)
      return try NotebookRun(host: host, runsAll: all, keepsGoing: keepsGoing, writes: writes)
        .run(prepared[0])
    }
  }

  private static let text = """
    # Two blocks: {{ a.x }} on {{a.x}}

    ```scaling id=a
    scaling show data
    ```

    prose

    ```scaling
    scaling copy data figure
    scaling show other
    ```
    """

  private func bench() -> Bench {
    let bench = Bench()
    bench.files = ["n.md": Self.text, "data": "1\n", "other": "o\n```\n"]
    return bench
  }

  @Test("outputs, figures and values are put in, and a second run runs nothing")
  func twice() throws {
    let bench = bench()
    let first = try bench.outcome()
    #expect(first.blocksRun == 2 && first.failures.isEmpty)
    #expect(bench.files["figure"] == "1\n")
    let written = try #require(bench.files["n.md"])
    #expect(
      written.hasPrefix(
        "# Two blocks: <data value=\"a.x\">x is 1</data> on <data value=\"a.x\">x is 1</data>\n"))
    #expect(written.contains("-->\n```text\n1\n```\n<!-- scaling:end -->\n\nprose"))
    #expect(written.contains("-->\n````text\no\n```\n````\n<!-- scaling:end -->"))
    bench.runs = []
    let second = try bench.outcome()
    #expect(second.isCurrent && second.stale.isEmpty && bench.runs.isEmpty)
    let all = try bench.outcome(all: true)
    #expect(all.isCurrent && all.blocksRun == 2)
    #expect(bench.files["n.md"] == written)
  }

  @Test(
    "what changed runs again, and nothing else",
    arguments: [
      ("other", "new", ["copy data figure", "show other"]),
      ("data", "2\n", ["show data", "copy data figure", "show other"]),
      ("figure", "edited", ["copy data figure", "show other"]),
    ])
  func changed(_ file: String, _ content: String, _ runs: [String]) throws {
    let bench = bench()
    _ = try bench.outcome()
    bench.runs = []
    bench.files[file] = content
    let before = bench.files
    let check = try bench.outcome(writes: false)
    #expect(!check.isCurrent)
    #expect(bench.files == before, "a check writes nothing")
    bench.runs = []
    _ = try bench.outcome()
    #expect(bench.runs == runs)
    #expect(try bench.outcome().isCurrent)
    #expect(check.text == bench.files["n.md"], "a check shows what a run makes")
  }

  @Test(
    "an output or a value that was edited is renewed",
    arguments: [("```text\n1\n", "```text\n7\n"), ("x is 1<", "x is 7<")])
  func edited(_ from: String, _ to: String) throws {
    let bench = bench()
    _ = try bench.outcome()
    let good = try #require(bench.files["n.md"])
    bench.files["n.md"] = good.replacingText(from, to)
    #expect(bench.files["n.md"] != good)
    #expect(try bench.outcome(writes: false).stale.map(\.line) == [3])
    _ = try bench.outcome()
    #expect(bench.files["n.md"] == good)
  }

  /// One thing that changes after a run, and what a look says of it.
  struct Cause: Sendable, CustomTestStringConvertible {
    let reasons: [String]
    let change: @Sendable (Bench) -> Void

    init(_ reasons: String..., change: @escaping @Sendable (Bench) -> Void) {
      self.reasons = reasons
      self.change = change
    }

    /// A text of the notebook that is replaced.
    static func edit(_ from: String, _ to: String, _ reason: String) -> Cause {
      Cause(reason) { bench in
        bench.files["n.md"] = bench.files["n.md"]?.replacingText(from, to)
      }
    }

    var testDescription: String { reasons.joined(separator: ", ") }
  }

  private static let otherBuild =
    "the same commands and data give another result in this build of the tool"

  private static let causes: [Cause] = [
    Cause("3: data changed", "15: data changed") { $0.files["data"] = "2\n" },
    Cause("15: other changed") { $0.files["other"] = "new" },
    Cause("3: data changed", "15: data and other changed") {
      $0.files["other"] = nil
      $0.files["data"] = ""
    },
    Cause("15: figure changed or is missing") { $0.files["figure"] = nil },
    .edit("show other", "show  data", "15: the commands changed"),
    .edit("```text\n1\n", "```text\n7\n", "3: the output was edited"),
    .edit("x is 1<", "x is 7<", "3: the value a.x in line 1 was edited"),
    .edit("\nprose", "\nprose {{ a.x }}", "3: the value a.x in line 13 is new"),
    .edit(" on <data value=\"a.x\">x is 1</data>", "", "3: a value was taken out of the text"),
    Cause("3: its marker was edited, or is of an earlier version") { bench in
      var lines = bench.files["n.md"]?.split(separator: "\n", omittingEmptySubsequences: false)
      lines?[6] = "<!-- scaling:output 68379598a8ebd2b4 bea316960d87127e -->"
      bench.files["n.md"] = lines?.joined(separator: "\n")
    },
    Cause(
      "3: the tool changed (version 2, recorded with 1), and prints the same",
      "15: the tool changed (version 2, recorded with 1), and prints the same"
    ) { $0.version = "2" },
    Cause(
      "3: the same commands and data give another result in this version (version 2, recorded "
        + "with 1)",
      "15: the tool changed (version 2, recorded with 1), and prints the same"
    ) {
      $0.version = "2"
      $0.suffix = "!"
    },
  ]

  @Test("a look names what changed since the last run", arguments: causes)
  func cause(_ cause: Cause) throws {
    let bench = bench()
    _ = try bench.outcome()
    cause.change(bench)
    let outcome = try bench.outcome(writes: false)
    #expect(outcome.stale.map { "\($0.line): \($0.reason)" } == cause.reasons)
    _ = try bench.outcome()
    #expect(try bench.outcome().isCurrent)
  }

  @Test("a build that prints something else shows when everything runs, or when an output was lost")
  func otherBuild() throws {
    let bench = bench()
    _ = try bench.outcome()
    bench.suffix = "!"
    #expect(try bench.outcome(writes: false).isCurrent)
    let all = try bench.outcome(all: true, writes: false)
    #expect(all.stale.map(\.reason) == [Self.otherBuild])
    bench.files["n.md"] = bench.files["n.md"]?.replacingText("```text\n1\n", "```text\n7\n")
    #expect(try bench.outcome(writes: false).stale.map(\.reason) == [Self.otherBuild])
  }

  @Test("a failure is shown below its block; the next blocks run only when asked for")
  func failure() throws {
    let bench = bench()
    bench.files["n.md"] = "```scaling\nscaling fail\n```\n\n```scaling\nscaling show data\n```\n"
    let stopped = try bench.outcome()
    #expect(stopped.failures.map(\.description) == ["n.md, line 2: it broke"])
    let text = try #require(bench.files["n.md"])
    #expect(text.contains("<!-- scaling:output failed -->\n```text\nerror: it broke\n```"))
    #expect(!text.contains("1\n"))
    let gone = try bench.outcome(keepsGoing: true)
    #expect(gone.failures.count == 1 && bench.files["n.md"]?.contains("\n1\n") == true)
  }

  @Test("a value that the report does not have is named with its line")
  func missingValue() throws {
    let bench = bench()
    bench.files["n.md"] = "\n{{ a.y }}\n\n```scaling id=a\nscaling show data\n```\n"
    let outcome = try bench.outcome()
    #expect(outcome.failures.map(\.description) == ["n.md, line 2: {{ a.y }}: no such command"])
    #expect(bench.files["n.md"]?.contains("{{ a.y }}") == true)
  }

  @Test("two commands that write one file are refused, and both are named")
  func twoWriters() throws {
    let bench = bench()
    let one = try Notebook("```scaling\nscaling copy data f\n```\n", name: "a.md")
    let two = try Notebook("\n```scaling\nscaling copy data f\n```\n", name: "b.md")
    let error = #expect(throws: NotebookProblems.self) {
      try PreparedNotebook.all([one, two], host: bench.host)
    }
    #expect(
      error?.description
        == "b.md, line 3: f is written at a.md, line 2 too: give one of them another name")
  }

  @Test("an unknown command is refused before anything runs")
  func unknown() throws {
    let bench = bench()
    bench.files["n.md"] = "```scaling\nscaling show data\nscaling nothing\n```\n"
    let error = #expect(throws: NotebookProblems.self) { try bench.outcome() }
    #expect(error?.description == "n.md, line 3: no such command")
    #expect(bench.runs.isEmpty)
  }

  @Test("a notebook that somebody edits during the run is left alone")
  func editedMeanwhile() throws {
    let bench = bench()
    let notebook = try Notebook(Self.text, name: "n.md")
    let prepared = try PreparedNotebook.all([notebook], host: bench.host)
    bench.files["n.md"] = "mine"
    #expect(throws: NotebookError.self) {
      try NotebookRun(host: bench.host, runsAll: false, keepsGoing: false, writes: true)
        .run(prepared[0])
    }
    #expect(bench.files["n.md"] == "mine")
  }

  @Test("line breaks of Windows stay")
  func windows() throws {
    let bench = bench()
    bench.files["n.md"] = "a\r\n```scaling\r\nscaling show data\r\n```\r\n"
    _ = try bench.outcome()
    let text = try #require(bench.files["n.md"])
    #expect(text.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0D })
    #expect(try bench.outcome().isCurrent)
  }
}

extension String {
  /// The text with the first occurrence of a part replaced.
  fileprivate func replacingText(_ from: String, _ to: String) -> String {
    guard let range = self[...].firstRange(ofText: from[...]) else { return self }
    return self[..<range.lowerBound] + to + self[range.upperBound...]
  }
}
