/// Records that have no frontier.
public enum FrontierError: Error, Sendable, Equatable, CustomStringConvertible {
  /// None of that many records has a cost above 0.
  case noCost(Int)
  /// No record can be priced by a list: the models it lacks, and the records whose tokens are
  /// unknown or of a kind without a price.
  case noPrice(list: String, models: [String], uncounted: Int)

  /// What is wrong and what to do next.
  public var description: String {
    switch self {
    case .noCost(let count):
      "none of the \(count) records has a cost above 0. Choose another column with --x, or give "
        + "--prices."
    case .noPrice(let list, let models, let uncounted):
      "no record can be priced: "
        + [
          models.isEmpty ? nil : "\(list) has no price for \(Self.names(models))",
          uncounted == 0
            ? nil : "the tokens of \(uncounted) are unknown, 0, or of a kind without a price",
        ].compactMap(\.self).joined(separator: "; ")
        + ". Name the models as the records or their ladders are named."
    }
  }

  private static func names(_ models: [String]) -> String {
    models.prefix(5).joined(separator: ", ")
      + (models.count > 5 ? " and \(models.count - 5) more" : "")
  }
}
