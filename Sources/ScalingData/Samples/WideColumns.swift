/// The columns of a wide table, one per sample.
enum WideColumns {
  /// The columns that a list names, in order: names, patterns with `*`, ranges `a..b`.
  static func named(
    _ list: [String], header: TableHeader, file: String
  ) throws(DataError) -> [Int] {
    var columns: [Int] = []
    for item in list {
      let found = try matching(item, header, file)
      guard !found.isEmpty else {
        throw DataError(
          .unknownColumn, at: DataPlace(file: file),
          "no column matches \"\(CellText.shortened(item))\" (--wide)",
          nextStep: "The columns are \(header.list).")
      }
      for column in found where !columns.contains(column) { columns.append(column) }
    }
    return columns
  }

  private static func matching(
    _ item: String, _ header: TableHeader, _ file: String
  ) throws(DataError) -> [Int] {
    if header.names.contains(item) {
      return [try header.index(of: item, option: "--wide", file: file)]
    }
    if item.contains("*") {
      let pattern = Array(item.utf8)
      return header.names.indices.filter {
        matches(Array(header.names[$0].utf8)[...], pattern[...])
      }
    }
    let ends = item.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2 else {
      return [try header.index(of: item, option: "--wide", file: file)]
    }
    let first = try header.index(of: String(ends[0]), option: "--wide", file: file)
    let last = try header.index(of: String(ends[1]), option: "--wide", file: file)
    return first <= last ? Array(first...last) : []
  }

  /// Whether a name matches a pattern in which `*` stands for any characters.
  private static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    guard let next = pattern.first else { return name.isEmpty }
    if next == UInt8(ascii: "*") {
      let rest = pattern.dropFirst()
      return (0...name.count).contains { matches(name.dropFirst($0), rest) }
    }
    return name.first == next && matches(name.dropFirst(), pattern.dropFirst())
  }

  /// The largest set of at least two columns whose names are a well-known word and a number.
  static func guessed(_ header: TableHeader, excluding used: [Int]) -> [Int] {
    var sets: [String: [Int]] = [:]
    for (index, name) in header.names.enumerated() where !used.contains(index) {
      let folded = WellKnownColumn.normalised(name)
      let word = String(folded.prefix { !$0.isNumber })
      guard word.count < folded.count, folded.dropFirst(word.count).allSatisfy(\.isNumber),
        WellKnownSampleColumn.wide.contains(word)
      else { continue }
      sets[word, default: []].append(index)
    }
    let best = sets.values.filter { $0.count > 1 }.max {
      ($0.count, $1[0]) < ($1.count, $0[0])
    }
    return best ?? []
  }
}
