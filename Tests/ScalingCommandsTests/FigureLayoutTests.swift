import Foundation
import Testing

/// The figures of every command at the widths of a phone, a post and a slide: no text meets
/// another, leaves the canvas, covers a point or is struck by a dashed line.
struct FigureLayoutTests {
  /// A command that draws, with its input when it needs one of its own.
  struct Drawing: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String]
    var input: @Sendable () -> String = { "" }

    var testDescription: String { name }
  }

  static let widths = ["320", "360", "760", "1200"]

  static let drawings: [Drawing] =
    [
      Drawing(name: "15 points", arguments: ["plot", o1mini, "--x", "avg_tokens_used"] + noSeries),
      Drawing(
        name: "both lenses",
        arguments: ["plot", o1mini, "--x", "avg_tokens_used", "--lens", "both"] + noSeries),
      Drawing(
        name: "series of a table",
        arguments: ["plot", o1mini, "--x", "avg_tokens_used", "--series", "provenance"]),
      Drawing(
        name: "ceiling", arguments: ["ceiling", o1mini, "--x", "avg_tokens_used"] + noSeries),
      Drawing(
        name: "one answer and 64 votes",
        arguments: [
          "plot", "deepseek-r1-aime2024.csv", "--x", "aime2024_pass_at_1_percent", "--y",
          "aime2024_cons_at_64_percent", "--model", "linear",
        ] + noSeries),
      Drawing(
        name: "benchmarks",
        arguments: [
          "plot", "majority-vote-endpoints.csv", "--x", "pass_at_1_percent", "--y",
          "maj_at_k_percent", "--series", "benchmark", "--model", "linear,power-law",
        ]),
      Drawing(name: "15 series", arguments: plotInput, input: { series(15, name: "model") }),
      Drawing(
        name: "long names", arguments: plotInput,
        input: { series(5, name: String(repeating: "a-long-name-", count: 40)) }),
      Drawing(
        name: "right to left", arguments: plotInput, input: { series(3, name: "نموذج لغوي") }),
      Drawing(name: "ceilings", arguments: ["ceiling", "-"], input: { series(4, name: "model") }),
      Drawing(name: "votes", arguments: ["votes", "-"], input: { samples(["m"]) }),
      Drawing(
        name: "votes of groups", arguments: ["votes", "-", "--series", "model"],
        input: { samples(["small-model-instruct", "large-model-instruct", "third"]) }),
      Drawing(
        name: "coverage",
        arguments: ["coverage", "-", "--series", "model", "--bootstrap", "0", "--at", "1000"],
        input: { samples(["small-model-instruct", "large-model-instruct", "third"]) }),
      Drawing(
        name: "law", arguments: ["law", "-", "--bootstrap", "0"], input: LawCommandTests.runs),
      Drawing(
        name: "trade-off of a law",
        arguments: [
          "tradeoff", "besiroglu-2024", "--budget", "5.88e23", "--demand", "1e12,1e14", "--pay",
          "1",
        ]),
      Drawing(
        name: "trade-off of measurements",
        arguments: [
          "tradeoff", "-", "--unit-flop", "1e12", "--demand", "1e6,1e8", "--target", "0.3",
        ],
        input: TradeoffCommandTests.measurements),
      Drawing(
        name: "plan",
        arguments: [
          "plan", o1mini, "--where", "provenance=json", "--shape", "logarithmic", "--against",
          "power-law", "--at", "363", "--repeats", "3", "--replicates", "40", "--simulations", "99",
        ]),
      Drawing(
        name: "facets",
        arguments: [
          "plot", "majority-vote-endpoints.csv", "--x", "pass_at_1_percent", "--y",
          "maj_at_k_percent", "--series", "benchmark,model", "--facet", "benchmark", "--model",
          "linear",
        ]),
      Drawing(
        name: "frontier",
        arguments: [
          "frontier", "arc-agi-ladders.csv", "--items", "100", "--draws", "200", "--rule",
          "human panel=0.98", "--cost-rule", "a person=17",
        ]),
      Drawing(name: "budgets", arguments: ["cost", o1mini, "--where", "votes=1"]),
      Drawing(name: "crowded frontier", arguments: ["frontier", "-"], input: leaderboard),
      Drawing(
        name: "profiles", arguments: ["law", "isoflop", "-", "--bootstrap", "0"], input: profiles),
    ]

  private static let o1mini = "o1-mini-aime2024.csv"
  private static let noSeries = ["--series", "none"]
  private static let plotInput = ["plot", "-", "--model", "log-linear,hinge"]

  @Test("nothing overlaps and nothing is cut", arguments: drawings, widths)
  func textIsFree(_ drawing: Drawing, width: String) throws {
    let folder = try TemporaryFolder()
    let svg = folder.url.appendingPathComponent("figure.svg").path
    let run = try CommandRun(
      drawing.arguments + ["--svg", svg, "--width", width],
      in: packageRoot.appendingPathComponent("data"), input: drawing.input())
    #expect(run.exitCode == 0, "\(run.errors)")
    let text = try String(contentsOfFile: svg, encoding: .utf8)
    if let kept = ProcessInfo.processInfo.environment["SCALING_KEEP_FIGURES"] {
      try text.write(
        toFile: "\(kept)/\(drawing.name)-\(width).svg", atomically: true, encoding: .utf8)
    }
    let drawn = DrawnText(text)
    #expect(drawn.texts.count > 5)
    #expect(drawn.issues == [])
  }

  @Test("the figures of the published claims are as clean", arguments: ["320", "760"])
  func claims(width: String) throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["check", "data/claims.yml", "--figures", folder.url.path, "--width", width], in: packageRoot)
    #expect([0, 2].contains(run.exitCode), "\(run.errors)")
    #expect(folder.names.count > 8)
    for name in folder.names {
      let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
      #expect(DrawnText(text).issues == [], "\(name)")
    }
  }

  @Test("the check sees a text over another, off the canvas and over a point")
  func checkSees() {
    let drawn = DrawnText(
      """
      <svg width="200" height="100"><style>.a{font-size:12px}.b{stroke-dasharray:4 4}</style>
      <g class="a"><text x="10" y="50">one text</text><text x="40" y="52">another</text>
      <text x="190" y="20">far out</text><text x="20" y="80">on a rule</text></g>
      <circle cx="15" cy="47" r="3"/><path class="b" d="M0 76h200"/></svg>
      """)
    #expect(
      drawn.issues == [
        "“one text” overlaps “another”", "“one text” covers a point", "“far out” leaves the canvas",
        "“on a rule” is struck by a dashed line",
      ])
  }

  /// Curves that rise with the logarithm of tokens, each a little higher than the one before.
  private static func series(_ count: Int, name: String) -> String {
    var text = "model,tokens,accuracy\n"
    for index in 0..<count {
      for step in 0..<8 {
        let y = 0.2 + 0.07 * Double(step) + 0.01 * Double(index % 9) + 0.004 * Double(step * 3 % 4)
        text += "\(name) \(index),\(256 << step),\(y)\n"
      }
    }
    return text
  }

  /// 24 questions with 16 answers each, some of them always, some never right.
  private static func samples(_ models: [String]) -> String {
    var text = "model,question,answer,correct\n"
    for (group, model) in models.enumerated() {
      for question in 0..<24 {
        for sample in 0..<16 {
          let isRight = (sample * 7 + question * 3 + group) % 23 >= question - 2 * group
          let answer = isRight ? "right" : "wrong\(sample % 3)"
          text += "\(model),q\(question),\(answer),\(isRight ? 1 : 0)\n"
        }
      }
    }
    return text
  }

  /// Sixty models with long names at three efforts each.
  @Sendable private static func leaderboard() -> String {
    var text = "model,cost_usd,accuracy\n"
    for model in 0..<60 {
      for (step, effort) in ["low", "medium", "high"].enumerated() {
        let cost = 0.002 * pow(1.15, Double(model)) * pow(2.5, Double(step))
        let score = min(0.99, 0.02 + 0.012 * Double(model) + 0.09 * Double((model * 7 + step) % 3))
        text += "provider-\(model)-a-long-model-name-2025-08-07-\(effort),\(cost),\(score)\n"
      }
    }
    return text
  }

  /// Nine profiles of equal compute with their minima on a power law.
  @Sendable private static func profiles() -> String {
    var text = "params_n,tokens_d,loss,compute\n"
    for budget in 0..<9 {
      let compute = 1e18 * pow(3, Double(budget))
      for step in -3...3 {
        let size = 0.1 * pow(compute, 0.5) * pow(1.6, Double(step))
        let tokens = compute / 6 / size
        let loss = 1.7 + 406 / pow(size, 0.34) + 410 / pow(tokens, 0.28)
        text += "\(size),\(tokens),\(loss),\(compute)\n"
      }
    }
    return text
  }
}
