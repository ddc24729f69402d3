#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a result could not be written.
struct OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  let description: String
}

/// A file that is written whole or not at all.
///
/// The bytes go to a new file beside the target, which takes the target's name only when all of
/// them are on the disk: a full disk or a killed process leaves the old file as it was.
enum OutputFile {
  static func save(_ bytes: [UInt8], to path: String) throws(OutputError) {
    var information = stat()
    if stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
      throw OutputError(
        description: "\(path): this is a directory. Name a file in it, such as "
          + "\(path.hasSuffix("/") ? path : path + "/")figure.svg.")
    }
    // A device or a pipe is written in place: there is no old content to keep.
    if stat(path, &information) == 0, information.st_mode & S_IFMT != S_IFREG {
      return try fill(path, flags: O_WRONLY, bytes, reportedAs: path)
    }
    let partial = "\(path).partial-\(getpid())"
    do {
      try fill(partial, flags: O_WRONLY | O_CREAT | O_TRUNC, bytes, reportedAs: path)
    } catch {
      unlink(partial)
      throw error
    }
    guard rename(partial, path) == 0 else {
      let reason = systemMessage()
      unlink(partial)
      throw OutputError(description: "\(path): cannot be written: \(reason).")
    }
  }

  private static func fill(
    _ path: String, flags: Int32, _ bytes: [UInt8], reportedAs name: String
  ) throws(OutputError) {
    let descriptor = open(path, flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw OutputError(
        description: "\(name): cannot be written: \(systemMessage()). Check that its folder "
          + "exists and that you may write there.")
    }
    var isWritten = writeAll(bytes, to: descriptor)
    var reason = isWritten ? "" : systemMessage()
    // Devices cannot be synchronised; a full disk may only show here.
    if isWritten, fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP, errno != EROFS {
      isWritten = false
      reason = systemMessage()
    }
    if close(descriptor) != 0, isWritten {
      isWritten = false
      reason = systemMessage()
    }
    guard isWritten else {
      throw OutputError(description: "\(name): not written: \(reason). Nothing was left behind.")
    }
  }

  /// Writes to an open descriptor until all is out.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = write(
          descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }

  static func systemMessage() -> String { String(cString: strerror(errno)) }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(OutputError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += partial.isEmpty || partial.hasSuffix("/") ? "\(part)" : "/\(part)"
      if mkdir(partial, 0o755) != 0, errno != EEXIST {
        throw OutputError(description: "\(path): cannot be made: \(systemMessage()).")
      }
    }
  }
}
