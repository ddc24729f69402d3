internal import ScalingAnalysis
internal import ScalingData
internal import ScalingReports

/// A table of measurements as one surface per series.
struct SurfaceReading {
  /// The rows of one series.
  struct Series {
    var name: String
    var data: SurfaceData
    var groups: [String]?
  }

  let input: InputIdentity
  let roles: SurfaceReport.Roles
  let accuracy: ValueDescription
  let series: [Series]
  let notes: [String]

  /// Reads the table.
  init(
    _ location: InputLocation, _ options: SurfaceColumnOptions, y: String?, rows: RowOptions,
    threads: Int
  ) throws {
    let columns = SurfaceColumns(options, y: y)
    let table = try NumberTable(
      reading: NumberTableRequest(
        input: location, columns: columns.columns, conditions: try rows.conditions(),
        delimiter: rows.separator, threads: threads, needsDigest: true, needsTexts: true))
    var notes = table.notes
    let cells = try Cells(table, columns, options, notes: &notes)
    if let counts = cells.items, let row = counts.firstIndex(where: { !($0 > 0) }) {
      throw LawError(
        description: "\(location.description), line \(table.lines[row]): \(counts[row]) questions; "
          + "an accuracy has at least one. Correct --items.")
    }
    series = try Self.split(table, columns, standard: location.stem).map { name, rows in
      do {
        return Series(
          name: name, data: try cells.data(rows),
          groups: cells.groups.map { groups in rows.map { groups[$0] } })
      } catch let error as FitError {
        let within = columns.name(.series, in: table) == nil ? "" : ", \(name)"
        throw LawError(description: "\(location.description)\(within), \(error.description)")
      }
    }
    self.notes = notes
    input = table.input
    accuracy = cells.accuracy.description
    let training = columns.place(.training, in: table).map(table.axis)
    let inference = columns.place(.inference, in: table).map(table.axis)
    roles = SurfaceReport.Roles(
      training: columns.name(.training, in: table) ?? "",
      inference: columns.name(.inference, in: table) ?? "",
      inferenceQuantity: inference?.quantity ?? .other,
      items: columns.name(.items, in: table) ?? options.items,
      cluster: columns.name(.cluster, in: table)
        ?? (options.cluster == "none" ? "one row each" : "training compute"),
      within: columns.name(.within, in: table),
      trainingTitle: training?.title ?? "training compute", inferenceTitle: inference?.title)
  }

  /// The rows of each series, in the order of the table.
  private static func split(
    _ table: NumberTable, _ columns: SurfaceColumns, standard: String
  ) -> [(name: String, rows: [Int])] {
    guard let place = columns.place(.series, in: table) else {
      return [(standard, Array(table.lines.indices))]
    }
    var numbers: [String: Int] = [:]
    var result: [(name: String, rows: [Int])] = []
    for (row, name) in table.texts[place].enumerated() {
      if let number = numbers[name] {
        result[number].rows.append(row)
      } else {
        numbers[name] = result.count
        result.append((name, [row]))
      }
    }
    return result
  }

  /// The cells of all rows, by their role.
  private struct Cells {
    let training: [Double]
    let inference: [Double]
    let accuracy: NumberTable.Accuracies
    let items: [Double]?
    let cluster: [String]?
    let groups: [String]?
    let lines: [Int]

    init(
      _ table: NumberTable, _ columns: SurfaceColumns, _ options: SurfaceColumnOptions,
      notes: inout [String]
    ) throws {
      let numbers = { columns.place($0, in: table).map { table.values[$0] } }
      let texts = { columns.place($0, in: table).map { table.texts[$0] } }
      training = numbers(.training) ?? []
      inference = numbers(.inference) ?? []
      accuracy = try table.accuracies(in: columns.accuracyPlace, unit: options.unit)
      if let note = accuracy.note { notes.append(note) }
      if case .number(let count) = options.items.map(ItemsSource.init(argument:)) {
        items = accuracy.values.map { _ in count }
      } else {
        items = numbers(.items)
      }
      groups = texts(.within)
      lines = table.lines
      cluster = options.cluster == "none" ? lines.map { "\($0)" } : texts(.cluster)
      if cluster == nil, options.cluster == nil {
        notes.append(
          "rows of one training compute count as one cluster (name another column with --cluster)")
      }
    }

    func data(_ rows: [Int]) throws(FitError) -> SurfaceData {
      let pick = { (column: [Double]) in rows.map { column[$0] } }
      return try SurfaceData(
        training: pick(training), inference: pick(inference), accuracy: pick(accuracy.values),
        items: items.map(pick), cluster: cluster.map { names in rows.map { names[$0] } },
        place: { "line \(lines[rows[$0]])" })
    }
  }
}
