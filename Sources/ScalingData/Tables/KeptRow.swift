/// One row of a reading, before the units of its columns are known.
struct KeptRow {
  var x: Double
  var y: Double
  /// NaN when there is no count.
  var items: Double
  /// NaN when there is none.
  var standardError: Double
  /// NaN when there is none.
  var weight: Double
  /// The number of the question, or -1 when rows are no answers.
  var question: Int32
  /// Counted from 1 in the file.
  var line: Int
  var series: Int32
  var inputIndex: Int32
  var xKind: CellKind
  var yKind: CellKind
  var isHeldOut: Bool
}

/// Which cells of a record are read.
struct RowPlan: Sendable {
  let x: Int
  let y: Int
  let items: Int?
  let standardError: Int?
  let weights: Int?
  let question: Int?
  let series: [Int]
  /// Further columns of numbers.
  let predictors: [Int]
  let filter: RowFilter
  /// Rows to be held out, or `nil` for none.
  let holdout: RowFilter?
  let names: [String]
}
