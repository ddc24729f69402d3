import ScalingReports
import Testing

/// Values of a report are found by their names, and one only is meant.
struct ValuePathTests {
  private static func coefficient(_ name: String, _ members: [String: JSONValue]) -> JSONValue {
    .object(members.merging(["name": .string(name)]) { $1 })
  }

  private static let report = JSONValue.object([
    "schema": .string("test/1"),
    "series": .array([
      .object([
        "name": .string("o1"), "observations": .integer(12_345),
        "fits": .array([
          .object([
            "model": .string("hinge"),
            "coefficients": .array([
              coefficient("slope", ["text": .string("+6.06 points (5 to 7)")]),
              coefficient(
                "ceiling",
                [
                  "estimate": .number(0.67891),
                  "interval": .object(["lower": .number(0.61), "upper": .number(0.7)]),
                ]),
            ]),
          ]),
          .object([
            "model": .string("linear"),
            "coefficients": .array([
              coefficient(
                "slope",
                [
                  "estimate": .number(2), "interval": .object(["upper": .number(3)]),
                ])
            ]),
          ]),
        ]),
      ])
    ]),
  ])

  @Test(
    "levels may be left out while one value is meant",
    arguments: [
      ("schema", "test/1"), ("observations", "12,345"), ("o1.observations", "12,345"),
      ("hinge.slope", "+6.06 points (5 to 7)"), ("ceiling", "0.679 (0.610 to 0.700)"),
      ("series.o1.fits.linear.slope", "2.00 (below 3.00, open)"),
      ("linear.slope.estimate", "2.00"),
    ])
  func found(_ path: String, _ text: String) throws {
    #expect(try ValuePath(path).text(in: Self.report) == text)
  }

  @Test(
    "a name that means nothing, two values or a part of the report is refused",
    arguments: [
      ("slope", "2 values of the report have this name"), ("nothing", "there is no nothing"),
      ("hinge.floor", "there is no floor"), ("hinge", "part of the report"), ("", "there is no "),
    ])
  func refused(_ path: String, _ reason: String) {
    let problem = #expect(throws: ValuePath.Problem.self) {
      try ValuePath(path).text(in: Self.report)
    }
    #expect(problem?.description.contains(reason) == true, "\(problem?.description ?? "")")
  }
}
