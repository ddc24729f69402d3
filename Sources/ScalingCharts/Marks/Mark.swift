/// A geometric layer of a panel. Later marks are drawn over earlier ones of the same kind;
/// regions lie under bands, bands under lines, lines under points, points under labels.
public enum Mark: Sendable, Equatable {
  case points(PointsMark)
  case line(LineMark)
  case band(BandMark)
  case rule(RuleMark)
  case region(RegionMark)
  case text(TextMark)
  case pointLabels(PointLabels)
}

/// The name of a series where it is drawn, with an optional quiet second line.
public struct SeriesLabel: Sendable, Equatable, Hashable {
  /// The name.
  public var name: String
  /// The quiet second line, such as a number that matters.
  public var detail: String?

  /// A name, optionally with a second line.
  public init(_ name: String, detail: String? = nil) {
    self.name = name
    self.detail = detail
  }
}
