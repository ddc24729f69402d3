/// What a notebook needs from outside: the commands, and the files.
public struct NotebookHost {
  /// A file that a command writes.
  public struct File: Sendable, Equatable {
    /// Where it goes.
    public let path: String
    /// Its content.
    public let bytes: [UInt8]

    /// A file with its content.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// What came of a command.
  public struct Result {
    /// What it printed on standard output.
    public var printed: String
    /// Why it failed; nil when it did not.
    public var failure: String?
    /// The files that it would write.
    public var files: [File]
    /// A value of its report by its path, formatted for prose; throws where there is none.
    public var value: ((_ path: String) throws -> String)?

    /// The result of a command.
    public init(
      printed: String, failure: String? = nil, files: [File] = [],
      value: ((_ path: String) throws -> String)? = nil
    ) {
      self.printed = printed
      self.failure = failure
      self.files = files
      self.value = value
    }
  }

  /// A command that has been understood but not run.
  public struct Command {
    /// The files that it will read.
    public var reads: [String]
    /// The files that it will write.
    public var writes: [String]
    /// Runs it; files are returned and not written.
    public var run: () -> Result

    /// A command with the files that it uses.
    public init(reads: [String], writes: [String], run: @escaping () -> Result) {
      self.reads = reads
      self.writes = writes
      self.run = run
    }
  }

  /// Reads the words of a command; what it throws is shown with the line of the command.
  public var command: (_ words: [String]) throws -> Command
  /// The content of a file, or nil when it cannot be read.
  public var content: (_ path: String) -> [UInt8]?
  /// Writes files, all or none.
  public var save: (_ files: [File]) throws -> Void
  /// The version of the commands: another one makes every output out of date.
  public var version: String

  /// A host with commands and files.
  public init(
    version: String, command: @escaping (_ words: [String]) throws -> Command,
    content: @escaping (_ path: String) -> [UInt8]?,
    save: @escaping (_ files: [File]) throws -> Void
  ) {
    self.version = version
    self.command = command
    self.content = content
    self.save = save
  }
}
