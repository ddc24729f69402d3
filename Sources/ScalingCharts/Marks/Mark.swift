/// A geometric layer of a panel. Later marks are drawn over earlier ones of the same kind;
/// regions lie under crowds of points and rectangles, these under bands, bands under lines and
/// contours, lines under single points, points under labels.
public enum Mark: Sendable, Equatable {
  /// Observations, with whiskers where they have intervals.
  case points(PointsMark)
  /// A curve or steps.
  case line(LineMark)
  /// An interval of y along x.
  case band(BandMark)
  /// Bars, bins and cells.
  case rectangles(RectanglesMark)
  /// Lines of equal value of a surface.
  case contours(ContourMark)
  /// A reference line across the plot.
  case rule(RuleMark)
  /// A shaded interval of x.
  case region(RegionMark)
  /// A remark about a place.
  case text(TextMark)
  /// Names of points.
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
