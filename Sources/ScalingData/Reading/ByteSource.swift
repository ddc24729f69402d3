#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An open input: read(2) into buffers of the caller, with the digest of what passed.
///
/// Memory-mapped files would count in full towards the resident size of the process and cannot
/// serve pipes, so this reads.
final class ByteSource {
  let name: String
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var digest: SHA256?
  private(set) var isAtEnd = false

  /// Opens an input.
  init(_ location: InputLocation, needsDigest: Bool) throws(DataError) {
    name = location.description
    digest = needsDigest ? SHA256() : nil
    switch location {
    case .standardInput:
      descriptor = STDIN_FILENO
      ownsDescriptor = false
    case .file(let path):
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      ownsDescriptor = true
      if descriptor < 0 { throw Self.openingError(path, errno) }
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      if ownsDescriptor { close(descriptor) }
      throw DataError(
        .isDirectory, at: DataPlace(file: name), "is a folder, not a table",
        nextStep: "Name a file inside it.")
    }
  }

  deinit {
    if ownsDescriptor { close(descriptor) }
  }

  /// Fills a buffer as far as the input goes; fewer bytes than asked for mean the end.
  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws(DataError) -> Int {
    var filled = 0
    while filled < count, !isAtEnd {
      let received = systemRead(descriptor, buffer + filled, count - filled)
      if received < 0 {
        if errno == EINTR { continue }
        throw DataError(
          .readFailed, at: DataPlace(file: name),
          "cannot be read (\(String(cString: strerror(errno))))",
          nextStep: "Check the file and try again.")
      }
      if received == 0 { isAtEnd = true }
      filled += received
    }
    digest?.update(UnsafeRawBufferPointer(start: buffer, count: filled))
    return filled
  }

  /// The SHA-256 of all bytes read so far, when it was asked for.
  func finishedDigest() -> String? {
    digest?.finalized()
  }

  private static func openingError(_ path: String, _ code: Int32) -> DataError {
    let place = DataPlace(file: path)
    switch code {
    case ENOENT, ENOTDIR:
      return DataError(
        .noSuchFile, at: place, "there is no such file", nextStep: "Check the path.")
    case EACCES, EPERM:
      return DataError(
        .notPermitted, at: place, "you are not permitted to read this file",
        nextStep: "Change its permissions or copy it.")
    default:
      return DataError(
        .readFailed, at: place, "cannot be opened (\(String(cString: strerror(code))))",
        nextStep: "Check the path.")
    }
  }
}

/// read(2); a free function because the method of the same name hides it.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}
