/// Looks through the counts of an inspection for what a user should know.
struct InspectionFindings {
  let reducer: InspectionReducer
  let resolution: RoleResolution
  let header: TableHeader
  let columns: [ColumnSummary]
  let yUnit: ValueUnit?
  let series: [InspectedSeries]

  /// All findings: the table first, then the columns, the axes and the series.
  var all: [InspectionFinding] {
    tableFindings + columns.indices.flatMap(columnFindings) + xFindings + yFindings
      + seriesFindings
  }

  private var tableFindings: [InspectionFinding] {
    var found: [InspectionFinding] = []
    if reducer.rowCount == 0 {
      found.append(finding(.noRows, "there is a header, but no row to look at"))
    }
    if let first = reducer.ragged.first {
      found.append(
        finding(
          .raggedRows,
          "\(counted(reducer.ragged.count, "row")) without \(first.expected) cells; the first, on "
            + "line \(first.line + 1), has \(first.found)"))
    }
    let duplicates = reducer.hashes.duplicates
    if let line = duplicates.firstLine {
      let scope = reducer.hashes.isFull ? " (among the first \(RowHashes.limit))" : ""
      found.append(
        finding(
          .duplicateRows,
          "\(counted(duplicates.count, "row")) \(duplicates.count == 1 ? "repeats" : "repeat") "
            + "an earlier row\(scope); the first is on line \(line + 1)"))
    }
    return found
  }

  private var xFindings: [InspectionFinding] {
    guard let index = resolution.x, let low = columns[index].minimum,
      let high = columns[index].maximum, columns[index].type != .date
    else { return [] }
    let name = columns[index].name
    if low <= 0 {
      return [
        finding(
          .nonPositiveX,
          "\(name), the x, is \(low) at its smallest: a logarithm needs positive numbers")
      ]
    }
    guard let decades = columns[index].decades, decades < 1, high > low else { return [] }
    return [
      finding(
        .narrowX, "\(name), the x, goes from \(low) to \(high): less than a factor of ten")
    ]
  }

  private var yFindings: [InspectionFinding] {
    guard let index = resolution.y, let low = columns[index].minimum,
      let high = columns[index].maximum
    else { return [] }
    let name = columns[index].name
    var found: [InspectionFinding] = []
    if ValueReading.isAccuracy(name) {
      if low < 0 || high > 100 {
        found.append(
          finding(
            .accuracyOutOfRange,
            "\(name) goes from \(low) to \(high), but an accuracy lies in 0...1 or 0...100"))
      } else if columns[index].type == .number, high > 1, low < 1, low > 0 {
        found.append(
          finding(
            .percentOrFraction,
            "\(name) goes from \(low) to \(high): read as percents, but small values may be "
              + "fractions"))
      }
    }
    let check = reducer.items
    let misfits = yUnit == .percent ? check.misfitsAsPercent : check.misfitsAsFraction
    if yUnit != .number, misfits > 0 {
      found.append(
        finding(
          .notMultipleOfItems,
          "\(misfits) of \(check.rows) values of \(name) are no whole number of right answers "
            + "out of \(itemsName)"))
    }
    return found
  }

  private var itemsName: String {
    resolution.items.map { columns[$0].name }
      ?? resolution.itemCount.map { "\($0)" } ?? "the items"
  }

  private var seriesFindings: [InspectionFinding] {
    guard resolution.x != nil, resolution.y != nil, reducer.rowCount > 0 else { return [] }
    var found: [InspectionFinding] = []
    let repeated = series.indices.filter { reducer.distinctX[$0].hasRepeats }
    if let first = repeated.first {
      found.append(
        finding(
          .replicates,
          "\(repeated.count) of \(series.count) series measure the same x more than once, such "
            + "as \(CellText.shortened(series[first].name))"))
    }
    let short = series.indices.filter {
      series[$0].distinctX.isExact && series[$0].distinctX.value < 4
    }
    if let first = short.first {
      found.append(
        finding(
          .shortSeries,
          "\(short.count) of \(series.count) series have fewer than 4 different x, such as "
            + CellText.shortened(series[first].name)))
    }
    return found
  }
}
