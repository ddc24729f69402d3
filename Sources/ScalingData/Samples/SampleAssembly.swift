/// A reading of samples from several inputs that have the same columns.
struct SampleAssembly {
  private let request: SampleRequest
  private let limits: ReadingLimits
  private var first: TableShape?
  private var resolution: SampleRoleResolution?
  private var reducer: SampleReducer?
  private var inputs = ReadInputs()

  init(_ request: SampleRequest, limits: ReadingLimits) {
    self.request = request
    self.limits = limits
  }

  /// Reads an input to its end.
  mutating func read(_ location: InputLocation) throws(DataError) {
    if inputs.paths.contains(location.description) {
      throw DataError(
        .readFailed, at: DataPlace(file: location.description),
        "is named twice: its samples would count double",
        nextStep: "Name it once.")
    }
    let table = try OpenedTable(
      location, delimiter: request.delimiter, needsDigest: request.needsDigest, limits: limits)
    let reducer = try table.closedOnError { () throws(DataError) in try prepare(table) }
    reducer.files.append(location.description)
    try inputs.read(table, into: reducer, threads: request.threads)
  }

  /// The reducer with its columns where this input has them.
  private mutating func prepare(_ table: OpenedTable) throws(DataError) -> SampleReducer {
    if let reducer, let first, let resolution {
      let map = try first.positions(in: table.header, file: table.location.description)
      reducer.plan = try plan(resolution, table, map)
      return reducer
    }
    let shape = table.shape(limits: limits)
    let resolution = try SampleRoleResolution(request, shape: shape)
    let reducer = SampleReducer(
      plan: try plan(resolution, table, Array(shape.header.names.indices)),
      separatesInputs: separatesInputs(resolution))
    (self.first, self.resolution, self.reducer) = (shape, resolution, reducer)
    return reducer
  }

  /// Files without a column that names the model are taken to be one model each.
  private func separatesInputs(_ resolution: SampleRoleResolution) -> Bool {
    request.inputs.count > 1 && request.series == nil && resolution.series.isEmpty
  }

  private func plan(
    _ resolution: SampleRoleResolution, _ table: OpenedTable, _ map: [Int]
  ) throws(DataError) -> SamplePlan {
    let file = table.location.description
    for index in resolution.usedColumns {
      _ = try table.header.index(of: table.header.names[map[index]], option: "", file: file)
    }
    let layout: SampleLayout =
      switch resolution.layout {
      case .rows: .rows
      case .wide(let columns): .wide(columns.map { map[$0] })
      case .answerCounts(let column): .answerCounts(map[column])
      case .questionCounts(let column): .questionCounts(map[column])
      }
    func position(_ role: SampleRole) -> Int? { resolution[role].map { map[$0] } }
    return SamplePlan(
      layout: layout, question: map[resolution.question], answer: position(.answer),
      correct: position(.correct), truth: position(.truth),
      claimedTruth: resolution.claimedTruth.map { map[$0] },
      outputTokens: position(.outputTokens), inputTokens: position(.inputTokens),
      cost: position(.cost), score: position(.score), sampleID: position(.sampleID),
      series: resolution.series.map { map[$0] },
      filter: try RowFilter(request.conditions, header: table.header, file: file),
      names: table.header.names, unparsed: request.unparsed.map { Array($0.trimmed.utf8) },
      keepsSequence: request.needsSequence || resolution[.score] != nil)
  }

  /// The table of everything read.
  func finished() throws(DataError) -> SampleTable {
    guard let resolution, let reducer else {
      throw DataError(
        .noInput, at: DataPlace(), "there is no input", nextStep: "Name a file, or - .")
    }
    try inputs.requireRows(
      seen: reducer.seenCount, matching: reducer.matchingCount, request.conditions)
    let groups = SampleGroups(
      reducer, names: reducer.separatesInputs ? request.inputs.map(\.stem) : nil,
      lone: request.inputs[0].stem
    ).groups
    guard groups.contains(where: { $0.questions.contains { $0.sampleCount > 0 } }) else {
      throw DataError(
        .noRows, at: DataPlace(file: inputs.paths.joined(separator: ", ")),
        "no question has a sample", nextStep: "Check the column of counts, or name another.")
    }
    return SampleTable(
      groups: groups, inputs: inputs.identities,
      notes: inputs.notes + resolution.notes + rowNotes(reducer)
        + SampleNotes(groups, reducer, roles: resolution.roles).notes,
      roles: resolution.roles)
  }

  private func rowNotes(_ reducer: SampleReducer) -> [String] {
    var notes: [String] = []
    if reducer.separatesInputs {
      notes.append(
        "each of the \(inputs.paths.count) files is a group; name a column with --series, or none to "
          + "take them together")
    }
    if !request.conditions.isEmpty {
      notes.append("\(reducer.matchingCount) of \(reducer.seenCount) rows meet the conditions")
    }
    return notes
  }
}
