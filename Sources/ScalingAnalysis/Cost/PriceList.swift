public import ScalingData

/// Prices of models, as a table gives them.
public struct PriceList: Sendable, Equatable {
  /// One line of the table.
  public struct Entry: Sendable, Equatable {
    /// The model as the table names it.
    public var model: String
    /// What its tokens cost.
    public var price: TokenPrice
    /// When the price held, as it is printed; empty where the table does not say.
    public var date: String
    /// Where the price is from; empty where the table does not say.
    public var source: String
    /// The line in the file, counted from 1.
    public var line: Int
  }

  /// The table.
  public let input: InputIdentity
  /// Its lines.
  public let entries: [Entry]
  private let places: [String: Int]

  /// Reads a table with a column of models and columns of dollars per million tokens, named
  /// input, output and cached; date and source are kept where they are given.
  ///
  /// - Throws: `DataError` for a price below 0, a model with two prices, or no column of prices.
  public init(reading location: InputLocation, needsDigest: Bool = false) throws(DataError) {
    let table = try NumberTable(
      reading: NumberTableRequest(
        input: location, columns: Self.columns, needsDigest: needsDigest, needsTexts: true))
    input = table.input
    guard table.columns[1] != nil || table.columns[2] != nil else {
      throw DataError(
        .columnNotGuessed, at: DataPlace(file: table.input.path),
        "no column holds dollars per million tokens",
        nextStep: "Name columns input and output, and cached where it is cheaper.")
    }
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for row in table.lines.indices {
      let entry = try Self.entry(table, row)
      let key = entry.model.lowercased()
      if let known = places[key] {
        throw DataError(
          .duplicateKey, at: DataPlace(file: table.input.path, line: entry.line),
          "\(entry.model) has a price on line \(entries[known].line) already",
          nextStep: "Keep the price that held when the records were made.")
      }
      places[key] = entries.count
      entries.append(entry)
    }
    self.entries = entries
    self.places = places
  }

  /// The line for a model, compared without case.
  public func entry(for model: String) -> Entry? {
    places[model.lowercased()].map { entries[$0] }
  }

  private static let columns: [NumberTableRequest.Column] = [
    label("model", ["model", "modelid", "name", "modelname"], isOptional: false),
    price("input", ["input", "prompt"]), price("output", ["output", "completion"]),
    price("cached", ["cached", "cachedinput"]),
    label("date", ["date", "asof", "retrieved"], isOptional: true),
    label("source", ["source", "url"], isOptional: true),
  ]

  private static func price(_ kind: String, _ words: [String]) -> NumberTableRequest.Column {
    let endings = ["", "price", "usdpermillion", "permillion", "usdpermtok"]
    return NumberTableRequest.Column(
      option: "--prices", meaning: "price of \(kind) tokens", name: nil,
      wellKnownNames: words.flatMap { word in endings.map { word + $0 } }, isOptional: true,
      content: .amount, allowsEmptyCells: true, takesText: true)
  }

  private static func label(
    _ meaning: String, _ names: [String], isOptional: Bool
  ) -> NumberTableRequest.Column {
    NumberTableRequest.Column(
      option: "--prices", meaning: meaning, name: nil, wellKnownNames: names,
      isOptional: isOptional, content: .label, allowsEmptyCells: true)
  }

  private static func entry(_ table: NumberTable, _ row: Int) throws(DataError) -> Entry {
    var prices: [Double?] = []
    for place in 1...3 {
      let value = table.columns[place] == nil ? .nan : table.values[place][row]
      guard value.isNaN || value >= 0 else {
        throw DataError(
          .notANumber,
          at: DataPlace(
            file: table.input.path, line: table.lines[row], column: table.columns[place]?.column),
          "a price cannot be below 0", nextStep: "Leave the cell empty where it is unknown.")
      }
      prices.append(value.isNaN ? nil : value)
    }
    let text = { (place: Int) in table.columns[place] == nil ? "" : table.texts[place][row] }
    return Entry(
      model: text(0), price: TokenPrice(input: prices[0], output: prices[1], cached: prices[2]),
      date: text(4), source: text(5), line: table.lines[row])
  }
}
