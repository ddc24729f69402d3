/// Where the number of questions behind an accuracy comes from.
public enum ItemsSource: Sendable, Equatable {
  /// A column: the number may differ from row to row.
  case column(String)
  /// One number for every row.
  case number(Double)

  /// Reads `--items`: a number is a number, anything else a column.
  public init(argument: String) {
    let scan = NumberScan(text: argument)
    self = scan.isNumber ? .number(scan.value) : .column(argument)
  }
}
