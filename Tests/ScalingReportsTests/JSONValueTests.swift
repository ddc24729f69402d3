import Testing

@testable import ScalingReports

struct JSONValueTests {
  @Test("keys are sorted, missing values absent, text escaped")
  func document() {
    let value = JSONValue.members([
      "b": .finite(1.5), "a": .string("say \"hi\"\n\u{01}é"), "none": .finite(.nan),
      "list": .array([.integer(1), .boolean(true)]),
    ])
    #expect(
      value.text == """
        {
          "a": "say \\"hi\\"\\n\\u0001é",
          "b": 1.5,
          "list": [1, true]
        }

        """)
  }

  @Test(
    "numbers are the shortest text that reads back the same",
    arguments: [0.1, 1.0 / 3, 1e-9, 1e22, -2.5, 1.7976931348623157e308])
  func numbers(_ number: Double) throws {
    let text = JSONValue.number(number).text
    #expect(Double(text.dropLast()) == number)
  }
}
