import Testing

@testable import ScalingData

@Suite struct RowConditionTests {
  @Test(arguments: [
    ("votes=1", RowCondition(column: "votes", .equal, "1")),
    ("votes == 1", RowCondition(column: "votes", .equal, "1")),
    ("model != o1 mini", RowCondition(column: "model", .notEqual, "o1 mini")),
    ("x<=5", RowCondition(column: "x", .lessOrEqual, "5")),
    ("x>5", RowCondition(column: "x", .greater, "5")),
    ("name=\"a=b\"", RowCondition(column: "name", .equal, "a=b")),
    ("note=", RowCondition(column: "note", .equal, "")),
  ])
  func conditionsAreReadFromOneString(text: String, expected: RowCondition) throws {
    #expect(try RowCondition(text) == expected)
  }

  @Test(arguments: [
    ("votes", "the condition \"votes\" has no comparison"),
    ("votes!1", "the condition \"votes!1\" has no comparison"),
    ("=1", "the condition \"=1\" names no column"),
    ("x<", "the condition \"x<\" compares with nothing"),
  ])
  func unclearConditionsAreRefused(text: String, problem: String) throws {
    let error = #expect(throws: DataError.self) { try RowCondition(text) }
    #expect(
      error?.description == problem
        + ". Write --where 'COLUMN=VALUE', or !=, <, <=, > or >= in place of =.")
  }

  private static let text = """
    tokens,accuracy,model,date,note
    1,0.1,a,2024-01-01,x
    2,0.2,a,2024-06-01,
    10,0.3,b,2025-01-01,NA
    """

  static let filters: [([String], [Double])] = [
    (["tokens=1.0"], [1]), (["tokens>=2"], [2, 10]), (["tokens<10", "model=a"], [1, 2]),
    (["model!=a"], [10]), (["date>2024-03-15"], [2, 10]), (["date<2025"], [1, 2]),
    (["note="], [2, 10]), (["note!="], [1]), (["model>a"], [10]), (["note=x"], [1]),
  ]

  @Test(arguments: filters)
  func rowsThatMeetEveryConditionAreKept(conditions: [String], expected: [Double]) throws {
    let table = try read(Self.text) { request in
      request.series = []
      for condition in conditions { request.conditions.append(try RowCondition(condition)) }
    }
    #expect(table.series[0].observations.map(\.x) == expected)
    #expect(table.notes.contains("\(expected.count) of 3 rows meet the conditions"))
  }

  @Test func noRowLeftIsAnError() throws {
    #expect(
      try message(Self.text) { $0.conditions = [try RowCondition("model=c")] }
        == "table.csv: none of the 3 rows meets 'model=c'. Look at the values with: scaling "
        + "inspect.")
  }

  @Test func anUnknownColumnNamesTheOption() throws {
    #expect(
      try message(Self.text) { $0.conditions = [try RowCondition("modle=c")] }
        == "table.csv: there is no column \"modle\" (--where). Did you mean \"model\"? The columns "
        + "are tokens, accuracy, model, date, note.")
  }
}
