import Foundation
import Testing

/// `--size`, `--theme` and `--style`, as every command that draws has them.
struct FigureFrameTests {
  private static let table = "tokens,accuracy\n1,0.1\n2,0.2\n4,0.29\n8,0.41\n16,0.5\n"

  private func plot(_ arguments: [String], style: String = "") throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "runs.csv")
    try folder.write(style, "house.txt")
    return try CommandRun(
      ["plot", "runs.csv", "--model", "log-linear"] + arguments, in: folder.url)
  }

  @Test("a size has its width and height", arguments: [("card", 1200, 630), ("slide", 1280, 720)])
  func size(name: String, width: Int, height: Int) throws {
    let run = try plot(["--size", name])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("width=\"\(width)\" height=\"\(height)\""))
  }

  @Test("a style changes colours and font, and says what is hard to read")
  func style() throws {
    let run = try plot(
      ["--style", "house.txt"], style: "font = Inter\ndark.background = #000\nseries = #fd0\n")
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.output.contains("font-family=\"Inter\""))
    #expect(run.output.contains("fill:#fd0") && run.output.contains("fill:#000"))
    #expect(
      run.errors.contains(
        "note: house.txt: series 1 (#fd0) has a contrast of 1.3 to the background, and needs 3.\n"))
  }

  @Test("ink in the colour of its paper is refused, with the line")
  func invisibleInk() throws {
    let run = try plot(["--style", "house.txt"], style: "ink = #fff\nbackground = #fff\n")
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(run.problem.hasPrefix("Error: house.txt:2: ink (#fff) vanishes on background (#fff)"))
  }

  @Test("a dark figure says which colours of light paper it leaves out")
  func lightStyleInTheDark() throws {
    let run = try plot(
      ["--style", "house.txt", "--theme", "dark"], style: "ink = #123\nbackground = #ffe\n")
    #expect(run.exitCode == 0)
    #expect(
      run.errors.contains(
        "note: house.txt: background, ink are for light paper, and this figure is dark: set "
          + "dark.background, dark.ink too.\n"))
  }

  @Test("the keys of a style are in the help of plot")
  func keys() throws {
    let help = try CommandRun(["help", "plot"], in: packageRoot).output
    for key in ["background", "dark.ink", "note-size", "KEY = VALUE"] {
      #expect(help.contains(key))
    }
  }

  @Test("a theme of one scheme needs no media query", arguments: ["light", "dark", "print"])
  func theme(name: String) throws {
    let run = try plot(["--theme", name])
    #expect(run.exitCode == 0 && !run.output.contains("@media"))
  }

  @Test("a style that cannot be read is one message and no figure")
  func badStyle() throws {
    let run = try plot(["--style", "house.txt"], style: "\nink = blue\n")
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(
      run.problem
        == "Error: house.txt:2: ink has the colour \"blue\", but needs one such as #1a6 or #11aa66."
    )
    let missing = try plot(["--style", "none.txt"])
    #expect(missing.exitCode == 1 && missing.problem.hasPrefix("Error: none.txt: cannot be read: "))
  }

  @Test("a width and a size together are wrong usage")
  func twoSizes() throws {
    let run = try plot(["--size", "card", "--width", "400"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("Give --size or --width, not both."))
  }
}

/// `--facet`: a panel for each value of a series column.
struct FacetTests {
  private static let table = """
    benchmark,model,tokens,accuracy
    A,small,1,0.1
    A,small,2,0.2
    A,small,4,0.3
    A,large,1,0.3
    A,large,2,0.4
    A,large,4,0.5
    "B, hard",small,1,0.05
    "B, hard",small,2,0.1
    "B, hard",small,4,0.15

    """

  private func plot(_ arguments: [String]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(Self.table, "runs.csv")
    return try CommandRun(
      ["plot", "runs.csv", "--model", "log-linear"] + arguments, in: folder.url)
  }

  @Test("each value has a panel, and a name its colour in all of them")
  func panels() throws {
    let run = try plot(["--series", "benchmark,model", "--facet", "benchmark"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let texts = DrawnText(run.output).texts.map(\.text)
    #expect(texts.contains("A") && texts.contains("B, hard"))
    #expect(texts.count { $0.hasPrefix("small") } == 1)
    #expect(texts.count { $0.hasPrefix("large") } == 1)
  }

  @Test("an empty value has a panel with a heading")
  func emptyValue() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table + ",small,1,0.2\n,small,2,0.3\n,small,4,0.4\n", "runs.csv")
    let run = try CommandRun(
      [
        "plot", "runs.csv", "--model", "log-linear", "--series", "benchmark,model", "--facet",
        "benchmark",
      ], in: folder.url)
    #expect(DrawnText(run.output).texts.contains { $0.text == "(empty)" })
  }

  @Test("a panel without a complete row is named")
  func vanishedPanel() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table + "C,small,1,\nC,small,2,\nA,small,8,\n", "runs.csv")
    let run = try CommandRun(
      [
        "plot", "runs.csv", "--model", "log-linear", "--series", "benchmark,model", "--facet",
        "benchmark",
      ], in: folder.url)
    #expect(
      run.errors.contains(
        "note: 3 rows without tokens or accuracy left out; nothing is left of \"C, small\"\n"))
  }

  @Test("a column that does not tell series apart is refused with the option to give")
  func unknown() throws {
    let run = try plot(["--series", "model", "--where", "benchmark=A", "--facet", "benchmark"])
    #expect(run.exitCode == 1 && run.output.isEmpty)
    #expect(
      run.problem
        == "Error: --facet is \"benchmark\", but series are told apart by model: name it with "
        + "--series model,benchmark.")
  }
}

/// `--second-x` and `--inset`.
struct InsetAndUnitTests {
  private func plot(_ arguments: [String]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write("tokens,accuracy\n1,0.1\n2,0.2\n4,0.29\n8,0.41\n4000,0.5\n", "runs.csv")
    return try CommandRun(
      ["plot", "runs.csv", "--model", "log-linear"] + arguments, in: folder.url)
  }

  @Test("the x axis is written in another unit")
  func secondUnit() throws {
    let run = try plot(["--second-x", "dollars per question=0.001"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let texts = DrawnText(run.output).texts.map(\.text)
    #expect(texts.contains("dollars per question") && texts.contains("$1"))
  }

  @Test("a part of the axis is drawn once more, with its points alone", arguments: ["320", "760"])
  func inset(width: String) throws {
    let run = try plot(["--lens", "linear", "--inset", "0..10", "--width", width])
    #expect(run.exitCode == 0, "\(run.errors)")
    let drawn = DrawnText(run.output)
    #expect(drawn.points.count == 9)
    #expect(drawn.texts.contains { $0.text.hasPrefix("tokens 0 to 10") })
    #expect(drawn.issues == [])
  }

  @Test(
    "what cannot be enlarged or written is refused",
    arguments: [
      (["--inset", "10..1"], 64, "--inset is \"10..1\", but must be LOW..HIGH"),
      (["--inset", "5"], 64, "--inset is \"5\", but must be LOW..HIGH"),
      (["--inset", "3..5"], 1, "--inset 3..5 holds fewer than two places of tokens"),
      (["--inset", "1..5", "--lens", "both"], 64, "and --lens both draws several. Give one."),
      (["--second-x", "dollars"], 64, "--second-x is \"dollars\", but must be TITLE=FACTOR"),
      (["--second-x", "dollars=-1"], 64, "with a factor above 0"),
    ])
  func refusals(arguments: [String], code: Int32, message: String) throws {
    let run = try plot(arguments)
    #expect(run.exitCode == code && run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
