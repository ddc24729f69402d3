/// The columns that a reading of records asks for, by role.
struct RecordColumns {
  /// What a column is for.
  enum Role: Hashable {
    case cost, score, items, standardError, inputTokens, outputTokens, cachedTokens, effort
    case name(Int)
    case ladder(Int)
    case identity(Int)
  }

  private(set) var wanted: [NumberTableRequest.Column] = []
  private(set) var places: [Role: Int] = [:]

  init(_ request: RecordTableRequest) {
    addNumbers(request)
    if request.needsTokens { addTokens(request.tokens) }
    addLabels(request)
  }

  private mutating func addNumbers(_ request: RecordTableRequest) {
    let axes = WellKnownColumn.axes
    let costs = [AxisQuantity.dollars, .tokens, .flop, .samples].flatMap { quantity in
      axes.filter { $0.quantity == quantity }.flatMap(\.names)
    }
    if !request.needsTokens {
      add(.cost, "--x", "cost", request.cost, costs, content: .amount, allowsEmpty: true)
    }
    add(.score, "--y", "score", request.score, WellKnownColumn.accuracies, content: .amount)
    var items: String?
    if case .column(let name) = request.items { items = name }
    if items != nil || request.items == nil {
      add(
        .items, "--items", "items", items, WellKnownColumn.items, isOptional: true,
        allowsEmpty: true)
    }
    add(
      .standardError, "--stderr", "stderr", request.standardError, WellKnownColumn.standardErrors,
      content: .amount, isOptional: true, allowsEmpty: true)
  }

  private mutating func addTokens(_ columns: RecordTableRequest.TokenColumns) {
    let kinds: [(Role, String, String?, [String])] = [
      (.inputTokens, "input", columns.input, ["inputtokens", "prompttokens"]),
      (
        .outputTokens, "output", columns.output,
        ["outputtokens", "completiontokens", "avgoutputtokens", "avgtokensused", "tokensused"]
      ),
      (
        .cachedTokens, "cached", columns.cached,
        ["cachedtokens", "cachedinputtokens", "cachereadtokens"]
      ),
    ]
    for (role, kind, name, known) in kinds {
      add(
        role, "--\(kind)-tokens", "\(kind) tokens", name, known, isOptional: true,
        allowsEmpty: true)
    }
  }

  private mutating func addLabels(_ request: RecordTableRequest) {
    let groups = WellKnownColumn.seriesGroups
    if let names = request.names {
      for (index, name) in names.enumerated() { addLabel(.name(index), "--name", "record", name) }
    } else {
      addLabel(.name(0), "--name", "record", nil, groups[0])
      let efforts = ["effort", "reasoningeffort", "thinkingeffort", "effortlevel", "efficiency"]
      addLabel(.effort, "--name", "effort", nil, efforts, isOptional: true)
    }
    if case .columns(let names) = request.ladders {
      for (index, name) in names.enumerated() {
        addLabel(.ladder(index), "--series", "series", name)
      }
    }
    guard let identity = request.identity else {
      return addLabel(.identity(0), "--identity", "identity", nil, groups[1], isOptional: true)
    }
    for (index, name) in identity.enumerated() {
      addLabel(.identity(index), "--identity", "identity", name)
    }
  }

  private mutating func addLabel(
    _ role: Role, _ option: String, _ meaning: String, _ name: String?, _ known: [String] = [],
    isOptional: Bool = false
  ) {
    add(
      role, option, meaning, name, known, content: .label, isOptional: isOptional,
      allowsEmpty: true)
  }

  private mutating func add(
    _ role: Role, _ option: String, _ meaning: String, _ name: String?, _ known: [String],
    content: NumberTableRequest.Column.Content = .number, isOptional: Bool = false,
    allowsEmpty: Bool = false
  ) {
    places[role] = wanted.count
    wanted.append(
      NumberTableRequest.Column(
        option: option, meaning: meaning, name: name, wellKnownNames: known,
        isOptional: isOptional, content: content, allowsEmptyCells: allowsEmpty))
  }
}
