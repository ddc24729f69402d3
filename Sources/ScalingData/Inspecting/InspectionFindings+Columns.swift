extension InspectionFindings {
  /// What looks wrong in one column.
  func columnFindings(_ index: Int) -> [InspectionFinding] {
    nameFindings(index) + typeFindings(index) + shareFindings(index)
  }

  private func nameFindings(_ index: Int) -> [InspectionFinding] {
    let name = header.names[index]
    if name.isEmpty {
      return [finding(.emptyName, "column \(index + 1) has no name")]
    }
    guard let first = header.names.firstIndex(of: name), first < index else { return [] }
    return [
      finding(
        .duplicateName,
        "columns \(first + 1) and \(index + 1) have the same name, \(label(index))")
    ]
  }

  private func typeFindings(_ index: Int) -> [InspectionFinding] {
    let kinds = reducer.tallies[index].kinds
    let numbers = kinds[.number] + kinds[.percent] + kinds[.dollars]
    var found: [InspectionFinding] = []
    if numbers > 0, kinds[.text] > 0 {
      let isText = columns[index].type == .text
      let rare = isText ? numbers : kinds[.text]
      let line = isText ? firstNumberLine(kinds) : kinds.firstLine(.text)
      found.append(
        finding(
          .mixedTypes,
          "\(label(index)) mixes numbers and text: \(rare) of \(kinds.present) cells are "
            + "\(isText ? "numbers" : "text"), the first on line \(line + 1)"))
    }
    if kinds[.percent] > 0, kinds[.number] > 0 {
      found.append(
        finding(
          .mixedUnits,
          "\(label(index)) has \(kinds[.percent]) cells with a percent sign and "
            + "\(kinds[.number]) without; see lines \(kinds.firstLine(.percent) + 1) and "
            + "\(kinds.firstLine(.number) + 1)"))
    }
    if kinds[.notFinite] > 0 {
      found.append(
        finding(
          .notFinite,
          "\(label(index)) has \(counted(kinds[.notFinite], "infinite or huge number")), the first "
            + "on line \(kinds.firstLine(.notFinite) + 1)"))
    }
    if kinds[.grouped] > 0 {
      found.append(
        finding(
          .groupedNumber,
          "\(label(index)) has \(counted(kinds[.grouped], "number")) with commas between digits, "
            + "the first on line \(kinds.firstLine(.grouped) + 1)"))
    }
    if let line = firstInvalidLine(index) {
      found.append(
        finding(.notUTF8, "\(label(index)) has text that is not UTF-8 on line \(line + 1)"))
    }
    return found
  }

  private func firstNumberLine(_ kinds: KindCounts) -> Int {
    min(kinds.firstLine(.number), kinds.firstLine(.percent), kinds.firstLine(.dollars))
  }

  private func firstInvalidLine(_ index: Int) -> Int? {
    let tally = reducer.tallies[index]
    let invalid = tally.entries.elements.indices.first {
      String(validating: tally.keys[$0], as: UTF8.self) == nil
    }
    return invalid.map { tally.entries.base[$0].firstLine }
  }

  private func shareFindings(_ index: Int) -> [InspectionFinding] {
    let column = columns[index]
    let total = column.count + column.missing
    if column.missing > 0, column.missing * 5 > total {
      return [
        finding(.manyMissing, "\(label(index)) is missing in \(column.missing) of \(total) rows")
      ]
    }
    if column.distinct == DistinctCount(value: 1, isExact: true), total > 1, column.missing == 0,
      index != resolution.items
    {
      return [finding(.constantColumn, "\(label(index)) is the same in every row")]
    }
    return []
  }

  /// The name of a column for a message, or its position when it has none.
  private func label(_ index: Int) -> String {
    let name = header.names[index]
    return name.isEmpty ? "column \(index + 1)" : CellText.shortened(name)
  }

  func finding(_ code: InspectionFinding.Code, _ message: String) -> InspectionFinding {
    InspectionFinding(code: code, message: message)
  }

  /// A count with its noun: "1 row", "3 rows".
  func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
