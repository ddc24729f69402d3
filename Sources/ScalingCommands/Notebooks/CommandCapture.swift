internal import ScalingReports
internal import Synchronization

/// What a command printed, noted and would have written, while it runs within another.
final class CommandCapture: Sendable {
  /// What has come so far.
  struct Content: Sendable {
    var printed = ""
    var notes: [String] = []
    var files: [OutputFile] = []
    /// The report as JSON, of which values can be named.
    var document: JSONValue?
  }

  private let state = Mutex(Content())

  var content: Content { state.withLock { $0 } }

  func print(_ text: String) { state.withLock { $0.printed += text } }
  func note(_ text: String) { state.withLock { $0.notes.append(text) } }

  /// Keeps files; what goes to standard output is printed.
  func keep(_ files: [OutputFile]) {
    for file in files {
      if file.path == "-" {
        print(String(decoding: file.bytes, as: UTF8.self))
      } else {
        state.withLock { $0.files.append(file) }
      }
    }
  }

  func keep(_ document: JSONValue) { state.withLock { $0.document = document } }
}
