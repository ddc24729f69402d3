/// Several numeric columns of one table, row by row: what laws in several variables are fitted to.
public struct NumberTable: Sendable, Equatable {
  /// The input.
  public let input: InputIdentity
  /// The columns in the order of the request; absent for optional ones that the table lacks.
  public let columns: [ColumnChoice?]
  /// One array per column of the request, each with one value per row; empty for absent columns.
  public let values: [[Double]]
  /// The same cells as they are printed, where the request asks for them or has columns of labels;
  /// else empty. A missing cell of labels is an empty text.
  public let texts: [[String]]
  /// The line of each row in the file, counted from 1.
  public let lines: [Int]
  /// Choices made and rows left out, one sentence each, for the standard error stream.
  public let notes: [String]

  /// Rows that are complete and meet the conditions.
  public var rowCount: Int { lines.count }
}

/// Which columns to read as numbers, and which rows.
public struct NumberTableRequest: Sendable, Equatable {
  /// One column of a request.
  public struct Column: Sendable, Equatable {
    /// What the cells of a column may be.
    public enum Content: Sendable, Equatable {
      /// Plain numbers.
      case number
      /// Numbers, percents as they are written, or dollars.
      case amount
      /// Any text; its value is not a number, its cells are among the texts.
      case label
    }

    /// The option that names the column, for messages, such as `--n`.
    public var option: String
    /// What the column holds, for messages.
    public var meaning: String
    /// The name as the user gave it, or `nil` to guess.
    public var name: String?
    /// Well-known names, best first, compared without case and separators; a single capital letter
    /// must be that letter.
    public var wellKnownNames: [String]
    /// Whether the table may lack it.
    public var isOptional: Bool
    /// The place in the request of a column that makes this one unnecessary where it is found.
    public var standsInFor: Int?
    /// What its cells may be.
    public var content: Content
    /// Whether rows with an empty cell here are kept; the value is then not a number.
    public var allowsEmptyCells: Bool
    /// Whether a column of a well-known name is meant even where its cells look like text: reading
    /// it then says which cell is no number.
    public var takesText: Bool

    /// A column by its name or by well-known names.
    public init(
      option: String, meaning: String, name: String?, wellKnownNames: [String],
      isOptional: Bool = false, standsInFor: Int? = nil, content: Content = .number,
      allowsEmptyCells: Bool = false, takesText: Bool = false
    ) {
      self.option = option
      self.meaning = meaning
      self.name = name
      self.wellKnownNames = wellKnownNames
      self.isOptional = isOptional
      self.standsInFor = standsInFor
      self.content = content
      self.allowsEmptyCells = allowsEmptyCells
      self.takesText = takesText
    }
  }

  /// The table.
  public var input: InputLocation
  /// The columns.
  public var columns: [Column]
  /// Conditions that a row must meet, all of them.
  public var conditions: [RowCondition]
  /// The delimiter, or `nil` to detect it from the header.
  public var delimiter: Delimiter?
  /// Threads that parse; the result is the same for any number.
  public var threads: Int
  /// Whether the SHA-256 of the input is wanted.
  public var needsDigest: Bool
  /// Whether cells are wanted as they are printed, too.
  public var needsTexts: Bool

  /// Whether the cells are kept as they are printed.
  var holdsTexts: Bool { needsTexts || columns.contains { $0.content == .label } }

  /// A request for every row.
  public init(
    input: InputLocation, columns: [Column], conditions: [RowCondition] = [],
    delimiter: Delimiter? = nil, threads: Int = 1, needsDigest: Bool = false,
    needsTexts: Bool = false
  ) {
    self.input = input
    self.columns = columns
    self.conditions = conditions
    self.delimiter = delimiter
    self.threads = threads
    self.needsDigest = needsDigest
    self.needsTexts = needsTexts
  }
}
