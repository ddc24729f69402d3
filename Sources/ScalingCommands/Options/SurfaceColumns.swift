internal import ScalingData

/// The columns of a surface as they are asked of a table, with the names by which each is known.
struct SurfaceColumns {
  /// What a column is for.
  enum Role: String, CaseIterable {
    case training, inference, accuracy, items, series, cluster, within
  }

  /// The columns to read.
  let columns: [NumberTableRequest.Column]
  /// The place of the accuracy, which every table must have.
  let accuracyPlace: Int
  private let places: [Role: Int]

  /// The columns that the options name, or well-known ones.
  init(_ options: SurfaceColumnOptions, y: String?) {
    var columns: [NumberTableRequest.Column] = []
    var places: [Role: Int] = [:]
    for role in Role.allCases {
      guard let column = Self.column(role, options, y: y) else { continue }
      places[role] = columns.count
      columns.append(column)
    }
    self.columns = columns
    self.places = places
    accuracyPlace = places[.accuracy] ?? 0
  }

  /// The place of a role in a table, where it has such a column.
  func place(_ role: Role, in table: NumberTable) -> Int? {
    places[role].flatMap { table.columns[$0] == nil ? nil : $0 }
  }

  /// The name of a role's column in a table.
  func name(_ role: Role, in table: NumberTable) -> String? {
    places[role].flatMap { table.columns[$0]?.column }
  }

  /// The column of a role; `nil` when the options make it unnecessary.
  private static func column(
    _ role: Role, _ options: SurfaceColumnOptions, y: String?
  ) -> NumberTableRequest.Column? {
    switch role {
    case .training: number(role, "training compute", options.training)
    case .inference: number(role, "inference compute", options.inference)
    case .accuracy: number(role, "accuracy", y, option: "--y", content: .amount)
    case .items: items(options.items)
    case .series: text(role, "series", options.series)
    case .cluster:
      options.cluster == "training"
        ? nil : text(role, "cluster of rows that share what scatters", options.cluster)
    case .within: text(role, "group within which training is compared", options.within)
    }
  }

  private static func number(
    _ role: Role, _ meaning: String, _ name: String?, option: String? = nil,
    content: NumberTableRequest.Column.Content = .number
  ) -> NumberTableRequest.Column {
    .init(
      option: option ?? "--\(role.rawValue)", meaning: meaning, name: name,
      wellKnownNames: wellKnownNames(role), content: content)
  }

  private static func items(_ argument: String?) -> NumberTableRequest.Column? {
    var name: String?
    switch argument.map(ItemsSource.init(argument:)) {
    case .number: return nil
    case .column(let column): name = column
    case nil: break
    }
    return .init(
      option: "--items", meaning: "questions", name: name, wellKnownNames: wellKnownNames(.items),
      isOptional: true)
  }

  private static func text(
    _ role: Role, _ meaning: String, _ name: String?
  ) -> NumberTableRequest.Column? {
    guard name != "none" else { return nil }
    return .init(
      option: "--\(role.rawValue)", meaning: meaning, name: name,
      wellKnownNames: wellKnownNames(role), isOptional: true, content: .label)
  }

  private static func wellKnownNames(_ role: Role) -> [String] {
    switch role {
    case .training: ["trainflops6nd"] + LawColumnOptions.flopNames
    case .inference:
      [
        "inferenceflops", "inferenceflop", "inferencecompute", "testtimecompute", "testtimeflops",
        "k", "samples", "nsamples", "votes", "avgtokensused", "tokensused", "thinkingtokens",
        "tokens",
      ]
    case .accuracy: ["accuracy", "coverage", "passatk", "passrate", "solverate", "score", "y"]
    case .items:
      ["items", "nitems", "questions", "nquestions", "questioncount", "problems", "nproblems"]
    case .series: ["benchmark", "task", "dataset", "datasetid", "taskname"]
    case .cluster: ["checkpoint", "model", "modelid", "modelname", "run"]
    case .within:
      ["sizelabel", "size", "modelsize", "paramsn", "params", "parameters", "family"]
    }
  }
}
