import Testing

@testable import ScalingData

@Suite struct RoleResolutionTests {
  @Test(arguments: [
    ("avg_tokens_used,accuracy", "avg_tokens_used", "accuracy"),
    ("token_limit,votes,avg_tokens_used,accuracy", "avg_tokens_used", "accuracy"),
    ("token_limit,accuracy", "token_limit", "accuracy"),
    ("params_n,train_flops,tokens_d,loss", "train_flops", "loss"),
    ("params_n,tokens_d,unique_tokens_u,val_loss", "params_n", "val_loss"),
    ("FLOPs (1E21),Pass@1", "FLOPs (1E21)", "Pass@1"),
    ("C,N,D,loss", "C", "loss"),
    ("n,score,k", "k", "score"),
    ("train_set_size,test_cross_entropy", "train_set_size", "test_cross_entropy"),
    ("_step,gsm8k_accuracy", "_step", "gsm8k_accuracy"),
    ("y,x", "x", "y"),
  ])
  func axesAreGuessedFromWellKnownNames(header: String, x: String, y: String) throws {
    let cells = header.split(separator: ",").map { _ in "0.5" }.joined(separator: ",")
    let table = try read("\(header)\n\(cells)\n")
    #expect(table.roles.x == ColumnChoice(column: x, origin: .guessed))
    #expect(table.roles.y == ColumnChoice(column: y, origin: .guessed))
    #expect(
      table.notes.prefix(2) == [
        "x = \(x) (guessed from its name; choose another with --x)",
        "y = \(y) (guessed from its name; choose another with --y)",
      ])
  }

  @Test func seriesAreGuessedFromTextThatRepeats() throws {
    let table = try read(
      "model,benchmark,tokens,accuracy\na,p,1,0.1\na,q,1,0.2\nb,p,1,0.3\na,p,2,0.4\n")
    #expect(table.series.map(\.name) == ["a, p", "a, q", "b, p"])
    #expect(
      table.notes.contains(
        "series = model, benchmark (guessed from their names; choose others with --series)"))
  }

  @Test func effortTellsThePointsOfALadderApart() throws {
    let ladder = "model,effort,cost,score\na,low,1,0.1\na,high,2,0.2\nb,low,1,0.3\nb,high,2,0.4\n"
    let table = try read(ladder)
    #expect(table.series.map(\.name) == ["a", "b"])
    #expect(table.notes.contains { $0.hasPrefix("effort tells the points of a series apart") })
    let curves = try read(ladder + "a,low,3,0.3\na,high,3,0.4\n")
    #expect(curves.series.map(\.name) == ["a, low", "a, high", "b, low", "b, high"])
  }

  @Test func aNameOnEveryRowIsNoSeries() throws {
    let table = try read("model,release_date,score\na,2024-01-01,0.1\nb,2025-01-01,0.2\n")
    #expect(table.series.map(\.name) == ["table"])
    #expect(table.x.quantity == .date)
  }

  @Test func numbersInAModelColumnAreNoSeries() throws {
    let table = try read("model,tokens,accuracy\n1,1,0.1\n1,2,0.2\n2,1,0.3\n")
    #expect(table.series.count == 1)
  }

  @Test func itemsAreGuessedOrGiven() throws {
    let text = "tokens,accuracy,n_problems\n1,0.1,30\n2,0.2,\n"
    #expect(try read(text).series[0].observations.map(\.items) == [30, nil])
    let given = try read(text) { $0.items = .number(12) }
    #expect(given.series[0].observations.map(\.items) == [12, 12])
    #expect(given.roles.itemCount == 12)
  }

  @Test(arguments: [
    (
      "tokens,points\n1,2\n",
      "table.csv: no column has a well-known name for y, the measured values. Name one with --y. "
        + "The columns are tokens, points."
    ),
    (
      "effort,accuracy\n1,0.2\n",
      "table.csv: no column has a well-known name for x, the horizontal axis. Name one with --x. "
        + "The columns are effort, accuracy."
    ),
  ])
  func whatCannotBeGuessedIsAskedFor(text: String, expected: String) throws {
    #expect(try message(text) == expected)
  }

  @Test func anUnknownColumnSuggestsTheNearest() throws {
    #expect(
      try message("tokens,accuracy\n1,0.2\n") { $0.y = "acuracy" }
        == "table.csv: there is no column \"acuracy\" (--y). Did you mean \"accuracy\"? The columns "
        + "are tokens, accuracy.")
  }

  @Test func aNameThatOccursTwiceIsRefusedWhereItIsUsed() throws {
    #expect(
      try message("tokens,accuracy,accuracy\n1,0.2,0.3\n")
        == "table.csv, line 1: the name \"accuracy\" stands over columns 2 and 3. Rename one of "
        + "them.")
    #expect(try read("tokens,accuracy,note,note\n1,0.2,0,0\n").observationCount == 1)
  }

  static let titles: [(String, AxisQuantity, String)] = [
    ("avg_tokens_used", .tokens, "tokens used per question"), ("tokens", .tokens, "tokens"),
    ("cost", .dollars, "cost (US dollars)"),
    ("token_limit", .tokens, "token limit per question"),
    ("votes", .samples, "samples per question"),
    ("train_flops", .flop, "training compute (FLOP)"),
    ("FLOPs (1E21)", .flop, "training compute (1E21)"),
    ("cost_per_task_usd", .dollars, "cost per task (US dollars)"),
    ("Model Size (B)", .parameters, "parameters (B)"),
    ("tokens_d", .tokens, "training tokens"),
    ("my_cost", .dollars, "my cost"), ("effort", .other, "effort"),
  ]

  @Test(arguments: titles)
  func axesSayWhatTheyMeasure(name: String, quantity: AxisQuantity, title: String) throws {
    let table = try read("\(name),accuracy\n1,0.2\n") { $0.x = name }
    #expect(table.x == AxisDescription(column: name, title: title, quantity: quantity))
  }
}
