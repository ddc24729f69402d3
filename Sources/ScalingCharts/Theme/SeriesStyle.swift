/// The outline of a point. Shape doubles colour, so that a figure can be read without colour.
public enum SymbolShape: Int, Sendable, Equatable, Hashable, CaseIterable {
  case circle, square, triangle, diamond, triangleDown, plus, cross
}

/// Which colour and shape a series has.
///
/// Colours and shapes cycle with different lengths (8 and 7), so 56 indices look different.
public struct SeriesStyle: Sendable, Equatable, Hashable {
  /// Position in the palette, or nil for the quiet colour of reference marks.
  public var colorIndex: Int?
  /// The outline of points.
  public var shape: SymbolShape

  /// The colour and shape at a position of the palette.
  public init(_ index: Int) {
    colorIndex = index
    let shapes = SymbolShape.allCases
    shape = shapes[Int(index.magnitude) % shapes.count]
  }

  /// A palette colour with a chosen shape.
  public init(_ index: Int, shape: SymbolShape) {
    colorIndex = index
    self.shape = shape
  }

  private init() {
    colorIndex = nil
    shape = .circle
  }

  /// The quiet colour, for references and context.
  public static let neutral = SeriesStyle()

  var markRole: ColorRole { colorIndex.map(ColorRole.series) ?? .muted }
  var textRole: ColorRole { colorIndex.map(ColorRole.seriesText) ?? .muted }
}

/// How a line is drawn.
public struct LineStyle: Sendable, Equatable {
  /// The dashes of a line.
  public enum Pattern: Sendable, Equatable, Hashable { case solid, dashed, dotted }

  /// The dashes.
  public var pattern: Pattern
  /// Stroke width in pixels.
  public var width: Double
  /// Where the line is solid; outside it is dashed, which says that no data stand behind it.
  public var solidRange: ClosedRange<Double>?

  /// A line style.
  public init(
    pattern: Pattern = .solid, width: Double = 2.4, solidRange: ClosedRange<Double>? = nil
  ) {
    self.pattern = pattern
    self.width = width
    self.solidRange = solidRange
  }

  /// One solid line.
  public static let solid = LineStyle()
  /// One dashed line.
  public static let dashed = LineStyle(pattern: .dashed)
  /// A thin solid line, for references and many series.
  public static let thin = LineStyle(width: 1.4)
}
