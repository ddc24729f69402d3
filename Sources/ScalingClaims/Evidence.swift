public import ScalingAnalysis

/// One figure behind a verdict.
public struct Evidence: Sendable, Equatable {
  /// What it is.
  public let name: String
  /// Its value; absent when the data do not identify it.
  public let value: Double?
  /// Its unit, such as "points per doubling"; empty for a plain number.
  public let unit: String
  /// All values that agree with the data, where it is an estimate: one interval, or several pieces
  /// in rising order.
  public let pieces: [Interval]

  /// How far it may be off by the chance of the simulation: one standard error.
  public let error: Double?

  /// Where it stands among like figures, such as those on each rival.
  public let place: Place?

  /// The fewest digits that tell it from a like figure; none where any number of them does.
  public let fewestDigits: Int?

  /// A cell of a table of like figures.
  public struct Place: Sendable, Equatable {
    /// What the figure is about, such as a rival.
    public let row: String
    /// What the figure is, in few words and with its unit.
    public let column: String
  }

  /// Its interval, where the values that agree are one.
  public var interval: Interval? { pieces.count == 1 ? pieces[0] : nil }

  /// A figure with its unit.
  public init(
    _ name: String, _ value: Double?, unit: String = "", interval: Interval? = nil,
    error: Double? = nil, place: Place? = nil, fewestDigits: Int? = nil
  ) {
    self.init(
      name, value, unit: unit, pieces: interval.map { [$0] } ?? [], error: error, place: place,
      fewestDigits: fewestDigits)
  }

  /// A figure with a set of values.
  init(
    _ name: String, _ value: Double?, unit: String, pieces: [Interval], error: Double? = nil,
    place: Place? = nil, fewestDigits: Int? = nil
  ) {
    self.fewestDigits = fewestDigits
    self.error = error
    self.place = place
    self.name = name
    self.value = value
    self.unit = unit
    self.pieces = pieces
  }
}
