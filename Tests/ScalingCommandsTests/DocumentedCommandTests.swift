import Foundation
import Testing

/// Commands that stand in the README and in the articles without their output run as they stand.
struct DocumentedCommandTests {
  /// A line of a block marked `sh` that calls the tool.
  struct Line: CustomTestStringConvertible, Sendable {
    var file: String
    var arguments: [String]

    var testDescription: String { "\(file): scaling \(arguments.joined(separator: " "))" }
  }

  static let lines: [Line] = (["README.md"] + Catalogues.articles).flatMap { file -> [Line] in
    let url = packageRoot.appendingPathComponent(file)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    let blocks = text.matches(of: /(?m)^```sh\n((?s:.*?))\n```$/)
    return blocks.flatMap { $0.1.split(separator: "\n") }.filter { $0.hasPrefix("scaling ") }
      .map { Line(file: file, arguments: words(String($0))) }
  }

  @Test("it runs", arguments: lines)
  func runs(_ line: Line) throws {
    let folder = try TemporaryFolder()
    for name in ["data", "notebooks-md", "output"] {
      try FileManager.default.copyItem(
        at: packageRoot.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    // 2 is a contradicted claim, which is a result.
    let run = try CommandRun(line.arguments, in: folder.url)
    #expect([0, 2].contains(run.exitCode), "\(run.errors)")
    for option in ["-o", "--svg", "--figures"] {
      guard let place = line.arguments.firstIndex(of: option) else { continue }
      #expect(folder.names.contains(line.arguments[place + 1]))
    }
  }

  @Test("there are commands to run")
  func count() {
    #expect(Self.lines.filter { $0.file == "README.md" }.count > 10)
  }

  /// The words of a command line: those in single quotes stay together, a comment is left out.
  private static func words(_ line: String) -> [String] {
    let command = line.firstRange(of: " # ").map { line[..<$0.lowerBound] } ?? line[...]
    return command.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap {
      $0.offset % 2 == 1 ? [String($0.element)] : $0.element.split(separator: " ").map(String.init)
    }.dropFirst().map { $0 }
  }
}

/// The articles of the documentation.
enum Catalogues {
  /// The folders, from the root of the package.
  static let folders: [String] = {
    let sources = packageRoot.appendingPathComponent("Sources").path
    let modules = (try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []
    return modules.sorted().map { "Sources/\($0)/\($0).docc" }.filter {
      FileManager.default.fileExists(atPath: packageRoot.appendingPathComponent($0).path)
    }
  }()

  /// The files, from the root of the package.
  static let articles: [String] = folders.flatMap { folder -> [String] in
    let path = packageRoot.appendingPathComponent(folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
  }
}
