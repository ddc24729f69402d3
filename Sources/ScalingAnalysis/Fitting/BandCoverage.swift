/// What the level of a band is the chance of.
public enum BandCoverage: String, Sendable, Equatable, Codable, CaseIterable {
  /// That the band holds the curve, or a new observation, at any one x.
  case pointwise
  /// That the band holds the curve at every x of its range, or all new observations, together.
  case simultaneous
}
