import Foundation
import Testing

/// `scaling votes` on small tables.
struct VotesCommandTests {
  struct Document: Decodable {
    struct Interval: Decodable { var lower: Double?, upper: Double? }
    struct Row: Decodable {
      var k: Int
      var accuracy: Double
      var standardError: Double?
      var interval: Interval?
      var method: String?
      var questions: Int
    }
    struct Open: Decodable { var name: String, samplesToSettle: Int? }
    struct Ceiling: Decodable {
      var estimate: Double
      var interval: Interval?
      var bounds: Interval?
      var isSettled: Bool
      var unsettledQuestions: [Open]
    }
    struct Plateau: Decodable {
      var k: Int?
      var tokens: Double?
      var tolerance: Double
    }
    struct Gap: Decodable {
      var single: Double
      var majority: Double?
      var coverage: Double
    }
    struct Stopping: Decodable {
      struct Outcome: Decodable { var samples: Double, accuracy: Double }
      var fileOrder: Outcome
    }
    struct Group: Decodable {
      var name: String
      var questions: Int
      var samples: Int
      var tieRule: String
      var majority: [Row]
      var passAtK: [Row]
      var voteCeiling: Ceiling?
      var plateau: Plateau?
      var gap: Gap
      var earlyStopping: Stopping?
    }
    var schema: String
    var groups: [Group]
  }

  /// Six questions of four samples, half of them tied.
  private static let toy: String = {
    let samples = [
      ("a", "4", "4 4 5 4"), ("b", "7", "7 8 7 8"), ("c", "2", "3 2 3 2"), ("d", "9", "1 9 1 9"),
      ("e", "6", "0 6 6 0"), ("f", "5", "2 2 2 5"),
    ]
    let rows = samples.flatMap { name, truth, answers in
      answers.split(separator: " ").map { "\(name),\(truth),\($0),120" }
    }
    return "question,truth,answer,tokens\n" + rows.joined(separator: "\n") + "\n"
  }()

  private func run(_ arguments: [String], _ text: String = toy) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(text, "samples.csv")
    return try CommandRun(["votes", "samples.csv"] + arguments, in: folder.url)
  }

  private func document(_ arguments: [String], _ text: String = toy) throws -> Document {
    let run = try run(arguments + ["--format", "json"], text)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  @Test(arguments: [("split", 0.5), ("first", 1.0 / 3), ("none", 1.0 / 6)])
  func tiesFollowTheRule(_ rule: String, _ expected: Double) throws {
    let group = try #require(try document(["--ties", rule]).groups.first)
    #expect(group.tieRule == rule && group.questions == 6 && group.samples == 24)
    let last = try #require(group.majority.last)
    #expect(last.k == 4 && abs(last.accuracy - expected) < 1e-12)
    #expect(abs(try #require(group.gap.majority) - expected) < 1e-12)
    #expect(last.method == "exact")
    #expect(group.majority[1].method == (rule == "first" ? "permutation" : "exact"))
  }

  @Test func theDocumentHasTheAgreedKeys() throws {
    let document = try document(["--k", "1,2,4,8"])
    #expect(document.schema == "scaling.votes/1")
    let group = try #require(document.groups.first)
    #expect(group.majority.map(\.k) == [1, 2, 4] && group.passAtK.map(\.k) == [1, 2, 4])
    #expect(abs(group.gap.single - 12.0 / 24) < 1e-12)
    #expect(abs(group.majority[1].accuracy - group.majority[0].accuracy) < 1e-12)
    #expect(group.passAtK[2].accuracy == 1 && group.gap.coverage == 1)
    let ceiling = try #require(group.voteCeiling)
    let ends = try #require(ceiling.isSettled ? ceiling.interval : ceiling.bounds)
    #expect((ceiling.isSettled ? ceiling.bounds : ceiling.interval) == nil)
    #expect((ends.lower ?? 1) <= ceiling.estimate && (ends.upper ?? 0) >= ceiling.estimate)
    #expect(ceiling.unsettledQuestions.count == 6)
    #expect(try #require(group.plateau).tolerance == 0.01)
  }

  @Test func aVoteOfOneIsExactUnderEveryRule() throws {
    for rule in ["split", "first", "none"] {
      let group = try #require(try document(["--ties", rule]).groups.first)
      let first = try #require(group.majority.first)
      #expect(first.k == 1 && first.accuracy == group.passAtK.first?.accuracy, "\(rule)")
      #expect(first.method == "exact", "\(rule)")
    }
  }

  @Test func stoppingEarlyIsReplayed() throws {
    let stopping = try #require(
      try document(["--window", "2"]).groups.first?.earlyStopping?.fileOrder)
    // a and f stop after two samples, e after four of which the window 6 6 straddles.
    #expect(abs(stopping.samples - (2 + 4 + 4 + 4 + 4 + 2) / 6.0) < 1e-12)
  }

  @Test func theReportSaysTheFindingsFirst() throws {
    let run = try run([])
    #expect(run.exitCode == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "samples: 6 questions, 4 samples each")
    #expect(
      lines[1].hasPrefix(
        "  A vote of all samples is right on 50.0 % of the questions (95 % interval"))
    #expect(run.output.contains("No plateau is shown"))
    #expect(run.output.contains("tied votes share the credit"))
    #expect(run.output.contains("480"), "tokens of four samples")
  }

  @Test func onlyTheKAskedForAreCompared() throws {
    let rows = (0..<30).flatMap { q in
      (0..<8).flatMap { s in
        ["good,\(q),\(s < 7 ? "a" : "b"),\(s < 7)", "poor,\(q),\(s < 2 ? "a" : "b"),\(s < 2)"]
      }
    }
    let table = "model,question,answer,correct\n" + rows.joined(separator: "\n") + "\n"
    #expect(try run(["--k", "1,8"], table).output.contains("k = 1 and 8: good better"))
    #expect(try run(["--k", "1,3,8"], table).output.contains("k = 1, 3 and 8: good better"))
    #expect(try run([], table).output.contains("k = 1 to 8: good better"))
  }

  @Test func namesDoNotSteerTheTerminal() throws {
    let table = (0..<4).map { "q\u{1B}[31m\($0),a,\($0 % 2)" }.joined(separator: "\n")
    let run = try run([], "question,answer,correct\n" + table + "\nq,a,1\nq,b,0\n")
    #expect(run.exitCode == 0 && run.output.contains("q\u{FFFD}[31m0"), "\(run.output)")
    #expect(!(run.output + run.errors).contains("\u{1B}"))
  }

  /// What several filters of a harness took from the same samples.
  @Test func filtersAreGroups() throws {
    let rows = (0..<6).flatMap { question in
      ["strict", "flexible"].map { filter in
        "{\"doc_id\": \(question), \"filter\": \"\(filter)\", \"exact_match\": 1.0}"
      }
    }
    let folder = try TemporaryFolder()
    try folder.write(rows.joined(separator: "\n") + "\n", "samples.jsonl")
    let run = try CommandRun(["coverage", "samples.jsonl"], in: folder.url)
    #expect(run.errors.contains("series = filter"), "\(run.errors)")
    #expect(run.output.contains("strict: 6 questions, 1 sample each"), "\(run.output)")
  }

  @Test func severalGroupsAreComparedInPairs() throws {
    let header = "model,question,answer,correct\n"
    let rows = (0..<40).flatMap { q in
      (0..<8).flatMap { s in
        [
          "good,\(q),\(s < 6 ? "a" : "b"),\(s < 6)",
          "poor,\(q),\(s < 2 ? "a" : "b"),\(s < 2)",
        ]
      }
    }
    let run = try run([], header + rows.joined(separator: "\n") + "\n")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("good against poor, majority vote, 40 questions in common"))
    #expect(run.output.contains("k = 1 to 8: good better"))
  }

  @Test func aFigureIsWrittenBesideTheReport() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.toy, "samples.csv")
    for axis in ["k", "tokens"] {
      let run = try CommandRun(
        ["votes", "samples.csv", "--svg", "\(axis).svg", "-o", "\(axis).txt", "--axis", axis],
        in: folder.url)
      #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.errors)")
      let svg = try String(
        contentsOf: folder.url.appendingPathComponent("\(axis).svg"), encoding: .utf8)
      #expect(svg.hasPrefix("<svg") && svg.contains("vote ceiling"))
    }
    let dollars = try CommandRun(
      ["votes", "samples.csv", "--svg", "d.svg", "--axis", "dollars"], in: folder.url)
    #expect(dollars.exitCode == 1 && dollars.problem.contains("--price-output"))
    #expect(!folder.names.contains("d.svg"))
  }

  @Test(arguments: [
    (["--k", "0"], "--k: \"0\" is not a whole number from 1 to 2^53"),
    (["--level", "1.5"], "--level is 1.5"), (["--window", "1"], "--window is 1"),
    (["--tolerance", "0"], "--tolerance is 0"),
    (["--price-output=-1"], "--price-output is -1"),
  ])
  func wrongUsageIsSaid(_ arguments: [String], _ message: String) throws {
    let run = try run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.problem.contains(message), "\(run.problem)")
  }

  @Test("an option that the table gives nothing to do is refused")
  func nothingToDo() throws {
    let window = try run(["--window", "50"])
    #expect(window.exitCode == 1)
    #expect(window.problem.contains("--window is 50, but no question has more than 4 samples"))
    let folder = try TemporaryFolder()
    try folder.write("question,correct,samples\na,1,4\nb,3,4\n", "counts.csv")
    let price = try CommandRun(["votes", "counts.csv", "--price-output", "4"], in: folder.url)
    #expect(price.exitCode == 1)
    #expect(price.problem.contains("--price-output needs the tokens of every question"))
  }

  @Test("a k that no question reaches is refused, and --draw with reaches it")
  func onlyTooManySamples() throws {
    let refused = try run(["--k", "100,200"])
    #expect(refused.exitCode == 1 && refused.output.isEmpty)
    #expect(
      refused.problem
        == "Error: --k begins at 100, but no question has more than 4 samples. Give a smaller one, or "
        + "--draw with.")
    let drawn = try run(["--k", "100", "--draw", "with"])
    #expect(drawn.exitCode == 0 && drawn.output.contains("\n  100 "), "\(drawn.errors)")
  }

  @Test("--k all shows every k")
  func everyRow() throws {
    let text =
      "question,answer,correct\n" + String(repeating: "a,x,1\n", count: 11)
      + String(repeating: "b,y,0\n", count: 11)
    #expect(try run(["--k", "all"], text).output.contains("\n   7  "))
    #expect(!(try run([], text).output.contains("\n   7  ")))
  }

  @Test("the footnote says how votes were drawn, and what follows ±")
  func methods() throws {
    let first = try run(["--ties", "first"]).output
    #expect(
      first.contains(
        "Majority: 400 random draws of each question, each in the order of the file, without "
          + "replacement; the tied answer that comes first in the file wins. ± is the standard "
          + "deviation of a question's tokens over questions and samples."))
    let scored = "question,answer,correct,reward\na,x,1,0.5\na,y,0,0.7\nb,x,1,0.2\nb,y,0,0.1\n"
    let weighted = try run([], scored).output
    #expect(weighted.contains("Weighted votes beyond k = 1: 400 random draws of each question"))
    let signed = try run([], scored.replacingOccurrences(of: ",0.", with: ",-0.")).output
    #expect(signed.contains("best by score") && !signed.contains("  weighted  "))
    #expect(signed.contains("! some scores are below 0"))
  }

  @Test("one question has no interval, and no empty brackets")
  func oneQuestion() throws {
    let output = try run([], "question,answer,correct\na,x,1\na,y,0\na,x,1\n").output
    #expect(output.hasPrefix("samples: 1 question, 3 samples\n"))
    #expect(output.contains("right on 100.0 % of the questions, 33.3 points more"))
    #expect(!output.contains("interval )"))
    #expect(output.contains("! there is one question: intervals are over questions"))
  }

  @Test(
    "a figure that is named like another kind of picture is refused", arguments: ["png", "PDF"])
  func otherPictures(_ ending: String) throws {
    let run = try run(["--svg", "figure.\(ending)"])
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(
      run.problem.contains(
        "--svg figure.\(ending): figures are written as SVG only. Name the file figure.svg"))
  }

  @Test("a window without the order of answers is refused")
  func windowOnCounts() throws {
    let run = try run(
      ["--window", "2"],
      "question,answer,count,correct\na,1,3,true\na,2,3,false\nb,1,2,true\nb,2,1,false\n")
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(
      run.problem
        == "Error: samples.csv: stopping at a window needs the answers of samples in their order, and "
        + "this table has only counts: leave --window out, or use a table with an answer per sample."
    )
  }

  @Test func anOrderThatIsNotKnownIsSaid() throws {
    let run = try run(
      ["--ties", "first"],
      "question,answer,count,correct\na,1,3,true\na,2,3,false\nb,1,2,true\nb,2,1,false\n")
    #expect(run.exitCode == 1)
    #expect(run.problem.contains("--ties split or none"), "\(run.problem)")
  }

  @Test func nothingRightIsReportedInEveryForm() throws {
    let rows = (0..<5).flatMap { q in (0..<4).map { "q\(q),a\(q)\($0),0" } }
    let text = "question,answer,correct\n" + rows.joined(separator: "\n") + "\n"
    let ceiling = try #require(try document([], text).groups.first?.voteCeiling)
    #expect(ceiling.estimate < 0.2)
    #expect(((ceiling.interval ?? ceiling.bounds)?.upper ?? 0) > 0.5)
    #expect(ceiling.unsettledQuestions.count == 5)
    let report = try run([], text).output
    #expect(!report.contains("nan"))
    #expect(report.contains("voting gains less than 1 point at any k"))
  }

  @Test func aNumberOfSamplesThatNoQuestionHasIsSaid() throws {
    let output = try run(["--k", "2,99"]).output
    #expect(output.contains("! undefined: no question has 99 samples, so nothing is known there."))
  }

  @Test func anAxisWithoutItsColumnNamesTheOption() throws {
    let folder = try TemporaryFolder()
    try folder.write("question,answer,correct\na,1,1\na,2,0\nb,1,0\nb,2,1\n", "samples.csv")
    let run = try CommandRun(
      ["votes", "samples.csv", "--svg", "t.svg", "--axis", "tokens"], in: folder.url)
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(
      run.problem.contains(
        "samples.csv: --axis tokens needs the tokens of every question of samples: name their column "
          + "with --tokens COLUMN or use --axis k."), "\(run.problem)")
  }

  @Test func countsAloneGivePassAtK() throws {
    let text = "question,samples,correct\na,10,3\nb,10,0\nc,10,10\n"
    let group = try #require(try document(["--k", "1,5,10,11"], text).groups.first)
    #expect(group.majority.isEmpty && group.voteCeiling == nil && group.plateau == nil)
    #expect(group.passAtK.map(\.k) == [1, 5, 10])
    #expect(abs(group.passAtK[1].accuracy - (1 - 21.0 / 252 + 1) / 3) < 1e-12)
  }

  @Test func theSameBytesWithAnyNumberOfThreads() throws {
    let one = try run(["--ties", "first", "--window", "2", "--format", "json", "--threads", "1"])
    let three = try run(["--ties", "first", "--window", "2", "--format", "json", "--threads", "3"])
    #expect(one.exitCode == 0 && one.output == three.output)
  }

  @Test func rowsAreWrittenAsCSV() throws {
    let lines = try run(["--format", "csv", "--k", "1,4"]).output.split(separator: "\n")
    let heading =
      "group,curve,k,accuracy,standard_error,lower,upper,sampling_error,simulation_error,method,"
      + "questions,tokens,dollars"
    #expect(lines[0] == heading)
    #expect(lines.count == 1 + 3 * 2)
    #expect(lines[2].contains(",majority,4,0.5,"))
  }
}
