import Testing

@testable import ScalingAnalysis

@Suite struct PairRequestTests {
  static let series = ["gpt-4o", "o1-mini", "gpt", "4o-o1-mini", "a/b"]

  static let readable: [(String, PairQuantity.Kind, String, String)] = [
    ("slope-ratio:gpt-4o/o1-mini", PairQuantity.Kind.slopeRatio, "gpt-4o", "o1-mini"),
    ("ratio@b: gpt / a/b", .ratio(coefficient: "b"), "gpt", "a/b"),
    ("difference@1e6:gpt-4o-gpt", .difference(at: 1e6), "gpt-4o", "gpt"),
    ("difference:gpt-gpt-4o", .difference(at: nil), "gpt", "gpt-4o"),
    ("crossing:gpt,o1-mini", .crossing(within: nil), "gpt", "o1-mini"),
    ("crossing@1e3..1e9:gpt,a/b", .crossing(within: 1e3...1e9), "gpt", "a/b"),
  ]

  @Test(arguments: readable)
  func `a comparison is read with names that hold its separator`(
    _ text: String, _ kind: PairQuantity.Kind, _ first: String, _ second: String
  ) throws {
    let quantity = try PairRequest(text).quantity(among: Self.series)
    #expect(quantity == PairQuantity(kind, first: first, second: second))
    #expect(try PairRequest(quantity.description).quantity(among: Self.series) == quantity)
  }

  static let unreadable: [(String, String)] = [
    ("slope-ratio", "there is no such comparison"), ("slope:gpt/gpt-4o", "no such comparison"),
    ("difference@q:gpt-gpt-4o", "\"q\" is not a number"),
    ("crossing@5..3:gpt,a/b", "the first x must lie below the second"),
    ("crossing@5:gpt,a/b", "write it crossing@X1..X2:A,B"),
    ("crossing:gpt", "name two series with \",\" between them"),
    ("crossing:gpt,o1_mini", "there is no series \"o1_mini\"; did you mean \"o1-mini\"?"),
    ("crossing:claude,gpt", "there is no series \"claude\"; the series are gpt-4o"),
    ("crossing:gpt,gpt", "it compares \"gpt\" with itself"),
    ("difference:gpt-4o-o1-mini", "it can be read as"),
  ]

  @Test(arguments: unreadable)
  func `what cannot be read is named`(_ text: String, _ message: String) {
    do throws(FitError) {
      _ = try PairRequest(text).quantity(among: Self.series)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description.contains(message))
    }
  }
}
