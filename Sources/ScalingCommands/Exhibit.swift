internal import ScalingReports

/// One question of the demonstration, and the command with its arguments that answers it.
struct Exhibit {
  /// A drawing of the exhibit.
  struct Drawing {
    var name: String
    /// The axes, when not the ones of the arguments.
    var lens: FigureOptions.Lens?
    var width: Double
  }

  /// What answers a question.
  enum Command { case fit, ceiling }

  var name: String
  var question: String
  var command: Command
  var arguments: [String]
  var figures: [Drawing]

  private init(
    _ name: String, _ question: String, by command: Command = .fit, _ arguments: [String],
    figures: [Drawing]? = nil
  ) {
    self.name = name
    self.command = command
    self.question = question
    self.arguments = arguments
    self.figures = figures ?? [Drawing(name: name, lens: nil, width: 760)]
  }

  static let all = [
    Exhibit(
      "o1-mini-15-points",
      "Does o1-mini's majority vote on AIME 2024 stop paying? (15 points)",
      [
        "o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--series", "none",
        "--subtitle", "o1-mini: share of 30 AIME 2024 problems solved, by tokens used per problem",
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
        "--where", "provenance=json",
        "--subtitle", "o1-mini: share of 30 AIME 2024 problems solved, by tokens used per problem",
        "--source", "H. Zhang and C. Chen (2024)",
      ],
      figures: [
        Drawing(name: "o1-mini-11-points", lens: .log, width: 760),
        Drawing(name: "o1-mini-11-points-lens", lens: .both, width: 960),
      ]),
    Exhibit(
      "o1-mini-ceiling", "Do o1-mini's votes have a ceiling: how high, and from where?",
      by: .ceiling,
      [
        "o1-mini-aime2024.csv", "--x", "avg_tokens_used", "--series", "none",
        "--subtitle", "o1-mini: share of 30 AIME 2024 problems solved, by tokens used per problem",
        "--source", "H. Zhang and C. Chen (2024); last four points read off a published figure",
      ]),
    Exhibit(
      "deepseek-r1-votes",
      "How much do 64 votes add to one answer? (11 models on AIME 2024)",
      [
        "deepseek-r1-aime2024.csv", "--x", "aime2024_pass_at_1_percent", "--y",
        "aime2024_cons_at_64_percent", "--series", "none", "--model",
        "constant,linear,saturating-exponential,power-law", "--source",
        "DeepSeek-AI (2025), arXiv 2501.12948", "--x-title", "accuracy of one answer (percent)",
        "--y-title", "accuracy of 64 votes",
        "--subtitle", "11 models on AIME 2024: accuracy of 64 votes by accuracy of one answer",
      ]),
    Exhibit(
      "majority-vote-endpoints",
      "Does voting help weak models more than strong ones? (LLaMA and Minerva)",
      [
        "majority-vote-endpoints.csv", "--x", "pass_at_1_percent", "--y", "maj_at_k_percent",
        "--series", "benchmark", "--where", "source=Touvron et al. 2023 table 7", "--lens",
        "linear", "--model", "constant,linear,power-law", "--x-title",
        "accuracy of one answer (percent)", "--y-title", "majority vote", "--source",
        "Touvron et al. (2023), arXiv 2302.13971, table 7",
      ]),
    Exhibit(
      "llama-parameters",
      "What does a doubling of parameters buy LLaMA? (4 sizes: a slope, no test of the shape)",
      [
        "majority-vote-endpoints.csv", "--x", "params_billions", "--y", "pass_at_1_percent",
        "--series", "benchmark", "--where", "model=LLaMA", "--model", "log-linear",
        "--x-title", "parameters (billions)", "--y-title", "accuracy of one answer", "--source",
        "Touvron et al. (2023), arXiv 2302.13971, table 7",
      ]),
  ]
}
