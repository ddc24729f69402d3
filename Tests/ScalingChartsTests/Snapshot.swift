import Foundation
import Testing

/// Compares text with a file beside the tests.
///
/// A missing file is written and the test fails, so that a person looks at it once. Setting
/// `SCALING_RECORD=1` writes all of them anew.
func expectSnapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation,
  file: StaticString = #filePath
) throws {
  let folder = URL(filePath: "\(file)").deletingLastPathComponent().appending(path: "Snapshots")
  let url = folder.appending(path: name)
  let isRecording = ProcessInfo.processInfo.environment["SCALING_RECORD"] == "1"
  guard !isRecording, let stored = try? String(contentsOf: url, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
    if !isRecording {
      Issue.record("recorded \(name); look at it and run again", sourceLocation: sourceLocation)
    }
    return
  }
  if stored != text {
    Issue.record(
      "\(name) differs:\n\(lineDifference(stored, text))", sourceLocation: sourceLocation)
  }
}

/// Removed and added lines, each with its number.
private func lineDifference(_ stored: String, _ text: String) -> String {
  let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  return new.difference(from: old).prefix(40).map { change in
    switch change {
    case .remove(let offset, let line, _): "- \(offset + 1): \(line.prefix(300))"
    case .insert(let offset, let line, _): "+ \(offset + 1): \(line.prefix(300))"
    }
  }.joined(separator: "\n")
}
