import Foundation
import Testing

/// `scaling demo` writes what is committed in output/.
struct DemoCommandTests {
  @Test("the committed figures and reports are what the demonstration writes")
  func outputIsCurrent() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["demo", "--data", "data", "--output", folder.url.path], in: packageRoot)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(folder.names.count >= 10)
    for name in folder.names {
      let fresh = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let committed = try Data(contentsOf: packageRoot.appendingPathComponent("output/\(name)"))
      #expect(fresh == committed, "output/\(name) is out of date: run make demo")
    }
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
    #expect(run.problem.contains("data: there is no such folder"))
  }
}
