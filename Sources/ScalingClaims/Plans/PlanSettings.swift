/// What a plan is looked for with.
public struct PlanSettings: Sendable, Equatable {
  /// How the claim will be judged.
  public var check: CheckSettings
  /// The chance of a right decision that a plan must reach.
  public var power: Double
  /// The largest cost; unlimited when absent.
  public var budget: Double?
  /// What a measurement costs.
  public var price: MeasurementPrice
  /// The only x to measure at; chosen from the points when empty.
  public var places: [Double]
  /// Questions behind each new point; as many as behind the points so far when empty.
  public var items: [Double]
  /// How often an x may be measured.
  public var mostRepeats: Int
  /// Simulated results of a plan before it is recommended.
  public var replicates: Int

  /// A chance of 80 % at the cost of x itself, unless said otherwise.
  public init(
    check: CheckSettings = CheckSettings(), power: Double = 0.8, budget: Double? = nil,
    price: MeasurementPrice = MeasurementPrice(), places: [Double] = [], items: [Double] = [],
    mostRepeats: Int = 8, replicates: Int = 600
  ) {
    self.check = check
    self.power = power
    self.budget = budget
    self.price = price
    self.places = places
    self.items = items
    self.mostRepeats = mostRepeats
    self.replicates = replicates
  }
}
