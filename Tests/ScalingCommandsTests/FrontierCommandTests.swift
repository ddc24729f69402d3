import Foundation
import Testing

/// `scaling frontier` on small leaderboards and on the published one.
struct FrontierCommandTests {
  private struct Document: Decodable {
    struct Record: Decodable {
      var name: String
      var cost: Double
      var score: Double
      var onFrontier: Bool
      var chance: Double?
      var line: Int
    }
    struct Ladder: Decodable {
      struct Interval: Decodable {
        var lower: Double
        var upper: Double
      }
      var name: String
      var records: [Int]
      var slopePerTenfold: Double?
      var rSquared: Double?
      var interval: Interval?
      var isShort: Bool
    }
    struct Conflict: Decodable {
      var name: String
      var records: [Int]
      var costsDiffer: Bool
      var scoresDiffer: Bool
    }
    var schema: String
    var records: [Record]
    var frontier: [Int]
    var ladders: [Ladder]
    var conflicts: [Conflict]
    var remarks: [String]
    var monteCarloError: Double?
  }

  private static func document(_ arguments: [String], in folder: URL? = nil) throws -> Document {
    let run = try CommandRun(
      ["frontier"] + arguments + ["--format", "json"], in: folder ?? packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try JSONDecoder().decode(Document.self, from: Data(run.output.utf8))
  }

  private static let board = """
    model,cost_usd,accuracy,questions
    a-low,1,0.40,100
    a-high,10,0.60,100
    b,5,0.30,100
    c,,0.99,100
    d,0,0.80,100
    """

  @Test("the text names the frontier, targets, what is left out, and the chances")
  func text() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.board, "board.csv")
    let run = try CommandRun(
      [
        "frontier", "board.csv", "--target", "0.5", "--rule", "human panel=0.98", "--budget", "2",
        "--draws", "400",
      ], in: folder.url)
    #expect(run.exitCode == 0)
    let expected = [
      "board.csv: accuracy against cost_usd\n",
      "2 of 3 records are on the frontier, from a-low (40.0 % at $1.00) to a-high (60.0 % at $10.00).",
      "50.0 %: $10.00 by a-high (60.0 %), whose true score reaches it with a chance of ",
      "on a line between its neighbours on the frontier $3.16, where nothing was measured",
      "human panel, 98.0 %: not reached by any record; the best is a-high (60.0 % at $10.00)",
      "$2.00: at best a-low (40.0 % at $1.00)",
      "1 more ladder has 2 records, which give a slope but no interval.",
      "! unknown-cost: 1 record without a cost left out: c\n",
      "! no-cost: 1 record with a cost of 0 or less left out, which no axis of ratios holds: d (line 6)",
      "! simulated: chances are good to ±2.5 points (standard error of 400 draws)",
    ]
    for line in expected { #expect(run.output.contains(line), "\(line)\n\(run.output)") }
    #expect(run.errors.contains("note: cost = cost_usd (guessed from its name"))
  }

  @Test("without questions scores are exact and no chance is given")
  func exact() throws {
    let document = try Self.document(["data/arc-agi-ladders.csv"])
    #expect(document.schema == "scaling.frontier/1")
    #expect(document.records.allSatisfy { $0.chance == nil })
    #expect(document.monteCarloError == nil)
    #expect(document.frontier.map { document.records[$0].name }.first == "o3-mini low")
    #expect(document.remarks.contains { $0.hasPrefix("exact-scores: ") })
    #expect(document.ladders.map(\.name) == ["o3-mini", "o3"])
    #expect(document.ladders.allSatisfy { $0.isShort })
  }

  @Test("prices make costs of tokens, and models without one are named")
  func prices() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "model,output_tokens,input_tokens,score\na,1000000,2000000,0.5\nb,1000,0,0.4\nzz,10,10,0.3\n",
      "tokens.csv")
    try folder.write(
      "model,input,output,date,source\nA,1,10,2025-01-31,price page\nb,2,20,,\n", "prices.csv")
    let run = try CommandRun(
      ["frontier", "tokens.csv", "--prices", "prices.csv"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("b (40.0 % at $0.020) to a (50.0 % at $12.00)"), "\(run.output)")
    #expect(
      run.output.contains(
        "A: input $1.00, output $10.0 per million tokens (2025-01-31, price page)"))
    #expect(run.output.contains("! no-price: prices.csv has no price for zz: their records"))
  }

  @Test(
    "prices that cannot be used are refused",
    arguments: [
      ("model,input\na,-1\n", "prices.csv, line 2, column \"input\": a price cannot be below 0."),
      ("model,output\na,1\nA,2\n", "prices.csv, line 3: A has a price on line 2 already."),
      ("model,rate\na,1\n", "prices.csv: no column holds dollars per million tokens."),
      (
        "model,output\na,1\nb,abc\n",
        "prices.csv, line 3, column \"output\": \"abc\" is not a number"
      ),
      (
        "model,output\nq,1\n",
        "tokens.csv: no record can be priced: prices.csv has no price for a. Name the models as"
      ),
      (
        "model,input\na,1\n",
        "tokens.csv: no record can be priced: the tokens of 1 are unknown, 0, or of a kind without"
      ),
    ])
  func wrongPrices(prices: String, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("model,output_tokens,score\na,1000000,0.5\n", "tokens.csv")
    try folder.write(prices, "prices.csv")
    let run = try CommandRun(
      ["frontier", "tokens.csv", "--prices", "prices.csv"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.problem.contains(message), "\(run.errors)")
  }

  @Test("an empty count of tokens is an unknown cost, and a negative one an error")
  func emptyTokens() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "model,score,input_tokens,output_tokens\na,0.8,1000000,\nb,0.7,1000000,100000\n", "empty.csv")
    try folder.write("model,score,input_tokens\na,0.8,10\nb,0.9,-500000\n", "negative.csv")
    try folder.write("model,input,output\na,1,10\nb,2,20\n", "prices.csv")
    let empty = try CommandRun(["frontier", "empty.csv", "--prices", "prices.csv"], in: folder.url)
    #expect(empty.output.contains("The only record is on the frontier: b (70.0 % at $4.00)"))
    #expect(empty.output.contains("! no-tokens: 1 record left out, whose tokens are unknown"))
    let negative = try CommandRun(
      ["frontier", "negative.csv", "--prices", "prices.csv"], in: folder.url)
    #expect(negative.exitCode == 1)
    #expect(
      negative.problem.contains(
        "negative.csv, line 3, column \"input_tokens\": the number of tokens is -500000, but"),
      "\(negative.errors)")
  }

  @Test("remarks on contested ladders, on ladders without scatter, and on mixed units")
  func ladderRemarks() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      model,score,cost
      o3-low,0.757,20
      o3-low,0.757,200
      o3-high,0.875,3474
      m-low,0.0,0.1
      m-medium,0.0,0.2
      m-high,0.0,0.5
      x,1.2,100
      """, "board.csv")
    let run = try CommandRun(["frontier", "board.csv", "--items", "120"], in: folder.url)
    let expected = [
      "! mixed-units: score is read in percent, but 6 of 7 values are at most 1, so fractions and",
      "! contested: records that contradict each other are on no ladder, since it is not known "
        + "which of them is its rung: o3-low\n",
      "! no-scatter: all records lie exactly on the line of m: how far they scatter is not known",
      "  none: no scatter",
    ]
    for line in expected { #expect(run.output.contains(line), "\(line)\n\(run.output)") }
    #expect(!run.output.contains("o3  "))
  }

  @Test("prices without a column of tokens are refused")
  func noTokens() throws {
    let folder = try TemporaryFolder()
    try folder.write("model,score\na,0.5\n", "board.csv")
    try folder.write("model,output\na,3\n", "prices.csv")
    let run = try CommandRun(
      ["frontier", "board.csv", "--prices", "prices.csv"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.problem.contains("board.csv: no column counts the tokens that prices are for."))
  }

  @Test(
    "wrong options are refused",
    arguments: [
      (["--rule", "0.98"], "--rule: \"0.98\" is not of the form NAME=NUMBER."),
      (
        ["--cost-rule", "a=0"], "--cost-rule: \"a=0\" is not of the form NAME=NUMBER with a number"
      ),
      (["--draws", "5"], "--draws is 5, but must lie in 100...10000000."),
      (["--input-tokens", "t"], "--input-tokens is used with --prices only."),
      (
        ["--prices", "p.csv", "--x", "cost"], "--prices makes the costs from tokens. Leave out --x."
      ),
      (["--items", "0"], "--items must be a positive number or a column."),
    ])
  func wrongOptions(options: [String], message: String) throws {
    let run = try CommandRun(["frontier", "data/arc-agi-ladders.csv"] + options, in: packageRoot)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("a target in percent is refused")
  func percentTarget() throws {
    let run = try CommandRun(
      ["frontier", "data/arc-agi-ladders.csv", "--target", "75"], in: packageRoot)
    #expect(run.exitCode == 1)
    #expect(run.problem.contains("--target or --rule: 75.0 is no accuracy. Write a fraction"))
  }

  @Test("two runs write the same bytes, with any number of threads", arguments: ["json", "csv"])
  func sameBytes(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.board, "board.csv")
    let runs = try ["1", "2"].map {
      try CommandRun(
        ["frontier", "board.csv", "--draws", "300", "--format", format, "--threads", $0],
        in: folder.url
      ).output
    }
    #expect(runs[0].contains("a-high"))
    #expect(runs[0] == runs[1])
  }
}

/// The public leaderboard of ARC-AGI; skipped where the reference folder is missing.
extension FrontierCommandTests {
  private static func arc(_ arguments: [String], adding rows: String = "") throws -> Document {
    let file = try #require(ReferenceTests.folder)
      .appendingPathComponent("arc-agi-leaderboard/evaluations.csv")
    let folder = try TemporaryFolder()
    try folder.write(try String(contentsOf: file, encoding: .utf8) + rows, "evaluations.csv")
    return try withExtendedLifetime(folder) {
      try document(
        ["evaluations.csv", "--where", "dataset_id=v1_Semi_Private"] + arguments, in: folder.url)
    }
  }

  @Test(
    "the 17 points of ARC-AGI's frontier",
    .enabled(if: ReferenceTests.folder != nil, ReferenceTests.isMissing))
  func publishedFrontier() throws {
    let document = try Self.arc([
      "--where", "snapshot=2026-06-04", "--where", "model_type=CoT", "--where", "display=1",
      "--items", "100", "--draws", "200",
    ])
    #expect(document.records.count == 121)
    let members = document.frontier.map { document.records[$0] }
    #expect(members.count == 17)
    #expect(members.first?.name == "gpt-5-nano-2025-08-07-minimal")
    #expect(members.first?.cost == 0.0015)
    #expect(members.last?.name == "gemini-3-1-pro-preview")
    #expect(members.last?.score == 0.98)
    // The cheapest record is on every frontier.
    #expect(members.first?.chance == 1)
    #expect(members.dropFirst().allSatisfy { (0.2...1).contains($0.chance ?? -1) })
  }

  @Test(
    "ladders of the semi-private set, joined by their names",
    .enabled(if: ReferenceTests.folder != nil, ReferenceTests.isMissing))
  func publishedLadders() throws {
    let document = try Self.arc(["--where", "snapshot=2026-06-04"])
    for ladder in ReferenceTests.ladders where ladder.dataset == "v1_Semi_Private" {
      let found = try #require(document.ladders.first { $0.name == ladder.group })
      let slope = try #require(found.slopePerTenfold)
      let rSquared = try #require(found.rSquared)
      #expect(abs(slope - ladder.slope) < 1e-3)
      #expect(abs(rSquared - ladder.r2) < 1e-3)
      #expect(found.isShort == (found.records.count == 3))
    }
    let o3 = try #require(document.ladders.first { $0.name == "o3-2025-04-16" })
    // With 3 records even a slope of 0 is not ruled out.
    #expect(try #require(o3.interval).lower < 0)
    #expect(document.remarks.contains { $0.hasPrefix("few-points: ") })
  }

  @Test(
    "o3-preview at $20 in the article and at $200 on the leaderboard is reported",
    .enabled(if: ReferenceTests.folder != nil, ReferenceTests.isMissing))
  func conflict() throws {
    let article = "2024-12-20,v1_Semi_Private,o3-preview-low,,,,,2024-12-20,0.757,20,1\n"
    let document = try Self.arc([], adding: article)
    let conflict = try #require(document.conflicts.first { $0.name == "o3-preview-low" })
    #expect(conflict.costsDiffer)
    #expect(!conflict.scoresDiffer)
    #expect(conflict.records.map { document.records[$0].cost } == [200, 20])
  }
}
