import Foundation
import Testing

/// `scaling coverage` on tables of counts.
struct CoverageCommandTests {
  private static let counts = """
    model,question,n,c
    a,q1,10,5
    a,q2,10,1
    a,q3,10,0
    a,q4,10,9
    a,q5,10,2
    b,q1,10,0
    b,q2,20,0
    """

  private struct Document: Decodable {
    struct Row: Decodable {
      var k: Int
      var accuracy: Double?
      var questions: Int
    }
    struct Group: Decodable {
      var name: String
      var questions: Int
      var passAtK: [Row]
      var remarks: [String]
    }
    var schema: String
    var groups: [Group]
  }

  private static func run(_ options: [String]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    let file = try folder.write(counts, "counts.csv").path
    return try CommandRun(
      [
        "coverage", file, "--question", "question", "--samples", "n", "--correct", "c", "--series",
        "model",
      ] + options,
      in: packageRoot)
  }

  @Test("pass@k is the unbiased mean, and unknown beyond the samples")
  func curve() throws {
    let run = try Self.run(["--k", "1,2,10,11,20,21", "--format", "json"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let document = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
    #expect(document.schema == "scaling.coverage/1")
    let first = try #require(document.groups.first)
    // Means of 1 − C(10−c, k)/C(10, k) by hand.
    #expect(abs(try #require(first.passAtK[0].accuracy) - 0.34) < 1e-12)
    let two = (1 - 10.0 / 45 + 1 - 36.0 / 45 + 0 + 1 + 1 - 28.0 / 45) / 5
    #expect(abs(try #require(first.passAtK[1].accuracy) - two) < 1e-12)
    #expect(first.passAtK[2].accuracy == 0.8)
    #expect(first.passAtK[3].accuracy == nil)
    let second = document.groups[1]
    #expect(second.passAtK.map(\.questions) == [2, 2, 2, 1, 1, 0])
    #expect(second.remarks.contains { $0.hasPrefix("undefined: no question has 21 samples") })
    #expect(second.remarks.contains { $0.contains("no sample is right") })
  }

  @Test(
    "wrong options are refused",
    arguments: [
      (
        ["--k", "1,x"],
        "--k: \"x\" is not a whole number from 1 to 2^53 (about 9e15); write 64, 1e4 or 2^10."
      ),
      (["--k", "0"], "--k: \"0\" is not a whole number from 1 to 2^53"),
      (["--at", "1e16"], "--at: \"1e16\" is not a whole number from 1 to 2^53 (about 9e15);"),
      (["--svg", "c.png"], "--svg c.png: figures are written as SVG only. Name the file c.svg"),
      (["--model", "hill"], "--model: there is no law \"hill\". Choose from"),
      (["--bootstrap", "10"], "--bootstrap is 10, but percentiles need 100 to 10000000 refits."),
    ])
  func wrongOptions(options: [String], message: String) throws {
    let run = try Self.run(options)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("nothing right is drawn on a linear axis")
  func nothingRight() throws {
    let folder = try TemporaryFolder()
    try folder.write("question,samples,correct\nq1,2,0\nq2,2,0\nq3,2,0\n", "none.csv")
    let run = try CommandRun(["coverage", "none.csv", "--svg", "none.svg"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("no sample is right, so coverage is 0 at every k"))
    #expect(folder.names.contains("none.svg"))
  }

  /// The report on a table of counts.
  private static func report(_ rows: String) throws -> (text: String, notes: String) {
    let folder = try TemporaryFolder()
    try folder.write("question,samples,correct\n" + rows, "counts.csv")
    let run = try CommandRun(["coverage", "counts.csv"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    return (run.output, run.errors)
  }

  @Test("ends of intervals outside the range of the search are left open")
  func openEnds() throws {
    let (text, notes) = try Self.report("q1,10,3\nq2,5,5\nq3,8,1\nq4,0,0\n")
    #expect(text.contains("! open: beta-binomial:") && !text.contains("1,000,000,000,000"))
    #expect(notes.contains("note: 1 of 4 questions has no samples and is left out: q4"))
    #expect(notes.contains("numbers of samples, 5 to 10"))
  }

  @Test("one question, and curves that stay where they are, are said in their own words")
  func smallTables() throws {
    let one = try Self.report("q1,10,3\n")
    #expect(one.text.contains("! one-question: intervals are over questions"))
    #expect(!one.text.contains("1 questions") && !one.text.contains("few-questions"))
    let none = try Self.report("q1,4,0\nq2,4,0\n").text
    #expect(
      none.contains(
        "Coverage is 0.00 % with 1 sample as with 4; 2 of 2 questions were never solved."))
    let some = try Self.report("q1,4,0\nq2,4,1\n").text
    #expect(some.contains("1 of 2 questions was never solved."))
    #expect(!(try Self.report("q1,1,0\nq2,1,1\n").notes.contains("vote")))
  }

  @Test("questions that do not differ and a law that misses are said")
  func alikeQuestions() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<100).map { "q\($0),1000,1" }.joined(separator: "\n")
    try folder.write("question,samples,correct\n" + rows + "\n", "alike.csv")
    let output = try CommandRun(["coverage", "alike.csv"], in: folder.url).output
    #expect(output.contains("alike: the questions do not differ"))
    #expect(output.contains("misfit: log-log misses the curve by"))
  }

  @Test("a law that misses its points is drawn no further than they are")
  func misfitsEndWithTheirPoints() throws {
    let folder = try TemporaryFolder()
    for isDrawn in [false, true] {
      let rows = (0..<100).map { "q\($0),1000,\(isDrawn ? $0 * $0 / 10 : 1)" }
      let text = "question,samples,correct\n" + rows.joined(separator: "\n") + "\n"
      try folder.write(text, "alike.csv")
      let run = try CommandRun(
        ["coverage", "alike.csv", "--model", isDrawn ? "beta-binomial" : "log-log"]
          + ["--at", "1000000", "--svg", "f.svg"], in: folder.url)
      #expect(run.output.contains("misfit: ") != isDrawn, "\(run.errors)")
      let drawn = DrawnText(
        try String(contentsOf: folder.url.appendingPathComponent("f.svg"), encoding: .utf8))
      let words = drawn.texts.map(\.text).joined(separator: " ")
      #expect(words.contains("misses its points") != isDrawn, "\(words)")
      #expect(words.contains("1M") == isDrawn, "\(words)")
    }
  }

  @Test("two runs write the same bytes, with any number of threads")
  func sameBytes() throws {
    let runs = try ["1", "2"].map {
      try Self.run(["--bootstrap", "200", "--format", "json", "--threads", $0]).output
    }
    #expect(runs[0].contains("groups"))
    let body = runs.map { $0.split(separator: "\n").filter { !$0.contains("path") } }
    #expect(body[0] == body[1])
  }
}
