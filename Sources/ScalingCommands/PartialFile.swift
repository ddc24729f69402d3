#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The file beside a target that holds its bytes until all are there; its name tells the process
/// that writes it.
struct PartialFile {
  private let folder: String
  private let prefix: String

  /// The partial files of a target.
  init(of target: String) {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { String(target[...$0]) } ?? ""
    prefix =
      String(target[(slash.map(target.utf8.index(after:)) ?? target.startIndex)...]) + ".partial-"
  }

  /// The partial file of a process.
  func path(of process: pid_t) -> String { "\(folder)\(prefix)\(process)" }

  /// Removes what processes left that were killed while they wrote: those that are gone.
  func removeAbandoned() {
    guard let directory = opendir(folder.isEmpty ? "." : folder) else { return }
    defer { closedir(directory) }
    var abandoned: [pid_t] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), let process = pid_t(name.dropFirst(prefix.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      abandoned.append(process)
    }
    for process in abandoned { unlink(path(of: process)) }
  }
}
