/// What is wrong in a notebook, and where.
public struct NotebookError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The notebook.
  public let file: String
  /// Its line, counted from 1.
  public let line: Int
  /// What is wrong there, and what to do about it.
  public let problem: String

  /// A problem at a line.
  public init(_ file: String, line: Int, _ problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// File, line and problem.
  public var description: String { "\(file), line \(line): \(problem)" }
}

/// Everything that is wrong in some notebooks, so that it can be mended at once.
public struct NotebookProblems: Error, Sendable, Equatable, CustomStringConvertible {
  /// The problems in the order of the notebooks and their lines.
  public let all: [NotebookError]

  /// Problems, at least one.
  public init(_ all: [NotebookError]) { self.all = all }

  /// One line for each.
  public var description: String { all.map(\.description).joined(separator: "\n") }
}
