import Foundation
import Testing

/// `scaling cost` on tables of budgets.
struct CostCommandTests {
  @Test("o1-mini keeps no small budget, and its tokens hardly follow what is asked for")
  func publishedBudgets() throws {
    let run = try CommandRun(
      ["cost", "data/o1-mini-aime2024.csv", "--where", "votes=1", "--where", "provenance=json"],
      in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "o1-mini-aime2024.csv: avg_tokens_used against token_limit, "), "\(run.output)")
    #expect(run.output.contains(" runs are inside what was asked for; used over asked is "))
    #expect(run.errors.contains("note: tokens asked for = token_limit (guessed from its name"))
  }

  @Test("prices make dollars of tokens and tokens of dollars")
  func prices() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "model,token_limit,tokens_used\na,1000,500\na,2000,3000\nb,1000,100\n", "runs.csv")
    try folder.write("model,output\na,10\n", "prices.csv")
    let run = try CommandRun(
      ["cost", "runs.csv", "--prices", "prices.csv", "--dollars", "0.5"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("a: 1 of 2 runs are inside what was asked for"), "\(run.output)")
    let row = try #require(run.output.split(separator: "\n").first { $0.contains("50,000") })
    let cells = row.split(separator: " ").map(String.init)
    #expect(cells == ["a", "10.0", "$0.010", "$0.020", "$0.0050", "$0.030", "50,000"])
    #expect(
      run.output.contains("! no-price: prices.csv has no price of written tokens for b"))
  }

  @Test("prices put the tokens asked for on a second axis, in dollars, where they are one price")
  func dollarAxis() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "model,token_limit,tokens_used\na,1000,500\na,100000,3000\nb,1000,100\n", "runs.csv")
    try folder.write("model,output\na,10\nb,10\n", "one.csv")
    try folder.write("model,output\na,10\nb,20\n", "two.csv")
    let texts = try ["one", "two"].map { name in
      let run = try CommandRun(
        ["cost", "runs.csv", "--prices", "\(name).csv", "--svg", "\(name).svg"], in: folder.url)
      #expect(run.exitCode == 0, "\(run.errors)")
      return DrawnText(
        try String(contentsOf: folder.url.appendingPathComponent("\(name).svg"), encoding: .utf8)
      ).texts.map(\.text)
    }
    #expect(texts[0].contains("$0.10"))
    #expect(texts[0].contains { $0.hasSuffix("at $10 per million") })
    #expect(!texts[1].contains { $0.contains("$") })
  }

  @Test("columns may be named as the options are; the average is said to be a geometric mean")
  func ownNames() throws {
    let folder = try TemporaryFolder()
    try folder.write("asked_from,asked,used\n600,1000,500\n100,2000,4000\n", "runs.csv")
    let run = try CommandRun(["cost", "runs.csv"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.output.contains("used over asked is 1.00, the geometric mean of the runs"),
      "\(run.output)")
    #expect(run.output.contains("used/asked (geometric mean)"))
    #expect(!run.output.contains("upper-limit"))
  }

  @Test("the table of runs and the document agree")
  func machineForms() throws {
    let folder = try TemporaryFolder()
    try folder.write("low,token_limit,tokens_used\n600,1000,500\n100,2000,1000\n", "runs.csv")
    let csv = try CommandRun(
      ["cost", "runs.csv", "--asked-from", "low", "--format", "csv"], in: folder.url)
    #expect(
      csv.output == """
        series,asked_from,asked,used,factor,inside,asked_dollars,used_dollars,line
        runs,600.0,1000.0,500.0,0.5,false,,,2
        runs,100.0,2000.0,1000.0,0.5,true,,,3

        """)
    let json = try CommandRun(
      ["cost", "runs.csv", "--asked-from", "low", "--format", "json"], in: folder.url)
    #expect(json.output.contains("\"schema\": \"scaling.cost/1\""))
    #expect(json.output.contains("\"share\": 0.5"))
  }

  @Test(
    "tokens of 0 and wrong options are refused",
    arguments: [
      ([], 1, "runs.csv, line 3, column \"tokens_used\": 0 tokens cannot be compared as a ratio."),
      (["--used", "spent"], 1, "there is no column \"spent\" (--used)."),
      (["--dollars", "1"], 64, "--dollars buy tokens at a price. Give --prices."),
      (["--level", "2"], 64, "--level is 2.0, but must lie between 0 and 1, such as 0.95."),
    ])
  func refusals(options: [String], code: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("token_limit,tokens_used\n1000,500\n1000,0\n", "runs.csv")
    let run = try CommandRun(["cost", "runs.csv"] + options, in: folder.url)
    #expect(run.exitCode == code)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
