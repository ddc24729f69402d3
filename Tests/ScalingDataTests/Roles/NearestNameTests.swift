import Testing

@testable import ScalingData

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("acuracy", "accuracy"), ("Accuracy", "accuracy"), ("tokens", "avg_tokens_used"),
    ("nproblems", "n_problems"), ("regim", "regime"),
  ])
  func aNearNameIsSuggested(name: String, expected: String) {
    let names = ["avg_tokens_used", "accuracy", "n_problems", "regime"]
    #expect(NearestName.suggestion(for: name, among: names) == expected)
  }

  @Test func aFarNameIsNot() {
    #expect(NearestName.suggestion(for: "temperature", among: ["accuracy", "tokens"]) == nil)
  }
}
