/// The columns of a reading by position, chosen by the user or by their names.
struct RoleResolution {
  var x: Int?
  var y: Int?
  var series: [Int] = []
  var items: Int?
  var standardError: Int?
  var itemCount: Double?
  var weights: Int?
  var question: Int?
  private(set) var notes: [String] = []
  private let shape: TableShape
  private let request: TableRequest

  /// Chooses the columns; an unknown name is an error, a role without a column is not.
  init(_ request: TableRequest, shape: TableShape) throws(DataError) {
    self.shape = shape
    self.request = request
    try takeRequested()
    if request.x == nil { guessX() }
    if request.y == nil { guessY() }
    if request.series == nil { guessSeries() }
    if request.items == nil, question == nil { guessItems() }
    if request.standardError == nil { guessStandardError() }
  }

  /// The roles with the names of the header.
  var roles: TableRoles {
    TableRoles(
      x: choice(x, isRequested: request.x != nil), y: choice(y, isRequested: request.y != nil),
      series: series.compactMap { choice($0, isRequested: request.series != nil) },
      items: choice(items, isRequested: request.items != nil),
      standardError: choice(standardError, isRequested: request.standardError != nil),
      itemCount: itemCount, weights: choice(weights, isRequested: true),
      question: choice(question, isRequested: true))
  }

  /// The names of all columns, for messages.
  var columnList: String { shape.header.list }

  private func choice(_ index: Int?, isRequested: Bool) -> ColumnChoice? {
    index.map {
      ColumnChoice(
        column: shape.header.names[$0], origin: isRequested ? .requested : .guessed)
    }
  }

  private mutating func takeRequested() throws(DataError) {
    let file = shape.file
    if let name = request.x {
      x = try shape.header.index(of: name, option: request.naming.name("x"), file: file)
    }
    if let name = request.y {
      y = try shape.header.index(of: name, option: request.naming.name("y"), file: file)
    }
    if let name = request.standardError {
      standardError = try shape.header.index(
        of: name, option: request.naming.name("stderr"), file: file)
    }
    if let name = request.weights {
      weights = try shape.header.index(of: name, option: request.naming.name("weights"), file: file)
    }
    if let name = request.question {
      question = try shape.header.index(
        of: name, option: request.naming.name("question"), file: file)
    }
    for name in request.series ?? [] {
      series.append(
        try shape.header.index(of: name, option: request.naming.name("series"), file: file))
    }
    switch request.items {
    case .column(let name):
      items = try shape.header.index(of: name, option: request.naming.name("items"), file: file)
    case .number(let count):
      guard count > 0, count.isFinite else {
        throw DataError(
          .invalidItems, at: DataPlace(), "the number of items must be positive",
          nextStep: "Give --items a number such as 500, or the name of a column.")
      }
      itemCount = count
    case nil: break
    }
  }

  /// A column of mostly text is taken as the last resort: the reading then says which cell is
  /// no number, which helps more than to say that there is no such column.
  private mutating func guessX() {
    for allowsText in [false, true] {
      for known in WellKnownColumn.axes {
        for name in known.names {
          let single = WellKnownColumn(names: [name], title: "", quantity: .other)
          guard let index = firstColumn(where: single.matches), index != y,
            allowsText || isNumeric(index)
          else { continue }
          x = index
          notes.append(note("x", index, option: "--x"))
          return
        }
      }
    }
  }

  private mutating func guessY() {
    // A row per answer says whether it is right.
    let verdicts = request.question == nil ? [] : WellKnownColumn.verdicts
    let names = verdicts + WellKnownColumn.accuracies + WellKnownColumn.plainValues
    let candidates = names.compactMap { column(named: $0) }.filter { $0 != x }
    let index =
      verdicts.compactMap { column(named: $0) }.first ?? candidates.first(where: isNumeric)
      ?? columnByEnding()
      ?? candidates.first { ValueReading.isAccuracy(shape.header.names[$0]) }
    guard let index else { return }
    y = index
    notes.append(note("y", index, option: "--y"))
  }

  /// The only column of numbers whose name ends in a well-known word.
  private func columnByEnding() -> Int? {
    let endings = ["accuracy", "acc", "loss", "score"]
    let candidates = shape.header.names.indices.filter { index in
      let folded = WellKnownColumn.normalised(shape.header.names[index])
      return index != x && isNumeric(index) && endings.contains { folded.hasSuffix($0) }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// A column names series when it has text, and when it does not name every single row.
  private mutating func guessSeries() {
    for (rank, group) in WellKnownColumn.seriesGroups.enumerated() {
      for name in group {
        guard let index = column(named: name), index != x, index != y, index != question,
          shape.columns[index].textCount > 0
        else { continue }
        let distinct = shape.columns[index].distinctCount
        if distinct == shape.sampledRows, distinct > 1 { continue }
        if rank > 0, distinct < 2 { continue }
        if isLadder(index, name) { continue }
        series.append(index)
        break
      }
    }
    guard !series.isEmpty else { return }
    let names = series.map { shape.header.names[$0] }.joined(separator: ", ")
    notes.append(
      "series = \(names) (guessed from \(series.count == 1 ? "its name" : "their names"); "
        + "choose others with --series)")
  }

  /// Whether a column such as effort tells the points of a curve apart: with it among the names of
  /// series, each row would be a series of its own.
  private mutating func isLadder(_ index: Int, _ name: String) -> Bool {
    guard WellKnownColumn.ladders.contains(name), !series.isEmpty, shape.sampledRows > 1,
      shape.distinctCount(of: series) < shape.sampledRows,
      shape.distinctCount(of: series + [index]) == shape.sampledRows
    else { return false }
    notes.append(
      "\(shape.header.names[index]) tells the points of a series apart (each occurs once; name it "
        + "with --series to keep them apart)")
    return true
  }

  private mutating func guessItems() {
    for name in WellKnownColumn.items {
      guard let index = column(named: name), index != x, index != y, isNumeric(index) else {
        continue
      }
      items = index
      notes.append(note("items", index, option: "--items"))
      return
    }
  }

  private mutating func guessStandardError() {
    for name in WellKnownColumn.standardErrors {
      guard let index = column(named: name), index != x, index != y, isNumeric(index) else {
        continue
      }
      standardError = index
      notes.append(note("stderr", index, option: "--stderr"))
      return
    }
  }

  private func note(_ role: String, _ index: Int, option: String) -> String {
    "\(role) = \(shape.header.names[index]) (guessed from its name; choose another with \(option))"
  }

  private func column(named name: String) -> Int? {
    firstColumn { WellKnownColumn.normalised($0) == name }
  }

  private func firstColumn(where matches: (String) -> Bool) -> Int? {
    shape.header.names.firstIndex(where: matches)
  }

  /// Whether a column holds numbers rather than text: a well-known name over text is no axis.
  private func isNumeric(_ index: Int) -> Bool {
    !shape.columns[index].isText
  }
}
