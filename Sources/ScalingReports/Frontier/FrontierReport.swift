public import ScalingAnalysis
public import ScalingData

/// Everything `scaling frontier` knows about a leaderboard.
public struct FrontierReport: Sendable {
  /// The records that were read; priced ones where prices were given.
  public let table: RecordTable
  /// What was asked for.
  public let settings: FrontierSettings
  /// The lines of reference, in the order given.
  public let rules: [Rule]
  /// How costs follow from tokens; absent where the table has them.
  public let prices: Prices?
  /// The analysis.
  public let analysis: FrontierAnalysis

  /// A line of reference: a score such as that of a human panel, or a cost such as a budget.
  public struct Rule: Sendable, Equatable {
    /// Which axis its value belongs to.
    public enum Axis: String, Sendable { case score, cost }

    /// The name at the line.
    public var name: String
    /// The value.
    public var value: Double
    /// Which axis the value belongs to.
    public var axis: Axis

    /// A line of reference.
    public init(_ name: String, at value: Double, on axis: Axis) {
      self.name = name
      self.value = value
      self.axis = axis
    }
  }

  /// The rule of dominance, for readers.
  public static let rule =
    "On the frontier is a record that no other beats: none costs the same or less and scores the "
    + "same or more, better in one of the two. Records equal in both share their place."

  /// The prices behind costs.
  public struct Prices: Sendable {
    /// The list.
    public let list: PriceList
    /// What became of it.
    public let records: PricedRecords
  }

  /// Analyses a table.
  ///
  /// - Parameters:
  ///   - table: records with scores, and costs or tokens.
  ///   - settings: the targets and budgets of rules are looked up after those given here.
  ///   - rules: lines of reference.
  ///   - prices: makes costs of tokens.
  /// - Throws: `FrontierError` where no record has a cost above 0, or none can be priced.
  public init(
    _ table: RecordTable, settings: FrontierSettings = FrontierSettings(), rules: [Rule] = [],
    prices: PriceList? = nil
  ) throws(FrontierError) {
    self.prices = try prices.map { list throws(FrontierError) in
      Prices(list: list, records: try PricedRecords(table, list))
    }
    self.table = self.prices?.records.table ?? table
    self.rules = rules
    var all = settings
    all.targets += rules.filter { $0.axis == .score }.map(\.value)
    all.budgets += rules.filter { $0.axis == .cost }.map(\.value)
    self.settings = all
    analysis = try FrontierAnalysis(
      self.table.records, isAccuracy: table.y.unit != .number, settings: all)
  }

  /// The rules on one axis.
  func rules(on axis: Rule.Axis) -> [Rule] { rules.filter { $0.axis == axis } }

  /// The name of a target or a budget where it comes from a rule: those come last.
  func ruleName(_ index: Int, of count: Int, on axis: Rule.Axis) -> String? {
    let named = rules(on: axis)
    let place = index - (count - named.count)
    return place >= 0 ? named[place].name : nil
  }
}
