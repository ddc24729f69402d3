import Foundation
import Testing

/// Every figure that a notebook draws, at the widths of a phone, a post and a slide.
struct GalleryTests {
  /// A command of a notebook that writes a figure.
  struct Drawing: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String]

    var testDescription: String { name }

    /// The same figure elsewhere, in another width.
    func arguments(to file: String, width: String) -> [String] {
      var result: [String] = []
      var isDropped = false
      for word in arguments {
        if isDropped {
          isDropped = false
        } else if ["--width", "--size"].contains(word) {
          isDropped = true
        } else {
          result.append(word == "output/\(name).svg" ? file : word)
        }
      }
      return result + ["--width", width]
    }
  }

  static let drawings: [Drawing] = {
    let folder = packageRoot.appendingPathComponent("notebooks-md")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files =
      names.filter { $0.hasSuffix(".md") }.sorted().map { "notebooks-md/" + $0 }
      + ["output/README.md"]
    return files.flatMap { file -> [Drawing] in
      let url = packageRoot.appendingPathComponent(file)
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
      return text.matches(of: /(?m)^scaling (.* (?:-o|--svg) output\/([^ ]+)\.svg.*)$/).map {
        Drawing(name: String($0.2), arguments: words(String($0.1)))
      }
    }
  }()

  static let runs = drawings.flatMap { drawing in
    ["320", "760", "1200"].map { (drawing, $0) }
  }

  @Test("nothing overlaps and nothing is cut", arguments: runs)
  func textIsFree(_ drawing: Drawing, width: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("figure.svg").path
    let run = try CommandRun(drawing.arguments(to: file, width: width), in: packageRoot)
    #expect([0, 2].contains(run.exitCode), "\(run.errors)")
    let drawn = DrawnText(try String(contentsOfFile: file, encoding: .utf8))
    #expect(drawn.texts.count > 5)
    #expect(drawn.issues == [])
  }

  @Test("the page shows every figure that it draws, and every kind of the notebooks is on it")
  func page() throws {
    let url = packageRoot.appendingPathComponent("output/README.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    let shown = Set(text.matches(of: /!\[[^\]]+\]\(([^)]+)\.svg\)/).map { String($0.1) })
    let drawn = text.matches(of: /(?:-o|--svg) output\/([^ ]+)\.svg/).map { String($0.1) }
    #expect(Set(drawn).isSubset(of: shown))
    #expect(drawn.count > 10)
    for name in shown {
      let file = packageRoot.appendingPathComponent("output/\(name).svg").path
      #expect(FileManager.default.fileExists(atPath: file), "\(name)")
    }
  }

  /// The words of a command line as the notebooks write it: spaces inside double quotes stay.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      $0.offset % 2 == 1 ? [String($0.element)] : $0.element.split(separator: " ").map(String.init)
    }
  }
}
