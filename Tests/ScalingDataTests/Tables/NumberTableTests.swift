import Foundation
import Testing

@testable import ScalingData

/// Several numeric columns at once.
struct NumberTableTests {
  static func table(
    _ text: String, _ columns: [NumberTableRequest.Column], where conditions: [String] = []
  ) throws -> NumberTable {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("numbers-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try NumberTable(
      reading: NumberTableRequest(
        input: .file(file.path), columns: columns,
        conditions: try conditions.map { try RowCondition($0) }))
  }

  static func column(
    _ name: String?, _ known: [String] = [], isOptional: Bool = false, standsInFor: Int? = nil
  ) -> NumberTableRequest.Column {
    .init(
      option: "--c", meaning: "numbers", name: name, wellKnownNames: known, isOptional: isOptional,
      standsInFor: standsInFor)
  }

  @Test("named and guessed columns; rows with an empty cell are left out and counted")
  func reading() throws {
    let table = try Self.table(
      "N,D,loss,kind\n1,2,3,a\n4,,6,a\n7,8,9,b\n",
      [Self.column("loss"), Self.column(nil, ["N"]), Self.column(nil, ["D"])])
    #expect(table.values == [[3, 9], [1, 7], [2, 8]])
    #expect(table.lines == [2, 4])
    #expect(table.input.rows == 3)
    #expect(table.notes.contains { $0.hasPrefix("1 row with an empty cell") })
  }

  @Test("accuracies have one unit for the whole column, whatever its name")
  func accuracies() throws {
    let column = NumberTableRequest.Column(
      option: "--y", meaning: "accuracy", name: "solved", wellKnownNames: [], content: .amount)
    let read = { (text: String, unit: ValueUnitChoice) in
      let file = try TemporaryTable(text)
      return try withExtendedLifetime(file) {
        try NumberTable(
          reading: NumberTableRequest(
            input: file.location, columns: [column], needsTexts: true)
        ).accuracies(in: 0, unit: unit)
      }
    }
    let mixed = try read("solved\n0.2\n0.5\n1.2\n", .automatic)
    #expect(mixed.values == [0.002, 0.005, 0.012])
    #expect(mixed.description.doubt?.hasPrefix("2 of 3 values are at most 1") == true)
    #expect(try read("solved\n20%\n50%\n", .automatic).values == [0.2, 0.5])
    #expect(try read("solved\n0.2\n0.5\n", .percent).values == [0.002, 0.005])
    let error = #expect(throws: DataError.self) {
      _ = try read("solved\n0.2\n1.2\n", .fraction)
    }
    #expect(error?.place.line == 3)
    #expect(error?.nextStep == "Correct the value, or leave the row out with --where.")
  }

  @Test("a column that is meant although its cells look like text is read, and its cell is named")
  func textColumn() throws {
    var column = Self.column(nil, ["price"], isOptional: true)
    #expect(
      try Self.table("model,price\na,b\n", [column, Self.column(nil, ["model"], isOptional: true)])
        .columns == [nil, nil])
    column.takesText = true
    let error = #expect(throws: DataError.self) {
      _ = try Self.table("model,price\na,1\nb,abc\n", [column])
    }
    #expect(error?.place.line == 3)
  }

  @Test("optional columns and stand-ins")
  func standIns() throws {
    let request = [
      Self.column(nil, ["tokens"]), Self.column(nil, ["flops"], standsInFor: 0),
      Self.column(nil, ["other"], isOptional: true),
    ]
    let one = try Self.table("flops\n5\n", request)
    #expect(one.values == [[], [5], []])
    let two = try Self.table("flops,tokens\n5,6\n", request)
    #expect(two.values == [[6], [], []])
    #expect(throws: DataError.self) { try Self.table("x\n5\n", request) }
  }

  @Test("columns of names take any cell, in the places of the request")
  func names() throws {
    let request = [
      Self.column(nil, ["missing"], isOptional: true),
      NumberTableRequest.Column(
        option: "--c", meaning: "names", name: "kind", wellKnownNames: [], content: .label),
      Self.column("x"),
    ]
    let table = try Self.table("x,kind\n1,a\n2,7\n3,\n", request)
    #expect(table.texts == [[], ["a", "7"], ["1", "2"]])
    #expect(table.values[2] == [1, 2])
    #expect(table.notes.contains { $0.hasPrefix("1 row with an empty cell") })
  }

  @Test("cells that are no numbers are refused with their place")
  func refusals() {
    for cell in ["n/k", "\"1,000\"", "inf", "12%"] {
      let error = #expect(throws: DataError.self) {
        try Self.table("N\n1\n\(cell)\n", [Self.column("N")])
      }
      #expect(error?.place.line == 3)
      #expect(error?.place.column == "N")
    }
    #expect(throws: DataError.self) { try Self.table("N\n1\n", [Self.column("N")], where: ["N>5"]) }
  }
}
