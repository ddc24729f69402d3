public import ScalingAnalysis
public import ScalingData

/// Everything `scaling cost` knows about runs: whether they keep to the tokens asked for, and what
/// the tokens cost.
public struct CostReport: Sendable {
  /// The runs.
  public let table: BudgetTable
  /// The confidence level of intervals.
  public let level: Double
  /// One result per group, in the order of the table.
  public let groups: [Group]
  /// The prices; absent where none were given.
  public let prices: PriceList?
  /// Dollars of which it is asked what they buy.
  public let dollars: [Double]

  /// The runs of one model or method.
  public struct Group: Sendable {
    /// The name.
    public let name: String
    /// The runs.
    public let runs: [BudgetTable.Run]
    /// How well they keep to their budgets.
    public let control: BudgetControl
    /// What written tokens cost; absent where the model has no price.
    public let price: TokenPrice?

    /// The dollars of written tokens.
    func dollars(_ tokens: Double) -> Double? {
      price?.dollars(TokenCounts(output: tokens))
    }
  }

  /// Judges the runs of a table.
  ///
  /// - Parameters:
  ///   - table: tokens asked for and used.
  ///   - prices: makes dollars of tokens.
  ///   - dollars: amounts of which it is asked how many written tokens they buy.
  ///   - level: the level of intervals.
  public init(
    _ table: BudgetTable, prices: PriceList? = nil, dollars: [Double] = [], level: Double = 0.95
  ) {
    self.table = table
    self.prices = prices
    self.dollars = dollars
    self.level = level
    groups = table.groups.map { group in
      Group(
        name: group.name, runs: group.runs, control: BudgetControl(group.runs, level: level),
        price: prices?.entry(for: group.name)?.price)
    }
  }

  /// What a reader must know, one sentence each with a stable code.
  var remarks: [String] {
    var result: [String] = []
    if groups.contains(where: { $0.runs.count < 5 }) {
      result.append(
        "few-runs: with fewer than 5 runs a share inside its limits says little; read its interval")
    }
    if !groups.contains(where: { $0.runs.contains { $0.askedFrom != nil } }) {
      result.append(
        "upper-limit: without --asked-from a run is inside when it stays below its limit, however "
          + "few tokens it uses; the factor tells")
    }
    if let prices {
      let missing = groups.filter { $0.price?.output == nil }.map(\.name)
      if !missing.isEmpty {
        result.append(
          "no-price: \(prices.input.path) has no price of written tokens for "
            + missing.prefix(5).joined(separator: ", ")
            + (missing.count > 5 ? " and \(missing.count - 5) more" : ""))
      }
    }
    return result
  }
}
