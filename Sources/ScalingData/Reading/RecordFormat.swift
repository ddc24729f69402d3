/// How records lie in the bytes of an input.
enum RecordFormat: Sendable, CustomStringConvertible {
  /// Cells with a delimiter between them, below a line of names.
  case delimited(Delimiter)
  /// A JSON object per line.
  case jsonLines(JSONColumns)

  /// The name of the delimiter, or "JSON Lines".
  var description: String {
    switch self {
    case .delimited(let delimiter): delimiter.description
    case .jsonLines: "JSON Lines"
    }
  }

  /// The offset behind the last whole record of a block that starts with one, or `nil`.
  func end(of bytes: UnsafePointer<UInt8>, count: Int) -> Int? {
    switch self {
    case .delimited: BlockCutter.end(of: bytes, count: count)
    case .jsonLines: BlockCutter.lineEnd(of: bytes, count: count)
    }
  }

  /// Runs a body with the tokenizer of the format, for records with a number of cells.
  func withTokenizer<Body: TokenizerBody>(columnCount: Int, _ body: Body) {
    switch self {
    case .delimited(let delimiter):
      var tokenizer = RecordTokenizer(delimiter: delimiter, columnCount: columnCount)
      body.run(&tokenizer)
    case .jsonLines(let columns):
      var tokenizer = JSONLineTokenizer(columns: columns)
      body.run(&tokenizer)
    }
  }
}

/// Cuts blocks of bytes into records and cells.
///
/// It owns memory, so there is no second one of it.
protocol BlockTokenizer: ~Copyable {
  /// The lines of the block so far.
  var lineCount: Int { get }
  /// The records of the block so far.
  var recordCount: Int { get }
  /// The comment lines of the block so far.
  var commentCount: Int { get }
  /// The first value of the block that belongs to no column.
  var unreadKey: UnreadKey? { get }

  /// Forgets the counts of the block before.
  mutating func reset()

  /// Reads the records of a block into a consumer and answers how many bytes were used.
  ///
  /// The byte behind the block is overwritten by a line break.
  mutating func read<Consumer: RecordConsumer>(
    _ block: BlockBuffer, from offset: Int, limit: Int, isTruncated: Bool,
    into consumer: inout Consumer
  ) throws(DataError) -> Int
}

/// Work that is the same for every tokenizer.
protocol TokenizerBody {
  func run<Tokenizer: BlockTokenizer & ~Copyable>(_ tokenizer: inout Tokenizer)
}

/// A value under a name that no column has.
struct UnreadKey: Sendable {
  let name: String
  let line: Int
}
