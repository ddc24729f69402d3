extension GroupTable {
  /// The group of some cells of a record; a cell that appears for the first time must be UTF-8.
  mutating func group(
    of record: Record, at positions: [Int], names: [String]
  ) throws(DataError) -> Int {
    var group = 0
    for column in positions.indices {
      let cell = record[positions[column]]
      let known = keyCount(column: column)
      let key = key(cell, hash: ByteHash.padded(cell), column: column)
      if key == known {
        _ = try TextEncoding.text(cell, line: record.line + 1, column: names[positions[column]])
      }
      group = joined(group, key, column: column)
    }
    return group
  }
}
