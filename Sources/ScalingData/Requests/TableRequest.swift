/// What to read: inputs, the roles of columns, the rows to keep.
///
/// Roles that are absent are guessed from the well-known names of the field
/// (see `WellKnownColumn`), and each choice is a note of the result.
///
/// ```swift
/// var request = TableRequest(inputs: [.file("points.csv")])
/// request.y = "accuracy"
/// request.conditions = [try RowCondition("votes=1")]
/// let table = try SeriesTable(reading: request)
/// ```
public struct TableRequest: Sendable, Equatable {
  /// The tables; several need the same columns, in any order.
  public var inputs: [InputLocation]
  /// The column of the horizontal axis, or `nil` to guess.
  public var x: String?
  /// The column of the vertical axis, or `nil` to guess.
  public var y: String?
  /// The columns whose values name a series; empty for one series; `nil` to guess.
  public var series: [String]?
  /// The questions behind an accuracy, or `nil` to guess.
  public var items: ItemsSource?
  /// The column of standard errors of y, or `nil` to guess.
  public var standardError: String?
  /// The column of weights, or `nil` for none.
  public var weights: String?
  /// The column that names the question of each row, where a row is one answer: the rows of an x
  /// then become one observation, the mean over its questions.
  public var question: String?
  /// How messages name the choice of a column.
  public var naming = RoleNaming.options
  /// Further columns to read as numbers: every row has them beside x and y.
  public var predictors: [String] = []
  /// Conditions that a row must meet, all of them.
  public var conditions: [RowCondition]
  /// Rows that are kept from the fit: those that meet all of these; none when empty. The name x
  /// stands for the column of the horizontal axis where no column is called so.
  public var holdout: [RowCondition] = []
  /// The most series that are kept, the first of the inputs; the others are read and counted, but
  /// their observations are not held in memory. `nil` keeps all, and so does a table of answers.
  public var seriesLimit: Int?
  /// The delimiter, or `nil` to detect it from the header.
  public var delimiter: Delimiter?
  /// How the values of y are to be read.
  public var valueUnit: ValueUnitChoice
  /// Threads that parse; the result is the same for any number.
  public var threads: Int
  /// Whether the SHA-256 of each input is wanted.
  public var needsDigest: Bool

  /// Creates a request that guesses every role and keeps every row.
  public init(
    inputs: [InputLocation], x: String? = nil, y: String? = nil, series: [String]? = nil,
    items: ItemsSource? = nil, standardError: String? = nil, conditions: [RowCondition] = [],
    delimiter: Delimiter? = nil,
    valueUnit: ValueUnitChoice = .automatic, threads: Int = 1, needsDigest: Bool = false
  ) {
    self.inputs = inputs
    self.x = x
    self.y = y
    self.series = series
    self.items = items
    self.standardError = standardError
    self.conditions = conditions
    self.delimiter = delimiter
    self.valueUnit = valueUnit
    self.threads = threads
    self.needsDigest = needsDigest
  }
}
