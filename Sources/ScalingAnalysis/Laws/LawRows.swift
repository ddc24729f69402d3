/// The rows that a law is fitted to, as logarithms, ready for several threads.
///
/// A bootstrap resample is the same rows with other weights; rows that were not drawn are left
/// out, so that a refit costs what its distinct rows cost.
final class LawRows: @unchecked Sendable {
  /// The number of rows that are there.
  private(set) var count: Int
  /// The sum of the weights.
  private(set) var totalWeight: Double
  let columnCount: Int
  let logLoss: UnsafeMutablePointer<Double>
  let weight: UnsafeMutablePointer<Double>
  private let storage: UnsafeMutablePointer<Double>
  private let capacity: Int

  /// The column at `index`: one number per row.
  @inline(__always)
  func column(_ index: Int) -> UnsafeMutablePointer<Double> { storage + index * capacity }

  /// Rows from columns that a kernel has prepared.
  init(columns: [[Double]], logLoss: [Double], weights: [Double]? = nil) {
    count = logLoss.count
    capacity = max(count, 1)
    columnCount = columns.count
    storage = .allocate(capacity: capacity * (columnCount + 2))
    self.logLoss = storage + columnCount * capacity
    weight = storage + (columnCount + 1) * capacity
    totalWeight = 0
    for row in 0..<count {
      for index in columns.indices { storage[index * capacity + row] = columns[index][row] }
      self.logLoss[row] = logLoss[row]
      weight[row] = weights?[row] ?? 1
      totalWeight += weight[row]
    }
  }

  /// An empty copy to be filled by ``resample(_:counts:)``.
  init(like rows: LawRows) {
    count = 0
    capacity = rows.capacity
    columnCount = rows.columnCount
    storage = .allocate(capacity: capacity * (columnCount + 2))
    logLoss = storage + columnCount * capacity
    weight = storage + (columnCount + 1) * capacity
    totalWeight = 0
  }

  deinit { storage.deallocate() }

  /// The smallest of the logarithms.
  var leastLogLoss: Double { (0..<count).reduce(.infinity) { min($0, logLoss[$1]) } }

  /// Takes the rows that were drawn, with the number of times as weights.
  func resample(_ rows: LawRows, counts: [Int]) {
    count = 0
    totalWeight = 0
    for row in 0..<rows.count where counts[row] > 0 {
      for index in 0..<columnCount { column(index)[count] = rows.column(index)[row] }
      logLoss[count] = rows.logLoss[row]
      weight[count] = rows.weight[row] * Double(counts[row])
      totalWeight += weight[count]
      count += 1
    }
  }
}
