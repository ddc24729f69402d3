import Foundation
import Testing

/// `scaling tradeoff` on laws and on measurements.
struct TradeoffCommandTests {
  static func run(_ arguments: [String], _ text: String = "") throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(text, "runs.csv")
    return try CommandRun(["tradeoff"] + arguments, in: folder.url)
  }

  /// Ten models at five numbers of samples each, a little off an additive surface; the last model
  /// is worse than the one before.
  @Sendable static func measurements() -> String {
    var text = "benchmark,model,train_flops,k,accuracy,n_problems\n"
    var wobble = 0.0
    for model in 0..<10 {
      wobble = (wobble + 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
      let order = 0.4 * Double(model)
      let shift = 0.3 * (wobble - 0.5) - (model == 9 ? 1.5 : 0)
      for step in 0..<5 {
        let odds = -3 + 0.7 * order + 1.4 * 0.6 * Double(step) + shift
        let accuracy = 1 / (1 + exp(-odds))
        text +=
          "math,m\(model),\(pow(10, 19 + order)),\(pow(10, 0.6 * Double(step))),\(accuracy),500\n"
      }
    }
    return text
  }

  @Test("the text of a published law")
  func lawText() throws {
    let run = try Self.run(["besiroglu-2024"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(
      run.output == """
        besiroglu-2024 (Besiroglu et al. 2024): L = E + A/N^alpha + B/D^beta; training 6ND, inference 2N a token

        Against the compute-optimal model, 0.675 orders of magnitude of inference can be saved for 0.993 of training before a further order costs more than 6. No training saves more than 0.834 orders of magnitude of inference.

          asked                    inference saved  training paid  next order costs  years at 4x a year
          up to a rate of 6        0.675            0.993          6.00              1.6
          saving 0.3 of inference  0.300            0.099          0.780             0.2
          saving 0.5 of inference  0.500            0.366          2.10              0.6
          saving 0.8 of inference  0.800            2.629          33.1              4.4
          saving 1 of inference    1.000            impossible

          ! impossible: saving 1 of inference: no training reaches the loss with so few parameters
          ! no-intervals: the coefficients are taken as exact; fit a law to runs (FILE --law) for intervals

        """)
  }

  @Test("the figure of a life shows capital and operation of the best model, in dollars")
  func lifeFigure() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("life.svg").path
    let run = try Self.run([
      "besiroglu-2024", "--budget", "5.88e23", "--demand", "1e12,1e14", "--flop-price",
      "2e-18,5e-18", "--svg", file,
    ])
    #expect(run.exitCode == 0, "\(run.errors)")
    let drawn = DrawnText(try String(contentsOfFile: file, encoding: .utf8)).texts.map(\.text)
    #expect(
      Set(drawn).isSuperset(of: [
        "Least total over a life", "Of it for the best model", "cost (dollars), log scale",
        "compute-optimal", "total", "inference", "training",
        "Serving 100T tokens costs least with 18B parameters, not 73B",
      ]))
    let surface = try Self.run(
      ["runs.csv", "--unit-flop", "1e12", "--demand", "1e6,1e8", "--target", "0.3", "--svg", file],
      Self.measurements())
    #expect(surface.exitCode == 0, "\(surface.errors)")
    let costs = DrawnText(try String(contentsOfFile: file, encoding: .utf8)).texts.map(\.text)
    #expect(Set(costs).isSuperset(of: ["least total at 30 % accuracy", "inference", "training"]))
  }

  struct Estimate: Decodable {
    struct Interval: Decodable { var lower: Double?, upper: Double? }
    var estimate: Double?
    var interval: Interval?
  }

  struct LawDocument: Decodable {
    struct Row: Decodable {
      var asked: String
      var value: Double
      var isPossible: Bool
      var inferenceSaved: Estimate
      var trainingPaid: Estimate?
      var breakEvenTokens: Estimate?
    }
    struct Lifetime: Decodable {
      var demand: Double, training: Double, inference: Double, dollars: Double?
      var parameters: Estimate
    }
    var schema: String
    var tradeoff: [Row]
    var lifetime: [Lifetime]?
  }

  @Test("a fitted law has intervals, the same for any number of threads")
  func fitted() throws {
    let arguments = [
      "runs.csv", "--law", "--bootstrap", "100", "--budget", "1e22", "--demand", "1e12",
      "--flop-price", "1e-18,2e-18", "--pay", "1", "--format", "json", "--threads",
    ]
    let one = try Self.run(arguments + ["1"], LawCommandTests.runs())
    #expect(one.exitCode == 0, "\(one.errors)")
    #expect(try Self.run(arguments + ["3"], LawCommandTests.runs()).output == one.output)
    let document = try JSONDecoder().decode(LawDocument.self, from: Data(one.output.utf8))
    #expect(document.schema == "scaling.tradeoff/1")
    #expect(
      document.tradeoff.map(\.asked) == ["rate"] + Array(repeating: "saving", count: 4) + ["paying"]
    )
    let span = document.tradeoff[0]
    #expect(try #require(span.inferenceSaved.interval?.lower) < span.inferenceSaved.estimate ?? 0)
    #expect(try #require(span.inferenceSaved.interval?.upper) > span.inferenceSaved.estimate ?? 0)
    #expect(span.breakEvenTokens?.estimate != nil)
    let life = try #require(document.lifetime?.first)
    #expect(
      abs(try #require(life.dollars) / (1e-18 * life.training + 2e-18 * life.inference) - 1) < 1e-9)
    #expect(life.parameters.interval?.lower != nil)
  }

  struct SurfaceDocument: Decodable {
    struct Monotone: Decodable { var comparisons: Int, pValue: Double?, isContradicted: Bool? }
    struct Needed: Decodable { var target: Double, slope: Estimate?, crossings: [Place] }
    struct Place: Decodable { var logTraining: Double }
    struct Series: Decodable {
      var name: String
      var clusters: Int
      var preferred: String
      var inferencePerTraining: Estimate
      var bootstrap: Bootstrap?
      var needed: [Needed]
      var monotone: Monotone
    }
    struct Bootstrap: Decodable { var interval: Estimate.Interval }
    var schema: String
    var roles: [String: String]
    var series: [Series]
  }

  @Test("measurements: the rate with its interval, and that accuracy is not monotone")
  func surface() throws {
    let arguments = [
      "runs.csv", "--bootstrap", "100", "--target", "0.3", "--format", "json", "--threads",
    ]
    let one = try Self.run(arguments + ["1"], Self.measurements())
    #expect(one.exitCode == 0, "\(one.errors)")
    #expect(try Self.run(arguments + ["3"], Self.measurements()).output == one.output)
    let document = try JSONDecoder().decode(SurfaceDocument.self, from: Data(one.output.utf8))
    #expect(document.schema == "scaling.tradeoff/1")
    #expect(document.roles["training"] == "train_flops")
    #expect(document.roles["cluster"] == "model")
    let series = try #require(document.series.first)
    #expect(series.name == "math")
    #expect(series.clusters == 10)
    let interval = try #require(series.inferencePerTraining.interval)
    #expect(try #require(interval.lower) < 0.5)
    #expect(try #require(interval.upper) > 0.5)
    #expect(series.bootstrap?.interval.lower != nil)
    #expect(series.monotone.isContradicted == true)
    #expect(try #require(series.needed.first?.slope?.estimate) < 0)
    #expect(one.errors.contains("note: questions = n_problems (guessed"))
  }

  @Test("text, Markdown and CSV say the same rate; costs in dollars")
  func forms() throws {
    let arguments = [
      "runs.csv", "--target", "0.3,0.5", "--ceiling", "0.95", "--unit-flop", "1e12", "--demand",
      "1e6,1e8", "--flop-price", "1e-18", "--growth", "10", "--save", "1", "--pay", "2",
    ]
    let text = try Self.run(arguments, Self.measurements())
    #expect(text.exitCode == 0, "\(text.errors)")
    #expect(text.output.contains("inference saved by 2 of training"))
    #expect(text.output.contains("in years at 10x a year"))
    #expect(text.output.contains("Least total price over a life at 30 % accuracy"))
    let markdown = try Self.run(arguments + ["--format", "markdown"], Self.measurements())
    #expect(markdown.output.contains("| orders of magnitude |"))
    let csv = try Self.run(
      arguments + ["--format", "csv", "--bootstrap", "100"], Self.measurements())
    let lines = csv.output.split(separator: "\n")
    #expect(lines.first == "series,quantity,target,estimate,lower,upper,clusters,p_value")
    #expect(lines.count == 10)
    #expect(lines.contains { $0.hasPrefix("math,inference_per_training_over_refits,,") })
    #expect(lines.contains { $0.hasPrefix("math,break_even_queries,0.3,") })
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 8 })
  }

  @Test("a target above the ceiling is not reached at any compute")
  func unreachable() throws {
    let run = try Self.run(
      ["runs.csv", "--target", "0.98", "--ceiling", "0.97"], Self.measurements())
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("98 % is not reached at any compute: the ceiling is 97 %"))
  }

  @Test(
    "costs over a life: the preferred surface, whole samples, marks and no interval beyond them")
  func costs() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("costs.svg").path
    let run = try Self.run(
      [
        "runs.csv", "--target", "0.3", "--unit-flop", "1e12", "--demand", "1e6,1e9,1e18",
        "--bootstrap", "200", "--ceiling", "0.97", "--svg", file,
      ], Self.measurements())
    #expect(run.exitCode == 0, "\(run.errors)")
    let drawn = try String(contentsOfFile: file, encoding: .utf8)
    #expect(drawn.contains("stroke-dasharray"))
    #expect(drawn.contains("Dashed: beyond what was measured."))
    let lines = run.output.split(separator: "\n").map(String.init)
    let heading = try #require(lines.first { $0.hasPrefix("Least total compute") })
    #expect(
      heading.hasPrefix(
        "Least total compute over a life at 30 % accuracy, by the additive surface:"))
    let far = try #require(lines.first { $0.contains("1.00e18") && $0.contains("least inference") })
    #expect(far.contains(" 1.00e12 "), "\(far)")
    #expect(run.output.contains("! least-inference: a query uses 1 k at least"))
    let csv = try Self.run(
      ["runs.csv", "--bootstrap", "200", "--format", "csv"], Self.measurements())
    #expect(csv.output.contains("math,inference_per_training_over_refits,,0."))
  }

  @Test("one accuracy above 1 is doubted in the report; --y-unit settles it")
  func mixedUnits() throws {
    let text =
      Self.measurements()
      + "math,m9,3.98e22,512,1.2,500\n"
    let mixed = try Self.run(["runs.csv", "--target", "0.003"], text)
    #expect(mixed.exitCode == 0, "\(mixed.errors)")
    #expect(
      mixed.output.contains(
        "! mixed-units: accuracy is read in percent, but 50 of 51 values are at most 1, so fractions"
      ),
      "\(mixed.output)")
    let fraction = try Self.run(["runs.csv", "--y-unit", "fraction"], text)
    #expect(fraction.exitCode == 1)
    #expect(
      fraction.problem.contains(
        "line 52, column \"accuracy\": 1.2 is not a fraction between 0 and 1"),
      "\(fraction.errors)")
  }

  @Test(
    "where inference is not shown to help, no rate is printed, and the curve is one of training")
  func flat() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("flat.svg").path
    var text = "model,train_flops,k,accuracy,n_problems\n"
    for model in 0..<8 {
      for step in 0..<5 {
        let wobble = 0.02 * Double((7 * model + 3 * step) % 5 - 2)
        let accuracy = 1 / (1 + exp(-(Double(model) - 3.5 + wobble - 0.005 * Double(step))))
        text +=
          "m\(model),\(pow(10, 19 + Double(model) / 2)),\(pow(2, Double(step))),\(accuracy),200\n"
      }
    }
    let run = try Self.run(
      [
        "runs.csv", "--target", "0.4", "--demand", "1e6", "--unit-flop", "1e12", "--svg", file,
      ], text)
    #expect(run.exitCode == 0, "\(run.errors)")
    let drawn = DrawnText(try String(contentsOfFile: file, encoding: .utf8)).texts.map(\.text)
    #expect(drawn.contains("40 %"))
    #expect(drawn.contains { $0.hasPrefix("No exchange rate; 8 clusters") }, "\(drawn)")
    #expect(
      run.output.contains("That accuracy rises with inference compute is not shown ("),
      "\(run.output)")
    #expect(run.output.contains(": no rate of exchange can be given."))
    #expect(run.output.contains("training needed at the least inference"))
    #expect(!run.output.contains("lies beyond the computes"))
    #expect(run.output.contains("! no-costs: no costs over a life at 40 %"))
    let row = try #require(
      run.output.split(separator: "\n").first { $0.contains("training that 1 of inference") })
    #expect(row.contains("none"), "\(row)")
  }

  @Test("an impossible saving is a flag in the CSV of a law")
  func impossibleFlag() throws {
    let run = try Self.run(["besiroglu-2024", "--format", "csv"])
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].hasSuffix(",is_possible"))
    #expect(lines.dropFirst().map { $0.hasSuffix(",true") } == [true, true, true, true, false])
    let large = try Self.run(["besiroglu-2024", "--rate", "1e30"])
    #expect(large.exitCode == 0)
    #expect(!large.output.contains("inf "), "\(large.output)")
  }

  static let head = "model,train_flops,k,accuracy\n"

  @Test(
    "bad input: one clear message",
    arguments: [
      (["runs.csv"], head + "a,1e20,1,0.1\na,1e20,2,0.2\n", 1, "same training compute, 1e+20"),
      (["runs.csv"], head + "a,1e20,1,0.1\nb,1e21,2,0.1\n", 1, "all accuracies are 0.1"),
      (
        ["runs.csv"], head + "a,1e20,0,0.1\nb,1e21,2,0.2\n", 1, "line 2: the inference compute is 0"
      ),
      (["runs.csv"], head + "a,1e20,1,0.1\nb,-1,2,0.2\n", 1, "line 3: the training compute is -1"),
      (["runs.csv"], "k,accuracy\n1,0.1\n", 1, "well-known name for the training compute"),
      (
        ["E=1,A=2,B=3,alpha=-0.1,beta=0.3"], "", 1,
        "exponent alpha (of N) is -0.1, but must be above"
      ),
      (["E=1,A=2,B=3,alpha=0.1"], "", 1, "needs beta"),
      (["chinchilla"], "", 64, "there is no published law \"chinchilla\""),
      (["besiroglu-2024", "--floor", "0.2"], "", 64, "--floor is for measurements"),
      (["besiroglu-2024", "--save", "-1"], "", 64, "--save: \"-1\" is not a number above 0"),
      (
        ["E=1,A=2,B=3,alpha=-0.0998615757582629,beta=0.3"], "", 1,
        "exponent alpha (of N) is -0.0999, but must be above"
      ),
      (["runs.csv", "--y-unit", "number"], head, 64, "--y-unit number: a surface is one of"),
      (
        ["runs.csv", "--ceiling", "0.5"], measurements(), 1,
        "rows exceed the ceiling of 0.5, "
      ),
      (["besiroglu-2024", "--demand", "1e12"], "", 64, "--demand needs the loss"),
      (
        ["besiroglu-2024", "--target", "1.5"], "", 1, "the loss 1.5 is not reached at any compute"
      ),
      (["runs.csv", "--rate", "6"], head, 64, "--rate is for laws"),
      (["runs.csv", "--demand", "5"], head, 64, "--demand and --unit-flop need each other"),
      (["runs.csv", "--growth", "1"], head, 64, "--growth is 1.0, but must be above 1"),
      (["runs.csv", "--target", "30"], head, 64, "--target is 30.0, but is an accuracy"),
      (["runs.csv", "--floor", "0.9", "--ceiling", "0.5"], head, 64, "must rise"),
    ] as [([String], String, Int32, String)])
  func refusals(arguments: [String], text: String, code: Int32, message: String) throws {
    let run = try Self.run(arguments, text)
    #expect(run.exitCode == code)
    #expect(run.problem.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  static let pythia = "pythia-checkpoint-passk/coverage.csv"

  @Test(
    "Pythia checkpoints: slopes of samples needed, and coverage that falls with training",
    .enabled(if: ReferenceTests.folder != nil, ReferenceTests.isMissing))
  func checkpoints() throws {
    let folder = try #require(ReferenceTests.folder)
    let run = try CommandRun(
      ["tradeoff", Self.pythia, "--target", "0.1", "--format", "json"], in: folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    let document = try JSONDecoder().decode(SurfaceDocument.self, from: Data(run.output.utf8))
    #expect(document.series.map(\.name) == ["GSM8K", "MATH"])
    for (series, expected) in zip(document.series, [(-0.264, 31), (-0.284, 17)]) {
      let needed = try #require(series.needed.first)
      let slope = try #require(needed.slope)
      #expect(abs(try #require(slope.estimate) - expected.0) < 0.02)
      #expect(try #require(slope.interval?.upper) < 0)
      #expect(needed.crossings.count == expected.1)
      #expect(series.inferencePerTraining.interval?.lower != nil)
    }
    #expect(document.series[0].monotone.isContradicted == true)
  }
}
