/// Where a table comes from: a file, or standard input.
public enum InputLocation: Sendable, Equatable, CustomStringConvertible {
  /// A file at a path.
  case file(String)
  /// Standard input, written `-` on the command line.
  case standardInput

  /// Reads a command line argument: `-` is standard input, anything else a path.
  public init(argument: String) {
    self = argument == "-" ? .standardInput : .file(argument)
  }

  /// The path, or "standard input".
  public var description: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    }
  }

  /// The file name without folders and extension: a name for a curve without a name.
  public var stem: String {
    guard case .file(let path) = self else { return "standard input" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether the file name ends in an extension, in any case.
  func hasExtension(_ ending: String) -> Bool {
    guard case .file(let path) = self else { return false }
    return path.lowercased().hasSuffix("." + ending)
  }
}
