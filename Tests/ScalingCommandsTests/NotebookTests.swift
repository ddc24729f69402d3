import Foundation
import Testing

/// The commands of the README, the notebooks and the articles give the output that is printed below them.
struct NotebookTests {
  static let names = ["README.md", "notebooks-md", "output/README.md"] + Catalogues.folders

  @Test("all outputs and figures are what the commands give now")
  func outputIsCurrent() throws {
    let isRecording = ProcessInfo.processInfo.environment["SCALING_RECORD"] == "1"
    let verb = isRecording ? "run" : "check"
    let run = try CommandRun(["notebook", verb, "--all"] + Self.names, in: packageRoot)
    #expect(run.exitCode == 0, "\(run.output)\n\(run.errors)")
  }

  @Test("a check that runs nothing agrees, and prints nothing")
  func digestsAreCurrent() throws {
    let run = try CommandRun(["notebook", "check"] + Self.names, in: packageRoot)
    #expect(run.exitCode == 0, "\(run.output)\n\(run.errors)")
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test("every notebook has its verdict first and says what the data cannot show")
  func form() throws {
    let folder = packageRoot.appendingPathComponent("notebooks-md")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }
    #expect(names.count >= 8)
    for name in names {
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let paragraphs = text.components(separatedBy: "\n\n")
      #expect(paragraphs[0].hasPrefix("# "), "\(name)")
      #expect(paragraphs[1].hasPrefix("**Verdict.**"), "\(name)")
      #expect(text.contains("data cannot show"), "\(name)")
    }
  }

  @Test("every figure in output/ is written by a notebook")
  func noOrphans() throws {
    let folder = packageRoot.appendingPathComponent("output").path
    var texts = ""
    for name in ["README.md", "output/README.md"] {
      texts += try String(contentsOf: packageRoot.appendingPathComponent(name), encoding: .utf8)
    }
    let notebooks = packageRoot.appendingPathComponent("notebooks-md")
    for name in try FileManager.default.contentsOfDirectory(atPath: notebooks.path)
    where name.hasSuffix(".md") {
      texts += try String(contentsOf: notebooks.appendingPathComponent(name), encoding: .utf8)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != "README.md" {
      #expect(
        texts.contains("-o output/\(name)") || texts.contains("--svg output/\(name)"),
        "output/\(name) is written by no notebook")
    }
  }
}
