import Testing

@testable import ScalingData

/// Leaderboards read as records.
struct RecordTableTests {
  private static func table(
    _ text: String, change: (inout RecordTableRequest) throws -> Void = { _ in }
  ) throws -> RecordTable {
    let file = try TemporaryTable(text)
    var request = RecordTableRequest(file.location)
    try change(&request)
    return try withExtendedLifetime(file) { try RecordTable(reading: request) }
  }

  @Test("roles are guessed, costs may be empty, rows without a score are left out")
  func guesses() throws {
    let table = try Self.table(
      """
      model,dataset,cost_usd,score,stderr,questions
      m-low,v1,$0.10,40%,5,100
      m-high,v1,,60%,5,100
      n,v1,2,,5,100
      """)
    #expect(table.records.map(\.name) == ["m-low", "m-high"])
    #expect(table.records.map(\.cost) == [0.1, nil])
    #expect(table.records.map(\.score) == [0.4, 0.6])
    #expect(table.records.map(\.ladder) == ["m", "m"])
    #expect(table.records.map(\.identity) == [["v1"], ["v1"]])
    #expect(table.records.map(\.standardError) == [0.05, 0.05])
    #expect(table.records.map(\.items) == [100, 100])
    #expect(table.records[0].scoreStep == 0.01)
    #expect(table.x.quantity == .dollars)
    #expect(table.y.unit == .percent)
    #expect(table.notes.contains { $0.hasPrefix("series = model without an effort") })
  }

  @Test("an empty count of tokens is unknown, not zero; a kind without a column is not counted")
  func tokens() throws {
    let table = try Self.table(
      "model,score,input_tokens,output_tokens\na,0.8,10,\nb,0.7,10,0\n"
    ) { $0.needsTokens = true }
    #expect(table.records.map(\.tokens.isComplete) == [false, true])
    #expect(table.records.map(\.tokens.cached) == [nil, nil])
  }

  @Test("a negative count of tokens is refused with its line")
  func negativeTokens() throws {
    let error = #expect(throws: DataError.self) {
      try Self.table("model,score,input_tokens\na,0.8,10\nb,0.9,-5\n") { $0.needsTokens = true }
    }
    #expect(error?.place.line == 3)
    #expect(error?.place.column == "input_tokens")
    #expect(error?.problem == "the number of tokens is -5, but it cannot be negative")
  }

  @Test("records without a name are told")
  func unnamed() throws {
    let table = try Self.table("model,score,cost\na,0.8,1\n,0.9,2\n")
    #expect(table.records.map(\.name) == ["a", "line 3"])
    #expect(table.notes.contains("1 record has no name and is called line 3"))
  }

  @Test("scores that may be fractions and percents mixed are doubted")
  func mixedUnits() throws {
    let table = try Self.table("model,score,cost\na,0.5,1\nb,1.2,2\nc,0.7,3\n")
    #expect(
      table.y.doubt
        == "2 of 3 values are at most 1, so fractions and percents may be mixed")
    #expect(try Self.table("model,score,cost\na,50,1\nb,70,2\n").y.doubt == nil)
  }

  @Test("a column of efforts makes names and ladders")
  func efforts() throws {
    let table = try Self.table("model,effort,cost,score\no3,low,1,0.4\no3,high,2,0.6\n")
    #expect(table.records.map(\.name) == ["o3 low", "o3 high"])
    #expect(table.records.map(\.ladder) == ["o3", "o3"])
    #expect(table.roles.ladders.map(\.column) == ["model"])
  }

  @Test("named columns win over guesses; ladders can be columns or none")
  func named() throws {
    let text = "model,family,cost,score,agent\nm-low,f,1,0.4,x\nm-high,f,2,0.6,y\n"
    let one = try Self.table(text) {
      $0.names = ["agent", "model"]
      $0.ladders = .columns(["family"])
      $0.identity = []
      $0.items = .number(50)
    }
    #expect(one.records.map(\.name) == ["x m-low", "y m-high"])
    #expect(one.records.map(\.ladder) == ["f", "f"])
    #expect(one.records.map(\.items) == [50, 50])
    let none = try Self.table(text) { $0.ladders = .none }
    #expect(none.records.map(\.ladder) == [nil, nil])
  }

  @Test(
    "wrong cells are refused with their place",
    arguments: [
      ("model,cost,score,items\na,1,0.5,0\n", "line 2, column \"items\": the number of items is 0"),
      ("model,cost,score,stderr\na,1,0.5,-1\n", "line 2, column \"stderr\": the standard error"),
      (
        "model,cost,score\na,1,0.5\nb,cheap,0.5\nc,2,0.6\n",
        "line 3, column \"cost\": \"cheap\" is not a number"
      ),
      ("model,cost,score\na,1,180\n", "line 2, column \"score\": 180 is not an accuracy"),
      ("model,cost\na,1\n", "no column has a well-known name for the score"),
      ("cost,score\n1,0.5\n", "no column has a well-known name for the record"),
    ])
  func refusals(text: String, message: String) {
    let error = #expect(throws: DataError.self) { try Self.table(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
