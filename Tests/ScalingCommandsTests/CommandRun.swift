import Foundation

/// One run of the built command, as a user's shell would make it.
struct CommandRun {
  let output: String
  let errors: String
  let exitCode: Int32

  /// Notes on choices made are no errors.
  var problem: String {
    errors.split(separator: "\n").filter { !$0.hasPrefix("note: ") }.joined(separator: "\n")
  }

  /// Runs the command in `folder`.
  init(_ arguments: [String], in folder: URL, input: String? = nil) throws {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files and not pipes: nothing here waits for another task.
    let scratch = try TemporaryFolder()
    let outputFile = try scratch.write("", "output")
    let errorFile = try scratch.write("", "errors")
    let inputFile = try scratch.write(input ?? "", "input")
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
    exitCode = process.terminationStatus
  }

  /// The command beside the test bundle.
  static var executable: URL {
    let folder =
      CommandLine.arguments.first { $0.hasSuffix(".xctest") }.map {
        URL(fileURLWithPath: $0).deletingLastPathComponent()
      } ?? Bundle.main.bundleURL
    let candidates = [
      folder.appendingPathComponent("scaling"),
      Bundle.main.bundleURL.appendingPathComponent("scaling"),
      Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("scaling"),
    ]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? candidates[0]
  }
}

/// A folder that is removed with its content when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("scaling-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ text: String, _ name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }
}

/// The root of the package: where data, notebooks and output are.
let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
