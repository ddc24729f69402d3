/// The columns of a reading of samples by position, chosen by the user or by their names.
struct SampleRoleResolution {
  private(set) var layout = SampleLayout.rows
  private(set) var series: [Int] = []
  private var columns: [SampleRole: Int] = [:]
  private var guesses: [String] = []
  private var guessedOptions: [String] = []
  /// Columns that are not read as their names suggest, one sentence each.
  private var refusals: [String] = []
  /// A column of true answers beside the one of verdicts, which counts, where both were guessed.
  private(set) var claimedTruth: Int?
  private let shape: TableShape
  private let request: SampleRequest

  /// Chooses the columns.
  ///
  /// - Throws: an error about a name that does not exist, about roles that exclude each other,
  ///   or about a role without which nothing can be counted.
  init(_ request: SampleRequest, shape: TableShape) throws(DataError) {
    self.shape = shape
    self.request = request
    try takeRequested()
    guess(.question, WellKnownSampleColumn.question)
    guard columns[.question] != nil else { throw missing(.question, "question") }
    try chooseLayout()
    try chooseVerdict()
    if layout == .rows { guessAmounts() } else { try refuseAmounts() }
    if request.series == nil { guessSeries() }
    if columns[.correct] != nil, columns[.answer] != nil, request.correct == nil {
      claimedTruth = firstColumn(WellKnownSampleColumn.truth)
    }
  }

  /// The position of a column.
  subscript(role: SampleRole) -> Int? { columns[role] }

  /// The position of the column that names the question.
  var question: Int { columns[.question] ?? 0 }

  /// The columns that are read.
  var usedColumns: [Int] { columns.values.sorted() + series + wideColumns }

  private var wideColumns: [Int] {
    if case .wide(let wide) = layout { return wide }
    return []
  }

  /// One sentence on all guesses, and one on each column that was passed over.
  var notes: [String] {
    guard !guesses.isEmpty else { return refusals }
    return [
      "\(guesses.joined(separator: ", ")) (guessed from the names of the columns; choose others "
        + "with \(guessedOptions.joined(separator: ", ")))"
    ] + refusals
  }

  /// The roles with the names of the header.
  var roles: SampleRoles {
    var roles = SampleRoles()
    roles.question = choice(.question)
    roles.answer = choice(.answer)
    roles.correct = choice(.correct)
    roles.truth = choice(.truth)
    roles.samples = choice(.samples)
    roles.count = choice(.count)
    roles.outputTokens = choice(.outputTokens)
    roles.inputTokens = choice(.inputTokens)
    roles.cost = choice(.cost)
    roles.score = choice(.score)
    roles.sampleID = choice(.sampleID)
    roles.series = series.map { choice($0, isRequested: request.series != nil) }
    roles.wide = wideColumns.map { choice($0, isRequested: request.wide != nil) }
    return roles
  }

  private func choice(_ role: SampleRole) -> ColumnChoice? {
    columns[role].map { choice($0, isRequested: role.name(in: request) != nil) }
  }

  private func choice(_ index: Int, isRequested: Bool) -> ColumnChoice {
    ColumnChoice(column: shape.header.names[index], origin: isRequested ? .requested : .guessed)
  }

  // MARK: Choosing

  private mutating func takeRequested() throws(DataError) {
    for role in SampleRole.allCases {
      guard let name = role.name(in: request) else { continue }
      columns[role] = try shape.header.index(of: name, option: role.option, file: shape.file)
    }
    for name in request.series ?? [] {
      series.append(try shape.header.index(of: name, option: "--series", file: shape.file))
    }
    if request.correct != nil, request.truth != nil {
      throw conflict(
        "--correct and --truth both tell which samples are right", "Leave one of them out.")
    }
    let layouts = [
      request.samples.map { _ in "--samples" }, request.count.map { _ in "--count" },
      request.wide.map { _ in "--wide" },
    ].compactMap(\.self)
    if layouts.count > 1 {
      throw conflict(
        "\(layouts.joined(separator: " and ")) describe different kinds of tables",
        "Leave all but one of them out.")
    }
  }

  private mutating func chooseLayout() throws(DataError) {
    if let wide = request.wide {
      layout = .wide(try WideColumns.named(wide, header: shape.header, file: shape.file))
    } else if let column = columns[.samples] {
      layout = .questionCounts(column)
    } else if let column = columns[.count] {
      layout = .answerCounts(column)
      guess(.answer, WellKnownSampleColumn.answer)
    } else {
      guess(.answer, WellKnownSampleColumn.answer)
      try guessLayout()
    }
  }

  private mutating func guessLayout() throws(DataError) {
    if columns[.answer] != nil {
      guard firstColumn(WellKnownSampleColumn.sampleID) == nil, request.sampleID == nil else {
        return
      }
      guess(.count, WellKnownSampleColumn.count, where: isNumeric)
      if let column = columns[.count] { layout = .answerCounts(column) }
      return
    }
    let samples = firstColumn(WellKnownSampleColumn.samples, where: isNumeric)
    let correct =
      columns[.correct]
      ?? firstColumn(WellKnownSampleColumn.correctCount, where: isNumeric)
    if let samples, let correct, samples != correct {
      guess(.samples, WellKnownSampleColumn.samples, where: isNumeric)
      guess(.correct, WellKnownSampleColumn.correctCount, where: isNumeric)
      layout = .questionCounts(samples)
      return
    }
    guard request.correct == nil, columns[.truth] != nil || truthIsThere else { return }
    let wide = WideColumns.guessed(shape.header, excluding: Array(columns.values))
    guard let first = wide.first, let last = wide.last else { return }
    layout = .wide(wide)
    noteGuess(
      "samples = \(shape.header.names[first])…\(shape.header.names[last]) (\(wide.count) columns)",
      "--wide")
  }

  private var truthIsThere: Bool { firstColumn(WellKnownSampleColumn.truth) != nil }

  /// The column that tells right from wrong: verdicts before true answers.
  private mutating func chooseVerdict() throws(DataError) {
    if case .questionCounts = layout {
      guess(.correct, WellKnownSampleColumn.correctCount, where: isNumeric)
      if request.truth != nil {
        throw conflict(
          "a table of counts of right samples needs no true answers", "Leave --truth out.")
      }
      guard columns[.correct] != nil else { throw missing(.correct, "count of right samples") }
      return
    }
    if case .wide = layout {
      if request.correct != nil {
        throw conflict(
          "a table with a column per sample is judged by a column of true answers",
          "Name it with --truth in place of --correct.")
      }
      if request.answer != nil {
        throw conflict("--answer names one column of answers, --wide several", "Leave one out.")
      }
    } else if request.truth == nil {
      guess(.correct, Array(WellKnownSampleColumn.correct.prefix(8)))
      let samples = shape.columns
      guess(.correct, WellKnownSampleColumn.correct) { samples[$0].holdsVerdicts }
    }
    if columns[.correct] == nil { guess(.truth, WellKnownSampleColumn.truth) }
    guard columns[.correct] != nil || columns[.truth] != nil else {
      throw DataError(
        .columnNotGuessed, at: DataPlace(file: shape.file),
        "no column has a well-known name for what is right",
        nextStep: "Name a column of true and false with --correct, or of true answers with "
          + "--truth. The columns are \(shape.header.list).")
    }
    let needsAnswers = columns[.truth] != nil || columns[.count] != nil
    if needsAnswers, columns[.answer] == nil, layout == .rows || columns[.count] != nil {
      throw missing(.answer, "answer")
    }
  }

  private mutating func guessAmounts() {
    guessAmount(.outputTokens, WellKnownSampleColumn.outputTokens)
    guessAmount(.inputTokens, WellKnownSampleColumn.inputTokens)
    guessAmount(.cost, WellKnownSampleColumn.cost)
    guess(.score, WellKnownSampleColumn.score, where: isNumeric)
    if request.sampleID != "none" { guess(.sampleID, WellKnownSampleColumn.sampleID) }
  }

  /// Takes a column of numbers, and says which one it passes over because it is text.
  private mutating func guessAmount(_ role: SampleRole, _ names: [String]) {
    guess(role, names, isNested: true, where: isNumeric)
    guard columns[role] == nil, let text = firstColumn(names, isNested: true) else { return }
    let name = shape.header.names[text]
    refusals.append(
      "\(name) is not read as \(role.rawValue): half of its first cells or more are text (\(role.option) "
        + "\(name) names the first)")
  }

  private func refuseAmounts() throws(DataError) {
    let roles: [SampleRole] = [.outputTokens, .inputTokens, .cost, .score, .sampleID]
    guard let role = roles.first(where: { columns[$0] != nil }) else { return }
    throw conflict(
      "\(role.option) needs a row per sample, but a row here stands for several",
      "Leave it out, or read the table with a row per sample.")
  }

  private mutating func guessSeries() {
    for names in WellKnownSampleColumn.groups {
      guard
        let index = firstColumn(
          names,
          where: { index in
            let column = shape.columns[index]
            return column.valueCount > 0
              && (column.distinctCount < column.valueCount || column.distinctCount == 1)
          })
      else { continue }
      series.append(index)
    }
    guard !series.isEmpty else { return }
    noteGuess(
      "series = " + series.map { shape.header.names[$0] }.joined(separator: ", "), "--series")
  }

  // MARK: Names

  /// Takes the first column with one of the names, unless the role has one.
  private mutating func guess(
    _ role: SampleRole, _ names: [String], isNested: Bool = false,
    where isFit: (Int) -> Bool = { _ in true }
  ) {
    guard columns[role] == nil,
      let index = firstColumn(names, isNested: isNested, where: isFit)
    else { return }
    columns[role] = index
    noteGuess("\(role.rawValue) = \(shape.header.names[index])", role.option)
  }

  private mutating func noteGuess(_ guess: String, _ option: String) {
    guesses.append(guess)
    guessedOptions.append(option)
  }

  /// - Parameter isNested: whether the last part of a name such as usage.prompt_tokens is enough.
  private func firstColumn(
    _ names: [String], isNested: Bool = false, where isFit: (Int) -> Bool = { _ in true }
  ) -> Int? {
    let used = Set(columns.values).union(series)
    for name in names {
      let index = shape.header.names.indices.first { index in
        let column = shape.header.names[index]
        let last = isNested ? column.split(separator: ".").last.map(String.init) : nil
        return !used.contains(index) && isFit(index)
          && (WellKnownColumn.normalised(column) == name
            || last.map(WellKnownColumn.normalised) == name)
      }
      if let index { return index }
    }
    return nil
  }

  private func isNumeric(_ index: Int) -> Bool { !shape.columns[index].isText }

  private func missing(_ role: SampleRole, _ meaning: String) -> DataError {
    DataError(
      .columnNotGuessed, at: DataPlace(file: shape.file),
      "no column has a well-known name for the \(meaning)",
      nextStep: "Name one with \(role.option). The columns are \(shape.header.list).")
  }

  private func conflict(_ problem: String, _ nextStep: String) -> DataError {
    DataError(.conflictingRoles, at: DataPlace(file: shape.file), problem, nextStep: nextStep)
  }
}
