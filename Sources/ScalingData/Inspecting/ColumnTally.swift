/// The counts of one column, for a block or for a whole table.
struct ColumnTally {
  /// Whether the column names series: then each different cell has a number.
  let isKey: Bool
  /// Cells that are not plain numbers, or every cell of a key column.
  var keys = KeyTable()
  /// What is known about each key.
  private(set) var entries = GrowingBuffer<CellEntry>(capacity: 16)
  /// Cells of each kind that have no entry.
  private(set) var loose = KindCounts()
  private var numberCount = 0
  private var firstNumberLine = Int.max
  private(set) var numbers = NumberSet()
  private(set) var sum = 0.0
  private(set) var valueCount = 0
  private(set) var minimum = Double.infinity
  private(set) var maximum = -Double.infinity
  private var hasOverflow = false

  init(isKey: Bool) {
    self.isKey = isKey
  }

  func deallocate() {
    keys.deallocate()
    entries.deallocate()
    numbers.deallocate()
  }

  /// The number of different cells, numbers by value.
  var distinct: DistinctCount {
    var texts = 0
    var values = NumberSet()
    defer { values.deallocate() }
    values.formUnion(numbers)
    for entry in entries.elements {
      switch entry.kind {
      case .missing: break
      case .number: values.insert(entry.value)
      default: texts += 1
      }
    }
    let total = values.count + texts
    return hasOverflow || total > NumberSet.limit
      ? DistinctCount(value: NumberSet.limit, isExact: false)
      : DistinctCount(value: total, isExact: true)
  }

  /// Takes a cell.
  @inline(__always)
  mutating func add(_ record: Record, _ index: Int) -> TalliedCell {
    let line = record.line
    if !isKey {
      let scan = NumberScan(padded: record.untrimmed(index))
      if scan.isNumber, scan.value.isFinite {
        numberCount &+= 1
        if line < firstNumberLine { firstNumberLine = line }
        addValue(scan.value)
        numbers.insert(scan.value)
        return TalliedCell(hash: scan.value.bitPattern, key: -1, value: scan.value)
      }
    }
    return addKey(record[index], line)
  }

  @inline(__always)
  private mutating func addKey(
    _ cell: UnsafeBufferPointer<UInt8>, _ line: Int
  ) -> TalliedCell {
    let hash = ByteHash.padded(cell)
    if !isKey, keys.count > NumberSet.limit {
      let reading = CellReading(cell)
      hasOverflow = true
      loose.add(reading.kind, line: line)
      if !reading.value.isNaN { addValue(reading.value) }
      return TalliedCell(hash: hash, key: -1, value: reading.value)
    }
    let key = keys.intern(cell, hash: hash)
    if key == entries.count {
      let reading = CellReading(cell)
      entries.append(
        CellEntry(kind: reading.kind, value: reading.value, count: 0, firstLine: line))
    }
    let entry = entries.base[key]
    entries.base[key].count = entry.count &+ 1
    if !entry.value.isNaN { addValue(entry.value) }
    return TalliedCell(hash: hash, key: key, value: entry.value)
  }

  @inline(__always)
  private mutating func addValue(_ value: Double) {
    sum += value
    valueCount &+= 1
    if value < minimum { minimum = value }
    if value > maximum { maximum = value }
  }

  /// Adds the tally of the next block; answers the number here of each of its keys.
  mutating func merge(_ block: ColumnTally, startingAt line: Int) -> [Int] {
    loose.merge(block.loose, startingAt: line)
    if block.numberCount > 0 {
      numberCount += block.numberCount
      firstNumberLine = min(firstNumberLine, block.firstNumberLine + line)
    }
    numbers.formUnion(block.numbers)
    hasOverflow = hasOverflow || block.hasOverflow
    sum += block.sum
    valueCount += block.valueCount
    minimum = min(minimum, block.minimum)
    maximum = max(maximum, block.maximum)
    return block.entries.elements.indices.map { index in
      let entry = block.entries.base[index]
      if !isKey, keys.count > NumberSet.limit {
        hasOverflow = true
        loose.add(entry.kind, line: entry.firstLine + line, count: entry.count)
        return -1
      }
      let key = keys.intern(block.keys[index], hash: block.keys.hash(index))
      if key == entries.count {
        entries.append(entry)
        entries.base[key].firstLine += line
      } else {
        entries.base[key].count += entry.count
      }
      return key
    }
  }

  /// The cells of each kind.
  var kinds: KindCounts {
    var all = loose
    if numberCount > 0 { all.add(.number, line: firstNumberLine, count: numberCount) }
    for entry in entries.elements { all.add(entry.kind, line: entry.firstLine, count: entry.count) }
    return all
  }
}

/// A cell as a row needs it: a hash to compare rows, the number of a key, a value if any.
struct TalliedCell: BitwiseCopyable {
  let hash: UInt64
  let key: Int
  let value: Double
}

/// One different cell of a column.
struct CellEntry: BitwiseCopyable {
  let kind: CellKind
  let value: Double
  var count: Int
  var firstLine: Int
}
