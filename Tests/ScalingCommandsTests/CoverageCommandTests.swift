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
      (["--k", "1,x"], "--k: \"x\" is not a whole number of at least 1; write 64, 1e4 or 2^10."),
      (["--k", "0"], "--k: \"0\" is not a whole number of at least 1"),
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

  @Test("questions that do not differ and a law that misses are said")
  func alikeQuestions() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<100).map { "q\($0),1000,1" }.joined(separator: "\n")
    try folder.write("question,samples,correct\n" + rows + "\n", "alike.csv")
    let output = try CommandRun(["coverage", "alike.csv"], in: folder.url).output
    #expect(output.contains("alike: the questions do not differ"))
    #expect(output.contains("misfit: log-log misses the curve by"))
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
