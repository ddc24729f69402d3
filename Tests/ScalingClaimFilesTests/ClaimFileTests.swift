import ScalingClaims
import ScalingData
import Testing

@testable import ScalingClaimFiles

/// What a file of claims may hold, and what is said where it cannot be read.
struct ClaimFileTests {
  private static func error(_ text: String) throws -> String {
    let file = try ClaimFile(text, name: "c.yml", folder: "")
    guard case .failure(let error) = try #require(file.entries.first).claim else { return "" }
    return error.description
  }

  struct Mistake: Sendable {
    var text: String
    var message: String

    init(head: String = "claims:\n  - id: a\n    data: t.csv\n", _ text: String, _ message: String)
    {
      self.text = head + text
      self.message = message
    }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "    shap: linear\n",
      "c.yml, line 4, column 5: there is no key \"shap\" here; did you mean shape? The keys are "
        + "id, quote, claim, source, link, data, shape, size, comparison, arithmetic"
    ),
    Mistake(
      "    shape: loglinear\n",
      "c.yml, line 4, column 12: there is no shape \"loglinear\"; did you mean linear? Choose "
        + "from linear, proportional, logarithmic, power-law, saturating, accelerating, "
        + "diminishing, plateau, no-plateau"
    ),
    Mistake(
      "",
      "c.yml, line 2, column 5: it claims nothing; say what with one of shape, size, comparison, "
        + "arithmetic"
    ),
    Mistake(
      "    shape: linear\n    size: {quantity: slope, is: 1}\n",
      "c.yml, line 2, column 5: it claims shape and size; write one claim for each"
    ),
    Mistake(
      head: "", "claims:\n  - shape: linear\n",
      "c.yml, line 2, column 5: a claim on a shape needs data: {file: ...}"
    ),
    Mistake(
      "    shape: {is: linear, after: 4}\n",
      "c.yml, line 4, column 32: after goes with plateau and no-plateau only"
    ),
    Mistake(
      "    shape: {is: plateau, after: -5}\n",
      "c.yml, line 4, column 33: after is an x on a logarithmic axis and must be above zero"
    ),
    Mistake(
      "    size: {quantity: slope, is: 1, at-least: 2}\n",
      "c.yml, line 4, column 11: say what is claimed with one of is, at-least and at-most"
    ),
    Mistake(
      "    size: {quantity: slope, is: much}\n",
      "c.yml, line 4, column 33: \"much\" is not a figure; write a number and its unit, such as "
        + "172, $6,677, $1.15M or 5.7e9 tokens"
    ),
    Mistake(
      head: "", "claims:\n  - arithmetic: {figures: {a: 1}, formula: a * bb, equals: 2}\n",
      "c.yml, line 2, column 44: no figure is called bb; give it under figures:, where there are a"
    ),
  ]

  @Test("one clear message for each mistake", arguments: mistakes)
  func messages(mistake: Mistake) throws {
    #expect(try Self.error(mistake.text) == mistake.message)
  }

  @Test("text that is no YAML is refused with line and column")
  func syntax() throws {
    let error = try #require(throws: ClaimError.self) {
      try ClaimFile("claims:\n  - id: [a\n", name: "c.yml", folder: "")
    }
    #expect(
      error.description
        == "c.yml, line 3, column 1: no YAML: did not find expected ',' or ']'")
  }

  @Test("one bad claim leaves the others")
  func others() throws {
    let file = try ClaimFile(
      "claims:\n  - {id: a, shape: what, data: t.csv}\n  - {id: b, shape: linear, data: t.csv}\n"
        + "  - {id: b, shape: linear, data: t.csv}\n",
      name: "c.yml", folder: "data/")
    #expect(file.entries.map(\.id) == ["a", "b", "b"])
    guard case .success(let claim) = file.entries[1].claim else {
      Issue.record("the second claim is good")
      return
    }
    #expect(claim.data?.inputs == [.file("data/t.csv")])
    guard case .failure(let error) = file.entries[2].claim else {
      Issue.record("the third has the id of the second")
      return
    }
    #expect(error.description == "c.yml, line 4, column 5: the id \"b\" is used twice")
  }
}
