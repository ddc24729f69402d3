import Foundation
import Testing

/// `scaling demo` runs the notebooks that ship with the project.
struct DemoCommandTests {
  @Test("the demonstration runs every block and changes nothing that is committed")
  func outputIsCurrent() throws {
    let copy = try TemporaryFolder()
    for name in ["README.md", "notebooks-md", "data", "output"] {
      try FileManager.default.copyItem(
        at: packageRoot.appendingPathComponent(name), to: copy.url.appendingPathComponent(name))
    }
    let run = try CommandRun(["demo"], in: copy.url)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(!run.output.contains("renewed") && !run.output.contains("written"), "\(run.output)")
  }

  @Test("the main figure is smaller than 15 kB and states its finding")
  func figure() throws {
    let file = packageRoot.appendingPathComponent("output/o1-mini-15-points.svg")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.utf8.count < 15_000)
    #expect(text.contains("role=\"img\""))
    #expect(text.contains("aria-labelledby="))
    #expect(text.contains("levels off near 67"))
    #expect(text.contains("prefers-color-scheme:dark"))
    #expect(!text.contains("<script") && !text.contains("http://www.w3.org/1999/xlink"))
  }

  @Test("a folder without the tables is an error")
  func missingData() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["demo"], in: folder.url)
    #expect(run.exitCode == 1)
    #expect(run.problem.contains("notebooks-md: there is no such folder"))
  }
}
