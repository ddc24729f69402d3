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
