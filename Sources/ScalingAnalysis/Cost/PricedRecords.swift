public import ScalingData

/// Records whose costs follow from their tokens and a list of prices.
public struct PricedRecords: Sendable, Equatable {
  /// The records; the cost is absent where it cannot be told.
  public let table: RecordTable
  /// The prices that were used, in the order of the list.
  public let used: [PriceList.Entry]
  /// Models of records without a price, in order of appearance.
  public let modelsWithoutPrice: [String]
  /// Records that have a price but no cost: their tokens are unknown, or of a kind without a price.
  public let uncountedRecords: Int

  /// Looks up each record by its name, then by its ladder.
  ///
  /// - Throws: `FrontierError` where no record gets a cost above 0.
  public init(_ table: RecordTable, _ prices: PriceList) throws(FrontierError) {
    var priced = table
    var lines = Set<Int>()
    var missing: [String] = []
    var uncounted = 0
    for index in table.records.indices {
      let record = table.records[index]
      let entry = Self.entry(record, prices)
      priced.records[index].cost = entry?.price.dollars(record.tokens)
      priced.records[index].costStep = 0
      if let entry {
        lines.insert(entry.line)
        if priced.records[index].cost == nil { uncounted += 1 }
      } else {
        let model = record.ladder ?? record.name
        if !missing.contains(model) { missing.append(model) }
      }
    }
    guard priced.records.contains(where: { $0.cost ?? 0 > 0 }) else {
      throw FrontierError.noPrice(
        list: prices.input.path, models: missing,
        uncounted: priced.records.count { Self.entry($0, prices) != nil })
    }
    self.table = priced
    used = prices.entries.filter { lines.contains($0.line) }
    modelsWithoutPrice = missing
    uncountedRecords = uncounted
  }

  private static func entry(_ record: ScoredRecord, _ prices: PriceList) -> PriceList.Entry? {
    prices.entry(for: record.name) ?? record.ladder.flatMap { prices.entry(for: $0) }
  }
}
