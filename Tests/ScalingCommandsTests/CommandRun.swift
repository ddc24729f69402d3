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
    let standardOutput = Pipe()
    let standardError = Pipe()
    let standardInput = Pipe()
    process.standardOutput = standardOutput
    process.standardError = standardError
    process.standardInput = standardInput
    try process.run()
    if let input { standardInput.fileHandleForWriting.write(Data(input.utf8)) }
    try standardInput.fileHandleForWriting.close()
    let errorData = Task { standardError.fileHandleForReading.readDataToEndOfFile() }
    let outputData = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    output = String(decoding: outputData, as: UTF8.self)
    errors = String(decoding: Self.wait(errorData), as: UTF8.self)
    exitCode = process.terminationStatus
  }

  private static func wait(_ task: Task<Data, Never>) -> Data {
    let box = Box()
    let done = DispatchSemaphore(value: 0)
    Task {
      box.value = await task.value
      done.signal()
    }
    done.wait()
    return box.value
  }

  private final class Box: @unchecked Sendable { var value = Data() }

  /// The command beside the test bundle.
  private static var executable: URL {
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
