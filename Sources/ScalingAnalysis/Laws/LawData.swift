#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The runs that a training law is fitted to.
public struct LawData: Sendable, Equatable {
  /// The inputs of the law, one array each, in the order of ``LawForm/inputs``.
  public let columns: [[Double]]
  /// The loss of each run.
  public let loss: [Double]
  /// What the columns are called where the data come from, the loss last.
  public let names: [String]
  /// The line of each run in its file, counted from 1; empty when there is none.
  public let lines: [Int]

  /// Runs from one array per input of the law and their losses.
  ///
  /// - Throws: `FitError` when a value is not above zero, naming its line.
  public init(
    columns: [[Double]], loss: [Double], names: [String]? = nil, lines: [Int] = []
  ) throws(FitError) {
    self.columns = columns
    self.loss = loss
    self.names = names ?? columns.indices.map { "input \($0 + 1)" } + ["loss"]
    self.lines = lines
    for (name, column) in zip(self.names, columns + [loss]) {
      precondition(column.count == loss.count, "columns of different lengths")
      for row in column.indices where !(column[row] > 0 && column[row].isFinite) {
        let place = lines.isEmpty ? "row \(row + 1)" : "line \(lines[row])"
        throw FitError(
          code: .outOfRange,
          description: "\(place), column \"\(name)\": \(column[row]) is not above zero; a training "
            + "law is a sum of powers and takes logarithms. Leave the row out with "
            + "--where '\(name)>0', or correct it.")
      }
    }
  }

  /// The number of runs.
  public var count: Int { loss.count }

  /// Whether a column holds one value only.
  func isConstant(_ index: Int) -> Bool {
    guard let first = columns[index].first else { return true }
    return columns[index].allSatisfy { abs($0 - first) <= 1e-9 * first }
  }

  /// The mean logarithm of each column.
  var logCentres: [Double] {
    columns.map { column in
      column.reduce(0) { $0 + log($1) } / Double(max(column.count, 1))
    }
  }

  var logLoss: [Double] { loss.map { log($0) } }
}
