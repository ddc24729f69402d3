/// A reading of several inputs that have the same columns.
struct TableAssembly {
  var request: TableRequest
  private let limits: ReadingLimits
  private var first: TableShape?
  private var resolution: RoleResolution?
  private var reducer: SeriesReducer?
  private var inputs = ReadInputs()

  init(_ request: TableRequest, limits: ReadingLimits) {
    self.request = request
    self.limits = limits
  }

  /// Opens an input, whose header is then known.
  func open(_ location: InputLocation) throws(DataError) -> OpenedTable {
    if location == .standardInput, inputs.paths.contains(location.description) {
      throw DataError(
        .readFailed, at: DataPlace(file: location.description), "is named twice",
        nextStep: "Name - once.")
    }
    return try OpenedTable(
      location, delimiter: request.delimiter, needsDigest: request.needsDigest, limits: limits)
  }

  /// Reads an input to its end.
  mutating func read(_ table: OpenedTable) throws(DataError) {
    let reducer = try table.closedOnError { () throws(DataError) in try prepare(table) }
    try inputs.read(table, into: reducer, threads: request.threads)
  }

  /// The reducer with its columns where this input has them.
  private mutating func prepare(_ table: OpenedTable) throws(DataError) -> SeriesReducer {
    if let reducer, let first, let resolution {
      let map = try first.positions(in: table.header, file: table.location.description)
      reducer.plan = try plan(resolution, table, map)
      reducer.inputIndex += 1
      return reducer
    }
    let shape = table.shape(limits: limits)
    let resolution = try RoleResolution(request, shape: shape)
    let map = Array(shape.header.names.indices)
    let reducer = SeriesReducer(
      plan: try plan(resolution, table, map),
      seriesLimit: request.question == nil ? request.seriesLimit : nil)
    (self.first, self.resolution, self.reducer) = (shape, resolution, reducer)
    return reducer
  }

  private func plan(
    _ resolution: RoleResolution, _ table: OpenedTable, _ map: [Int]
  ) throws(DataError) -> RowPlan {
    let file = table.location.description
    let required = try resolution.requiredColumns(file: file)
    let used =
      [required.x, required.y] + resolution.series
      + [
        resolution.items, resolution.standardError, resolution.weights, resolution.question,
      ].compactMap(\.self)
    for index in used {
      _ = try table.header.index(of: table.header.names[map[index]], option: "", file: file)
    }
    return RowPlan(
      x: map[required.x], y: map[required.y], items: resolution.items.map { map[$0] },
      standardError: resolution.standardError.map { map[$0] },
      weights: resolution.weights.map { map[$0] }, question: resolution.question.map { map[$0] },
      series: resolution.series.map { map[$0] },
      predictors: try request.predictors.map { name throws(DataError) in
        try table.header.index(of: name, option: "--formula", file: file)
      },
      filter: try RowFilter(request.conditions, header: table.header, file: file),
      holdout: request.holdout.isEmpty
        ? nil
        : try RowFilter(
          request.holdout, header: table.header, file: file, option: "--holdout",
          x: map[required.x]),
      names: table.header.names)
  }

  /// The table of everything read.
  func finished() throws(DataError) -> SeriesTable {
    guard let first, let resolution, let reducer else {
      throw DataError(
        .noInput, at: DataPlace(), "there is no input", nextStep: "Name a file, or - .")
    }
    let files = inputs.paths
    let required = try resolution.requiredColumns(file: first.file)
    let xName = first.header.names[required.x]
    let yName = first.header.names[required.y]
    try inputs.requireRows(
      seen: reducer.seenCount, matching: reducer.matchingCount, request.conditions)
    try requireCompleteRow(reducer, file: files.joined(separator: ", "), xName, yName)
    try requireHoldout(reducer.facts, file: files.joined(separator: ", "))
    let holdsDates = try DateReading.holdsDates(reducer.facts, column: xName, files: files)
    let values = try ValueReading(
      reducer.facts, column: yName, choice: request.valueUnit, files: files,
      meaning: request.question == nil ? .named : .answers)
    var notes = inputs.notes + resolution.notes
    if let note = values.note { notes.append(note) }
    notes += rowNotes(reducer, xName, yName)
    let series = series(
      reducer, divisor: values.divisor, itemCount: resolution.itemCount)
    if let question = request.question { notes += questionNotes(series, question) }
    return SeriesTable(
      inputs: inputs.identities, roles: resolution.roles,
      x: AxisDescription(
        column: xName, holdsDates: holdsDates,
        holdsDollars: reducer.facts.holdsDollars),
      y: ValueDescription(
        column: yName, unit: values.unit,
        title: AxisDescription.spaced(yName, isPercent: values.unit == .percent),
        doubt: values.doubt),
      series: series, notes: notes, omitted: reducer.omitted)
  }

  private func questionNotes(_ series: [Series], _ column: String) -> [String] {
    series.compactMap { one in
      guard let questions = one.questions else { return nil }
      let missing = questions.incompleteCount
      return "\(one.name): \(questions.names.count) questions from \(column)"
        + (missing == 0
          ? ", each at every x"
          : ", \(missing) of them not at every x: a point is the mean of the questions it has")
    }
  }

  private func series(
    _ reducer: SeriesReducer, divisor: Double, itemCount: Double?
  ) -> [Series] {
    if reducer.plan.question != nil {
      return QuestionAssembly(reducer, divisor: divisor).series(
        named: reducer.plan.series.isEmpty ? request.inputs[0].stem : nil)
    }
    let kept = reducer.groups.count - reducer.omitted.series
    var observations = [[Observation]](repeating: [], count: kept)
    let width = reducer.plan.predictors.count
    for (index, row) in reducer.rows.enumerated() {
      let items = row.items.isNaN ? itemCount : row.items
      observations[Int(row.series)].append(
        Observation(
          x: row.x, y: row.y / divisor, items: items,
          standardError: row.standardError.isNaN ? nil : row.standardError / divisor,
          line: row.line, inputIndex: Int(row.inputIndex),
          predictors: width == 0
            ? [] : Array(reducer.predictors[(index * width)..<((index + 1) * width)]),
          isHeldOut: row.isHeldOut, weight: row.weight.isNaN ? nil : row.weight))
    }
    let hasNames = !reducer.plan.series.isEmpty
    return observations.indices.compactMap { group in
      guard !observations[group].isEmpty else { return nil }
      let name = hasNames ? reducer.groups.name(group) : request.inputs[0].stem
      return Series(
        name: name, labels: hasNames ? reducer.groups.labels(group) : nil,
        observations: observations[group])
    }
  }

  private func requireCompleteRow(
    _ reducer: SeriesReducer, file: String, _ x: String, _ y: String
  ) throws(DataError) {
    guard reducer.facts.count > 0 else {
      throw DataError(
        .noCompleteRow, at: DataPlace(file: file), "no row has both \(x) and \(y)",
        nextStep: "Choose other columns with --x and --y.")
    }
  }

  /// - Throws: an error when a hold-out that was asked for leaves one side empty.
  private func requireHoldout(_ rows: RowFacts, file: String) throws(DataError) {
    guard !request.holdout.isEmpty else { return }
    let count = rows.heldOutCount
    guard count == 0 || count == rows.count else { return }
    let list = request.holdout.map { "'\($0)'" }.joined(separator: " and ")
    let some = count == 0 ? "none" : "each"
    throw DataError(
      .invalidHoldout, at: DataPlace(file: file),
      "\(some) of the \(rows.count) points meets \(list)"
        + (count == 0 ? ", so nothing is held out" : ", so nothing is left to fit"),
      nextStep: "Choose a condition that some points meet and others do not.")
  }

  /// Names the series that have no row any more, the first of them where they are many.
  private func nothingLeft(of names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
    return "; nothing is left of \(shown)\(rest)"
  }

  private func rowNotes(_ reducer: SeriesReducer, _ x: String, _ y: String) -> [String] {
    var notes: [String] = []
    if !request.conditions.isEmpty {
      notes.append("\(reducer.matchingCount) of \(reducer.seenCount) rows meet the conditions")
    }
    if reducer.missingCount > 0 {
      let count = reducer.missingCount
      notes.append(
        "\(count) \(count == 1 ? "row" : "rows") without "
          + (request.predictors.isEmpty
            ? "\(x) or \(y)" + (request.question.map { " or \($0)" } ?? "")
            : "a value of " + request.predictors.joined(separator: ", "))
          + " left out" + nothingLeft(of: reducer.emptySeries))
    }
    return notes
  }
}
