/// Whether a curve stops rising within its range.
public enum CeilingVerdict: String, Sendable, Equatable, Codable {
  /// It does: the data reject a curve that goes on, and what is gained afterwards is below the
  /// margin.
  case plateau
  /// It does not: wherever a plateau of three or more points could begin, the data reject it.
  case noPlateauInRange = "no-plateau-in-range"
  /// The data allow both.
  case inconclusive
}
