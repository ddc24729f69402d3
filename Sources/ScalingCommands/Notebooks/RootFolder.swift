#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The current folder as the bounds of what a notebook may read and write.
struct RootFolder {
  private let root: String
  private let allowsOutside: Bool

  init(allowsOutside: Bool) throws(OutputError) {
    guard let root = Self.resolved(".") else {
      throw OutputError(
        description: "the current folder cannot be found: \(OutputFile.systemMessage()).")
    }
    self.root = root == "/" ? "" : root
    self.allowsOutside = allowsOutside
  }

  /// The one name of a path below the root, links followed.
  ///
  /// - Throws: when it is outside of the root and that is not allowed.
  func name(of path: String) throws(OutputError) -> String {
    let whole = Self.absolute(path, root)
    if whole.hasPrefix(root + "/") { return String(whole.dropFirst(root.utf8.count + 1)) }
    guard allowsOutside else {
      throw OutputError(
        description:
          "\(path) is outside of \(root.isEmpty ? "/" : root), the root of the notebook: "
          + "move it there, choose another --root, or add --allow-outside")
    }
    return whole
  }

  /// The absolute path without links, also of a file that is yet to be made.
  private static func absolute(_ path: String, _ root: String) -> String {
    var head = path.hasPrefix("/") ? path : "\(root)/\(path)"
    var tail: [Substring] = []
    while !head.isEmpty {
      if let known = resolved(head) {
        return normalised((known == "/" ? "" : known) + tail.map { "/" + $0 }.joined())
      }
      let cut = head.lastIndex(of: "/") ?? head.startIndex
      tail.insert(head[cut...].dropFirst(), at: 0)
      head = String(head[..<cut])
    }
    return normalised(tail.map { "/" + $0 }.joined())
  }

  /// A path without empty parts, dots and double dots.
  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
