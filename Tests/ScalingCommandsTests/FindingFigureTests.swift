import Foundation
import Testing

/// The figures of `scaling check`.
struct FindingFigureTests {
  private static let claims = """
    claims:
      - {id: shape, data: {file: t.csv, where: model=a}, shape: logarithmic}
      - id: size / level
        quote: half
        data: {file: t.csv, where: model=a}
        size: {quantity: value@64, is: 0.5, tolerance: 0.02}
      - id: pair
        data: {file: t.csv, series: model}
        comparison: {quantity: "difference@64:a-b", at-least: 0.1}
      - {id: sum, arithmetic: {formula: 2 + 2, equals: 4}}

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var table = "model,tokens,accuracy\n"
    for (name, start) in [("a", 0.1), ("b", 0.05)] {
      for step in 0..<8 {
        let y = start + 0.05 * Double(step) + (step % 2 == 0 ? 0.01 : -0.01)
        table += "\(name),\(1 << step),\(y)\n"
      }
    }
    try folder.write(table, "t.csv")
    try folder.write(claims, "c.yml")
    return folder
  }

  @Test("a folder gets a figure of each finding, named by its id; arithmetic has none")
  func many() throws {
    let folder = try Self.folder()
    let run = try CommandRun(
      ["check", "c.yml", "--figures", "pictures", "--simulations", "99"], in: folder.url)
    #expect(run.exitCode != 1 && run.exitCode != 64, "\(run.errors)")
    let pictures = folder.url.appendingPathComponent("pictures")
    let names = try FileManager.default.contentsOfDirectory(atPath: pictures.path).sorted()
    #expect(names == ["pair.svg", "shape.svg", "size---level.svg"])
    #expect(run.errors.contains("note: sum: no figure, since arithmetic has no curve"))
    let shape = try String(
      contentsOf: pictures.appendingPathComponent("shape.svg"), encoding: .utf8)
    #expect(shape.contains("the curve is logarithmic in x</title>"))
    #expect(shape.contains("Linear axis: equal steps add equally"))
    #expect(shape.contains("Logarithmic axis: equal steps multiply"))
    let size = try String(
      contentsOf: pictures.appendingPathComponent("size---level.svg"), encoding: .utf8)
    #expect(
      size.contains(
        "The value at x = 64 is 39.8 %, which contradicts 50 % to within 2 points</title>"))
    #expect(size.contains("claimed: 50 %"))
    let pair = try String(
      contentsOf: pictures.appendingPathComponent("pair.svg"), encoding: .utf8)
    #expect(pair.contains("at least 10 points</title>"))
  }

  @Test("one claim writes one file")
  func single() throws {
    let folder = try Self.folder()
    let run = try CommandRun(
      [
        "check", "--data", "t.csv", "--where", "model=a", "--shape", "linear", "--svg", "one.svg",
        "--simulations", "99", "-o", "report.txt",
      ], in: folder.url)
    #expect(run.exitCode == 0 || run.exitCode == 2, "\(run.errors)")
    #expect(folder.names == ["c.yml", "one.svg", "report.txt", "t.csv"])
  }

  @Test(
    "what cannot be drawn is refused, and nothing is written",
    arguments: [
      (
        ["c.yml", "--svg", "one.svg", "--simulations", "99"],
        "--svg is for one claim, but there are 4. Name a folder with --figures."
      ),
      (
        ["c.yml", "--svg", "one.svg", "--figures", "pictures"],
        "--svg is for one claim and --figures for many. Name one of them."
      ),
      (
        ["c.yml", "--figures", "pictures", "--title", "Mine"],
        "--title, --subtitle and --source go with --svg, for one claim."
      ),
    ])
  func refused(options: [String], message: String) throws {
    let folder = try Self.folder()
    let run = try CommandRun(["check"] + options, in: folder.url)
    #expect(run.exitCode == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(folder.names == ["c.yml", "t.csv"])
  }
}
