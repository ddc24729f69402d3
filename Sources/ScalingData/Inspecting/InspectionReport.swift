/// Turns the counts of an inspection into its result.
struct InspectionReport {
  let reducer: InspectionReducer
  let resolution: RoleResolution
  let header: TableHeader
  let outcome: ReadingOutcome
  let request: TableRequest

  var inspection: Inspection {
    let columns = header.names.indices.map(summary)
    let unit = resolution.y.map { yUnit($0, columns[$0]) }
    let series = self.series(divisor: unit == .percent ? 100 : 1)
    let findings = InspectionFindings(
      reducer: reducer, resolution: resolution, header: header, columns: columns, yUnit: unit,
      series: series)
    return Inspection(
      input: InputIdentity(
        path: request.inputs[0].description, sha256: outcome.digest, rows: outcome.rowCount),
      delimiter: header.format.description, columns: columns, roles: resolution.roles,
      x: resolution.x.map { axis($0, columns[$0]) },
      y: resolution.y.map { index in
        ValueDescription(
          column: header.names[index], unit: unit ?? .number,
          title: AxisDescription.spaced(header.names[index]))
      },
      series: series, isSeriesListCapped: reducer.isCapped, findings: findings.all,
      notes: outcome.notes + resolution.notes + rowNotes)
  }

  private var rowNotes: [String] {
    guard !request.conditions.isEmpty else { return [] }
    let seen = outcome.rowCount - reducer.ragged.count
    return ["\(reducer.rowCount) of \(seen) rows meet the conditions"]
  }

  private func summary(_ index: Int) -> ColumnSummary {
    let tally = reducer.tallies[index]
    let kinds = tally.kinds
    let hasValues = tally.valueCount > 0
    let isPositive = hasValues && tally.minimum > 0
    let texts = tally.entries.elements.indices.lazy.filter {
      [.text, .grouped, .notFinite, .boolean].contains(tally.entries.base[$0].kind)
    }
    return ColumnSummary(
      name: header.names[index], type: type(kinds), count: kinds.present,
      missing: kinds[.missing], minimum: hasValues ? tally.minimum : nil,
      maximum: hasValues ? tally.maximum : nil,
      mean: hasValues ? tally.sum / Double(tally.valueCount) : nil,
      decades: isPositive ? Decades.spanned(tally.minimum, tally.maximum) : nil,
      distinct: tally.distinct,
      examples: texts.prefix(3).map { CellText.shortened(tally.keys[$0]) })
  }

  /// The type of most cells; dollars and dates may have plain numbers among them.
  private func type(_ kinds: KindCounts) -> ColumnType {
    guard kinds.present > 0 else { return .empty }
    let text = kinds[.text] + kinds[.grouped] + kinds[.notFinite]
    if text * 2 >= kinds.present { return .text }
    if kinds[.date] > 0, kinds[.date] + kinds[.number] + text == kinds.present { return .date }
    if kinds[.dollars] > 0, kinds[.dollars] * 2 >= kinds[.number] { return .dollars }
    if kinds[.percent] > kinds[.number] { return .percent }
    return kinds[.boolean] > kinds[.number] ? .boolean : .number
  }

  private func yUnit(_ index: Int, _ column: ColumnSummary) -> ValueUnit {
    switch request.valueUnit {
    case .number: return .number
    case .fraction: return .fraction
    case .percent: return .percent
    case .automatic: break
    }
    if column.type == .percent { return .percent }
    guard ValueReading.isAccuracy(column.name), let low = column.minimum,
      let high = column.maximum, low >= 0, high <= 100
    else { return .number }
    return high <= 1 ? .fraction : .percent
  }

  private func axis(_ index: Int, _ column: ColumnSummary) -> AxisDescription {
    AxisDescription(
      column: column.name, holdsDates: column.type == .date,
      holdsDollars: column.type == .dollars)
  }

  private func series(divisor: Double) -> [InspectedSeries] {
    reducer.series.indices.map { index in
      let tally = reducer.series[index]
      let hasX = tally.xMinimum <= tally.xMaximum
      return InspectedSeries(
        name: resolution.series.isEmpty ? request.inputs[0].stem : reducer.name(index),
        rows: tally.rows, count: tally.count,
        mean: tally.count > 0 ? tally.sum / Double(tally.count) / divisor : nil,
        xMinimum: hasX ? tally.xMinimum : nil, xMaximum: hasX ? tally.xMaximum : nil,
        distinctX: reducer.distinctX[index].count)
    }
  }
}
