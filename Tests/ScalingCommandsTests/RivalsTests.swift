import Testing

/// `scaling plot --rivals`: fits against each other.
struct RivalsTests {
  private static let models = ["--model", "log-linear,linear,constant"]

  /// A straight line in log x for each name, with a little scatter.
  private static func table(_ names: [String]) -> String {
    var text = "model,tokens,accuracy\n"
    for (index, name) in names.enumerated() {
      for step in 0..<10 {
        let y = 0.2 + 0.05 * Double(step) + 0.003 * Double((step * 7 + index) % 5)
        text += "\(name),\(256 << step),\(y)\n"
      }
    }
    return text
  }

  private func plot(_ arguments: [String], names: [String] = ["m"]) throws -> CommandRun {
    try CommandRun(
      ["plot", "-", "--rivals"] + arguments, in: packageRoot, input: Self.table(names))
  }

  @Test("every fitted curve has its name and its distance from the first")
  func single() throws {
    let run = try plot(Self.models)
    #expect(run.exitCode == 0, "\(run.errors)")
    let texts = DrawnText(run.output).texts.map(\.text)
    #expect(texts.contains("Log-linear describes these points best"))
    #expect(texts.contains("AICc least"))
    for name in ["log-linear", "linear", "constant"] { #expect(texts.contains(name)) }
    #expect(texts.count { $0.hasPrefix("AICc +") } == 2)
    #expect(texts.contains { $0.contains("Dotted: ruled out, 10 units or more behind.") })
  }

  @Test("each series has a panel, and a curve its colour in all of them")
  func panels() throws {
    let run = try plot(Self.models, names: ["one", "two"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let texts = DrawnText(run.output).texts.map(\.text)
    #expect(texts.contains("one") && texts.contains("two"))
    #expect(texts.count { $0 == "linear" } == 1)
  }

  @Test("both lenses are two panels of one series")
  func lenses() throws {
    let run = try plot(Self.models + ["--lens", "both"])
    let texts = DrawnText(run.output).texts.map(\.text)
    #expect(texts.contains("Linear axis: equal steps add equally"))
    #expect(texts.contains("Logarithmic axis: equal steps multiply"))
  }

  @Test(
    "what rivals cannot show is wrong usage",
    arguments: [
      (["--facet", "model"], "leave out --facet."), (["--prediction"], "leave out --prediction."),
      (["--curve", "curve.csv"], "--rivals draws fits, and --curve replaces them. Give one."),
    ])
  func usage(arguments: [String], message: String) throws {
    let run = try plot(arguments)
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(run.errors.contains(message))
  }

  @Test("more series than panels can be read is one message")
  func tooMany() throws {
    let run = try plot(["--model", "linear"], names: (0..<25).map { "m\($0)" })
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(
      run.problem
        == "Error: --rivals draws a panel for each series, and there are 25: choose at most 24 "
        + "with --where.")
  }
}
