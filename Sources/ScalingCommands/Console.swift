#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Standard output for results, standard error for notes.
///
/// Within `$capture.withValue(...)` both are kept instead, and so are files: several commands can
/// run in one process.
enum Console {
  /// Where results, notes and files go instead.
  @TaskLocal static var capture: CommandCapture?

  /// Writes a result; a reader that went away ends the command quietly.
  static func result(_ text: String) throws(OutputError) {
    if let capture { return capture.print(text) }
    guard OutputFile.writeAll(Array(text.utf8), to: STDOUT_FILENO) else {
      if errno == EPIPE { exit(EXIT_SUCCESS) }
      throw OutputError(
        description: "standard output: not written: \(OutputFile.systemMessage()).")
    }
  }

  /// A text for readers in which names from a table cannot steer the terminal: control characters
  /// but line breaks and tabs become replacement characters.
  static func readable(_ text: String) -> String {
    let isSteering = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
    guard text.unicodeScalars.contains(where: isSteering) else { return text }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: text.unicodeScalars.map { isSteering($0) ? "\u{FFFD}" : $0 })
    return String(result)
  }

  /// Writes a line to standard error.
  static func note(_ text: String) {
    let text = readable(text)
    if let capture { return capture.note(text) }
    _ = OutputFile.writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Processors that may be used.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
