import Foundation
import Testing

/// `scaling ceiling` on the table that ships with the project.
struct CeilingCommandTests {
  private struct Document: Decodable {
    struct Interval: Decodable { var lower: Double?, upper: Double? }
    struct Figure: Decodable {
      var estimate: Double?
      var interval: Interval?
      var overQuestions: Interval?
    }
    struct Series: Decodable {
      var name: String
      var verdict: String?
      var level: Figure?
      var onset: Figure?
      var gainPerDoublingAfter: Figure?
    }
    var schema: String
    var series: [Series]
  }

  private static func document(_ arguments: [String]) throws -> Document {
    let run = try CommandRun(["ceiling"] + arguments + ["--format", "json"], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test("dates are refused: a calendar year does not double")
  func dates() throws {
    let folder = try TemporaryFolder()
    let rows = (1...8).map { "2024-0\($0)-01,\(10 * $0)\n" }.joined()
    try folder.write("date,accuracy\n" + rows, "t.csv")
    let run = try CommandRun(["ceiling", "t.csv"], in: folder.url)
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(run.problem.hasPrefix("Error: t.csv: date holds dates: a plateau is"), "\(run.problem)")
  }

  @Test("weights of one are as none, and others move the answer")
  func weights() throws {
    let folder = try TemporaryFolder()
    let gains = [0, 6, 13, 18, 26, 27, 35, 37, 36, 37]
    let rows = { (weight: (Int) -> Int) in
      gains.enumerated().map { "\(1 << $0),0.\(10 + $1),\(weight($0))\n" }.joined()
    }
    try folder.write("tokens,accuracy,w\n" + rows { _ in 1 }, "one.csv")
    try folder.write("tokens,accuracy,w\n" + rows { $0 < 5 ? 9 : 1 }, "many.csv")
    let report = { (file: String, weights: [String]) in
      try CommandRun(
        ["ceiling", file, "--series", "none", "--format", "csv"] + weights, in: folder.url
      ).output
    }
    let weighed = ["--weights", "relative=w"]
    let plain = try report("one.csv", [])
    #expect(!plain.isEmpty && plain.contains("one"))
    #expect(try report("one.csv", weighed) == plain)
    let moved = try report("many.csv", weighed)
    #expect(try moved != report("many.csv", []))
  }

  @Test("15 points of o1-mini have a plateau at 0.67 from about 2^15.6")
  func plateau() throws {
    let document = try Self.document(["data/o1-mini-aime2024.csv"])
    #expect(document.schema == "scaling.ceiling/1")
    let series = try #require(document.series.first)
    #expect(series.verdict == "plateau")
    #expect(abs(try #require(series.level?.estimate) - 0.67) < 0.005)
    #expect((15.4...17).contains(log2(try #require(series.onset?.estimate))))
    #expect(abs(try #require(series.level?.overQuestions?.lower) - 0.49) < 0.01)
    #expect(abs(try #require(series.level?.overQuestions?.upper) - 0.81) < 0.01)
    #expect(abs(try #require(series.gainPerDoublingAfter?.estimate)) < 0.02)
  }

  @Test("the first 11 points do not tell")
  func elevenPoints() throws {
    let document = try Self.document([
      "data/o1-mini-aime2024.csv", "--where", "provenance=json",
    ])
    #expect(document.series.first?.verdict == "inconclusive")
  }

  @Test(
    "wrong options are refused",
    arguments: [
      (
        ["--margin", "much"],
        "--margin is \"much\", but must be a positive number, such as 0.01 or 1%."
      ),
      (["--simulations", "5"], "--simulations is 5, but must lie in 99...1000000"),
    ])
  func wrongOptions(options: [String], message: String) throws {
    let run = try CommandRun(["ceiling", "data/o1-mini-aime2024.csv"] + options, in: packageRoot)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message))
  }

  @Test("four points are refused with what to do")
  func tooFew() throws {
    let run = try CommandRun(
      ["ceiling", "data/o1-mini-aime2024.csv", "--where", "provenance=digitised"],
      in: packageRoot)
    #expect(run.exitCode == 1)
    #expect(
      run.errors.contains(
        "4 points: telling a bend from noise needs at least 5, three of them beyond the bend"))
  }

  @Test("two runs write the same bytes, with any number of threads")
  func sameBytes() throws {
    let runs = try ["1", "2"].map { threads in
      try CommandRun(
        ["ceiling", "data/o1-mini-aime2024.csv", "--format", "json", "--threads", threads],
        in: packageRoot
      ).output
    }
    #expect(runs[0] == runs[1])
  }
}
