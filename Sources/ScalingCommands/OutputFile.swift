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
/// them are on the disk: a full disk or a killed process leaves the old file as it was. Several
/// files are all on the disk before the first takes its name.
struct OutputFile: Sendable {
  /// Where it goes; a hyphen is standard output.
  let path: String
  let bytes: [UInt8]

  /// Saves one file.
  static func save(_ bytes: [UInt8], to path: String, inputs: [String] = []) throws(OutputError) {
    try save([OutputFile(path: path, bytes: bytes)], inputs: inputs)
  }

  /// Saves all files or none; none may be one of the inputs.
  static func save(_ files: [OutputFile], inputs: [String] = []) throws(OutputError) {
    if let capture = Console.capture {
      for file in files { try file.requireNotAnInput(inputs) }
      return capture.keep(files)
    }
    var staged: [(partial: String, target: String)] = []
    do throws(OutputError) {
      for file in files {
        try file.requireNotAnInput(inputs)
        if let pair = try file.stage() { staged.append(pair) }
      }
      for (partial, target) in staged where rename(partial, target) != 0 {
        throw OutputError(description: "\(target): cannot be written: \(systemMessage()).")
      }
    } catch {
      for (partial, _) in staged { unlink(partial) }
      throw error
    }
  }

  private func requireNotAnInput(_ inputs: [String]) throws(OutputError) {
    guard let own = Self.identity(path) else { return }
    for input in inputs where Self.identity(input) == own {
      throw OutputError(
        description: "\(path): this is an input. Name another file for the output.")
    }
  }

  /// Device and number of an existing regular file.
  private static func identity(_ path: String) -> [UInt64]? {
    var information = stat()
    guard path != "-", stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return [UInt64(information.st_dev), UInt64(information.st_ino)]
  }

  /// Writes the bytes beside the target; devices, pipes and standard output get them at once.
  private func stage() throws(OutputError) -> (partial: String, target: String)? {
    if path == "-" {
      guard Self.writeAll(bytes, to: STDOUT_FILENO) else {
        throw OutputError(
          description: "standard output: not written: \(Self.systemMessage()).")
      }
      return nil
    }
    var information = stat()
    let exists = stat(path, &information) == 0
    if exists, information.st_mode & S_IFMT == S_IFDIR {
      throw OutputError(
        description: "\(path): this is a directory. Name a file in it, such as "
          + "\(path.hasSuffix("/") ? path : path + "/")figure.svg.")
    }
    if exists, information.st_mode & S_IFMT != S_IFREG {
      try Self.fill(path, flags: O_WRONLY, bytes, reportedAs: path)
      return nil
    }
    let target = exists ? Self.resolved(path) : path
    let partial = PartialFile(of: target)
    partial.removeAbandoned()
    let name = partial.path(of: getpid())
    do throws(OutputError) {
      try Self.fill(name, flags: O_WRONLY | O_CREAT | O_TRUNC, bytes, reportedAs: path)
    } catch {
      unlink(name)
      throw error
    }
    return (name, target)
  }

  /// The file behind a symbolic link.
  private static func resolved(_ path: String) -> String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
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

  /// Whether there is a folder of that name.
  static func isFolder(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
  }

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
