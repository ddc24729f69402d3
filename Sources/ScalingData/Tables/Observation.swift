/// One measured point, and where it stands in the input.
public struct Observation: Sendable, Equatable, Codable {
  /// The position on the horizontal axis; a date is a year with decimals.
  public let x: Double
  /// The measured value; an accuracy is a fraction.
  public let y: Double
  /// The questions behind an accuracy, if known.
  public let items: Double?
  /// The standard error of y as the table gives it, in the unit of y, if known.
  public let standardError: Double?
  /// The weight that the table gives, if known.
  public let weight: Double?
  /// The values of the request's further columns.
  public let predictors: [Double]
  /// The line of the row in its file, counted from 1.
  public let line: Int
  /// The position of the file among the inputs.
  public let inputIndex: Int
  /// Whether it is kept from the fit, to be predicted.
  public let isHeldOut: Bool

  /// Creates an observation.
  public init(
    x: Double, y: Double, items: Double? = nil, standardError: Double? = nil, line: Int = 0,
    inputIndex: Int = 0, predictors: [Double] = [], isHeldOut: Bool = false,
    weight: Double? = nil
  ) {
    self.weight = weight
    self.predictors = predictors
    self.x = x
    self.y = y
    self.items = items
    self.standardError = standardError
    self.line = line
    self.inputIndex = inputIndex
    self.isHeldOut = isHeldOut
  }
}
