#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Conditions with their columns by position, ready to be tried on records.
struct RowFilter: Sendable {
  private struct Test {
    let index: Int
    let comparison: RowCondition.Comparison
    let number: Double?
    let bytes: [UInt8]
  }

  private let tests: [Test]

  /// - Parameters:
  ///   - option: what a message calls the conditions.
  ///   - x: the position of the column that the name x stands for, where no column has it.
  init(
    _ conditions: [RowCondition], header: TableHeader, file: String, option: String = "--where",
    x: Int? = nil
  ) throws(DataError) {
    var tests: [Test] = []
    for condition in conditions {
      let index: Int
      if let x, condition.column == "x", !header.names.contains("x") {
        index = x
      } else {
        index = try header.index(of: condition.column, option: option, file: file)
      }
      var text = condition.value
      let reading = text.withUTF8 { CellReading($0) }
      tests.append(
        Test(
          index: index, comparison: condition.comparison,
          number: Self.isComparable(reading.kind) ? reading.value : nil,
          bytes: Array(condition.value.utf8)))
    }
    self.tests = tests
  }

  /// Whether there is nothing to try.
  var isEmpty: Bool { tests.isEmpty }

  /// Whether a record meets every condition.
  func keeps(_ record: Record) -> Bool {
    tests.allSatisfy { keeps(record[$0.index], $0) }
  }

  private func keeps(_ cell: UnsafeBufferPointer<UInt8>, _ test: Test) -> Bool {
    let reading = CellReading(cell)
    if test.bytes.isEmpty {
      return (reading.kind == .missing) == (test.comparison == .equal)
    }
    if let number = test.number, Self.isComparable(reading.kind) {
      return holds(test.comparison, reading.value < number, reading.value == number)
    }
    let isOrdered = test.comparison != .equal && test.comparison != .notEqual
    if reading.kind == .missing, isOrdered { return false }
    let order = compare(cell, test.bytes)
    return holds(test.comparison, order < 0, order == 0)
  }

  private func holds(
    _ comparison: RowCondition.Comparison, _ isLess: Bool, _ isEqual: Bool
  ) -> Bool {
    switch comparison {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: isLess
    case .lessOrEqual: isLess || isEqual
    case .greater: !isLess && !isEqual
    case .greaterOrEqual: !isLess
    }
  }

  private func compare(_ cell: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { other in
      let shared = min(cell.count, other.count)
      if shared > 0, let left = cell.baseAddress, let right = other.baseAddress {
        let order = memcmp(left, right, shared)
        if order != 0 { return Int(order) }
      }
      return cell.count - other.count
    }
  }

  /// Numbers and dates are compared by value: both are numbers on one line of years.
  private static func isComparable(_ kind: CellKind) -> Bool {
    switch kind {
    case .number, .percent, .dollars, .date: true
    default: false
    }
  }
}
