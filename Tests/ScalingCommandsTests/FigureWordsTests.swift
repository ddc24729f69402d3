import Foundation
import Testing

/// What figures say: titles that the intervals bear, colours that mean one thing, units.
struct FigureWordsTests {
  private func draw(_ arguments: [String], _ table: String) throws -> [String] {
    let drawn = DrawnText(try svg(arguments, table))
    #expect(drawn.issues == [])
    return drawn.texts.map(\.text)
  }

  private func svg(_ arguments: [String], _ table: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(table, "runs.csv")
    let run = try CommandRun(arguments + ["--svg", "figure.svg"], in: folder.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try String(
      contentsOf: folder.url.appendingPathComponent("figure.svg"), encoding: .utf8)
  }

  /// Series on straight lines in the logarithm of tokens, by their gains per doubling.
  private func slopes(_ gains: [(name: String, gain: Double, noise: Double)], points: Int) -> String
  {
    var text = "model,tokens,accuracy\n"
    for series in gains {
      for step in 0..<points {
        let wobble = series.noise * [1, -1.3, 0.8, -0.4][step % 4]
        text += "\(series.name),\(64 << step),\(0.4 + series.gain * Double(step) + wobble)\n"
      }
    }
    return text
  }

  private static let slopesOnly = ["plot", "runs.csv", "--model", "log-linear"]

  @Test("slopes whose intervals hold zero are no size in a title")
  func openSlopes() throws {
    let table = slopes([("a", 0.02, 0.05), ("b", 0.05, 0.09)], points: 3)
    let texts = try draw(Self.slopesOnly, table).joined(separator: " ")
    #expect(texts.hasPrefix("No trend of accuracy with tokens is established in any series"))
    let single = try draw(Self.slopesOnly + ["--where", "model=a", "--series", "none"], table)
    #expect(single.joined(separator: " ").hasPrefix("No trend of accuracy with tokens is est"))
  }

  @Test("sizes of slopes stand with the series that they belong to")
  func namedSlopes() throws {
    let table = slopes([("small", 0.02, 0.001), ("large", 0.05, 0.001)], points: 6)
    let texts = try draw(Self.slopesOnly, table).joined(separator: " ")
    #expect(texts.contains("adds 2.0 points (small) to 5.0 points (large)"), "\(texts)")
  }

  @Test("a title counts the series whose trend is established")
  func someSlopes() throws {
    let table = slopes([("a", 0.02, 0.05), ("b", 0.05, 0.001)], points: 4)
    let texts = try draw(Self.slopesOnly, table).joined(separator: " ")
    #expect(
      texts.hasPrefix(
        "Accuracy rises with tokens in 1 of 2 series; no trend is established in the rest"),
      "\(texts)")
  }

  /// Numbers that grow as powers of compute, each with a little noise.
  private func powers(_ series: [(name: String, exponent: Double)]) -> String {
    var text = "model,compute,size\n"
    for (name, exponent) in series {
      for step in 0..<7 {
        let wobble = [1.0, 1.02, 0.99, 1.01][step % 4]
        text += "\(name),1e\(18 + step),\(1e7 * pow(10, exponent * Double(step)) * wobble)\n"
      }
    }
    return text
  }

  private static let powersOnly = [
    "plot", "runs.csv", "--model", "power-law", "--y", "size", "--y-unit", "number", "--y-title",
    "size (parameters)",
  ]

  @Test("values over decades that follow powers stand on two logarithmic axes")
  func logarithmicAxes() throws {
    let texts = try draw(Self.powersOnly, powers([("a", 0.494)]))
    #expect(texts.contains("size (parameters), log scale"), "\(texts)")
    #expect(texts.contains { $0.hasSuffix("(log axes)") })
    #expect(texts.contains("Size rises with compute"), "\(texts)")
    let flat = try draw(Self.powersOnly, powers([("a", 0.1)]))
    #expect(flat.contains("size (parameters)"), "\(flat)")
    let linear = try draw(Self.powersOnly + ["--lens", "linear"], powers([("a", 0.494)]))
    #expect(linear.contains("size (parameters)"), "\(linear)")
  }

  @Test("an exponent stands inside the interval beside it")
  func exponentDigits() throws {
    let texts = try draw(Self.powersOnly, powers([("a", 0.494)]))
    let range = try #require(
      texts.compactMap { $0.firstMatch(of: /interval ([0-9.]+) to ([0-9.]+)/) }.first)
    let exponent = try #require(
      texts.compactMap { $0.firstMatch(of: /^exponent ([0-9.]+)/) }.first)
    let value = try #require(Double(exponent.1))
    #expect(value >= (Double(range.1) ?? 1) && value <= (Double(range.2) ?? 0))
  }

  @Test("a direction that all curves share is the title")
  func commonDirection() throws {
    let texts = try draw(Self.powersOnly, powers([("a", 0.4), ("b", 0.6)])).joined(separator: " ")
    #expect(texts.hasPrefix("Size rises with compute in both series"), "\(texts)")
    let mixed = try draw(Self.powersOnly, powers([("a", 0.4), ("b", -0.3)])).joined(separator: " ")
    #expect(mixed.hasPrefix("Size against compute"), "\(mixed)")
  }

  /// Accuracies of ten models at eight numbers of samples, on a surface of log-odds.
  private func surface(
    _ name: String, base: Double, interaction: Double
  ) -> String {
    var text = ""
    for model in 0..<10 {
      for step in 0..<8 {
        let (training, inference) = (0.4 * Double(model), 0.3 * Double(step))
        let wobble = 0.05 * Double((model * 7 + step * 3) % 5 - 2)
        let odds =
          base + 0.8 * training + 1.2 * inference
          + interaction * (training - 1.8) * (inference - 1.05) + wobble
        let accuracy = 1 / (1 + exp(-odds))
        text +=
          "\(name),m\(model),\(pow(10, 19 + training)),\(pow(10, inference)),\(accuracy),500\n"
      }
    }
    return text
  }

  private static let header = "benchmark,model,train_flops,k,accuracy,n_problems\n"

  @Test("a colour and a name in the key mean one accuracy in every panel")
  func commonAccuracies() throws {
    let table =
      Self.header + surface("easy", base: -2, interaction: 0)
      + surface("hard", base: -6, interaction: 0)
    let texts = try draw(["tradeoff", "runs.csv", "--series", "benchmark"], table)
    let key = texts.filter { $0.wholeMatch(of: /(below |from |[0-9.]+ to )?[0-9.]+ %/) != nil }
    #expect(key.count == Set(key).count && key.count > 5, "\(key)")
    let curves = key.compactMap { $0.hasSuffix(" %") ? Double($0.dropLast(2)) : nil }
    #expect(curves == curves.sorted())
    let bounds = key.compactMap { $0.firstMatch(of: /^([0-9.]+) to/).flatMap { Double($0.1) } }
    #expect(bounds == Array(curves.dropLast()))
  }

  @Test("a rate that depends on the place is no single factor in the title")
  func interaction() throws {
    let table = Self.header + surface("math", base: -3, interaction: 0.35)
    let texts = try draw(["tradeoff", "runs.csv"], table).joined(separator: " ")
    #expect(texts.contains("in inference, depending on the place"), "\(texts)")
    #expect(texts.contains("An order of magnitude of training saves"))
    #expect(texts.contains("at the centre of the measurements, and "))
    let plain = Self.header + surface("math", base: -3, interaction: 0)
    #expect(!(try draw(["tradeoff", "runs.csv"], plain)).joined().contains("the place"))
  }

  @Test(
    "every exchange of a law is named in multiples, as the axes are",
    arguments: [
      ["--width", "320"], ["--width", "760"], ["--width", "1200"], ["--size", "slide"],
    ])
  func lawExchanges(size: [String]) throws {
    let texts = try draw(
      [
        "tradeoff", "besiroglu-2024", "--budget", "5.88e23", "--demand", "1e12,1e14",
        "--flop-price", "2e-18,5e-18",
      ] + size, "")
    for name in ["÷2.0 for ×1.3", "÷3.2 for ×2.3", "÷4.7 for ×9.8", "÷6.3 for ×426"] {
      #expect(texts.contains(name), "\(name)")
    }
  }

  @Test("samples with a price get a second axis in dollars")
  func dollarsOfVotes() throws {
    var table = "question,correct,tokens\n"
    for question in 0..<20 {
      for sample in 0..<16 {
        table += "q\(question),\((question + sample) % 3 == 0 ? 1 : 0),\(900 + 10 * sample)\n"
      }
    }
    let votes = ["votes", "runs.csv", "--tokens", "tokens"]
    #expect(try draw(votes, table).contains("tokens per question (mean of a sample times k)"))
    let dollars = try draw(votes + ["--price-output", "10"], table)
    #expect(
      dollars.contains("dollars per question (mean of a sample times k)")
        && dollars.contains("$0.10"))
    #expect(
      try draw(votes + ["--axis", "tokens"], table).count { $0.contains("per question") } > 0)
  }

  @Test("the best of a ladder that is beaten is named quietly")
  func beatenLadder() throws {
    let texts = try draw(
      ["frontier", packageRoot.appendingPathComponent("data/arc-agi-ladders.csv").path], "")
    #expect(texts.contains("o3-mini high"))
  }

  @Test("curves too steep for bands along training have bands along inference")
  func steepBands() throws {
    var table = "model,train_flop,samples,accuracy,questions\n"
    for model in 0..<12 {
      let training = -2 + 4 * Double(model) / 11
      for step in 0..<5 {
        let wobble = 0.1 * [1, -0.7, 0.4, -1.1, 0.6][(model * 3 + step) % 5]
        let accuracy = 1 / (1 + exp(-(0.8 * training + wobble)))
        table += "m\(model),\(pow(10, 20 + training)),\(10 << (2 * step)),\(accuracy),500\n"
      }
    }
    let arguments = ["tradeoff", "runs.csv", "--target", "0.3,0.5"]
    let svg = try svg(arguments, table)
    // A class of its own for the band of each of the two curves.
    #expect(svg.matches(of: /\{fill:#[0-9a-f]+;fill-opacity:0\.14\}/).count == 2)
    let texts = DrawnText(svg).texts.map(\.text).joined(separator: " ")
    #expect(texts.hasPrefix("Training raises accuracy; that inference does is not established"))
  }
}
