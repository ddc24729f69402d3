internal import ScalingReports

/// One question of the demonstration, and the arguments of `scaling fit` that answer it.
struct Exhibit {
  /// A drawing of the exhibit.
  struct Drawing {
    var name: String
    var lens: FigureOptions.Lens
    var width: Double
  }

  var name: String
  var question: String
  var arguments: [String]
  var figures: [Drawing]

  private init(
    _ name: String, _ question: String, _ arguments: [String], figures: [Drawing]? = nil
  ) {
    self.name = name
    self.question = question
    self.arguments = arguments
    self.figures = figures ?? [Drawing(name: name, lens: .log, width: 760)]
  }

  static let all = [
    Exhibit(
      "o1-mini-15-points",
      "Does o1-mini's majority vote on AIME 2024 stop paying? (15 points)",
      [
        "o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--series", "none",
        "--source", "H. Zhang and C. Chen (2024); last four points read off a published figure",
      ],
      figures: [
        Drawing(name: "o1-mini-15-points", lens: .log, width: 760),
        Drawing(name: "o1-mini-15-points-phone", lens: .log, width: 360),
      ]),
    Exhibit(
      "o1-mini-11-points",
      "Are o1-mini's gains linear in thinking tokens, or in their logarithm? (11 exact points)",
      [
        "o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--series", "none",
        "--where", "provenance=json", "--source", "H. Zhang and C. Chen (2024)",
      ],
      figures: [
        Drawing(name: "o1-mini-11-points", lens: .log, width: 760),
        Drawing(name: "o1-mini-11-points-lens", lens: .both, width: 960),
      ]),
  ]
}
