/// A named column of numbers.
public struct DataColumn: Sendable, Equatable {
  /// The name.
  public let name: String
  /// One value per row.
  public let values: [Double]

  /// A column.
  public init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }
}
