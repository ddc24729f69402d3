/// Something in a table that looks wrong or that a fit should know about.
public struct InspectionFinding: Sendable, Equatable, Codable {
  /// The kind of finding, stable across releases.
  public enum Code: String, Sendable, Equatable, Codable, CaseIterable {
    case raggedRows = "ragged-rows"
    case duplicateName = "duplicate-name"
    case emptyName = "empty-name"
    case duplicateRows = "duplicate-rows"
    case constantColumn = "constant-column"
    case mixedTypes = "mixed-types"
    case notFinite = "not-finite"
    case groupedNumber = "grouped-number"
    case notUTF8 = "not-utf8"
    case manyMissing = "many-missing"
    case mixedUnits = "mixed-units"
    case percentOrFraction = "percent-or-fraction"
    case accuracyOutOfRange = "accuracy-out-of-range"
    case narrowX = "narrow-x"
    case nonPositiveX = "non-positive-x"
    case replicates
    case shortSeries = "short-series"
    case notMultipleOfItems = "not-multiple-of-items"
    case noRows = "no-rows"
  }

  /// The kind of finding.
  public let code: Code
  /// One sentence without a full stop: what, where, how much.
  public let message: String
}
