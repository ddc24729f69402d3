/// A picture that makes one statement: words around one or more panels.
///
/// ```swift
/// let curve = LineMark(
///   x: [1, 2, 4, 8], y: [0.2, 0.3, 0.4, 0.5], style: SeriesStyle(0), label: SeriesLabel("a model"))
/// let figure = Figure(
///   title: "Each doubling adds ten points",
///   panels: [
///     Panel(
///       x: Axis("Samples", scale: .log2, format: .tokens), y: Axis("Accuracy", format: .percent),
///       marks: [.line(curve)])
///   ])
/// let svg = try render(figure)  // the text of an SVG, 760 pixels wide
/// ```
public struct Figure: Sendable, Equatable {
  /// The finding, as a sentence.
  public var title: String
  /// What is drawn, in which unit, on which kind of axis.
  public var subtitle: String
  /// What intervals and bands are, and how many observations stand behind a point.
  public var notes: [String]
  /// Where the data come from, without the word "Source".
  public var source: String?
  /// The same statement with its numbers for people who do not see the picture.
  public var description: String
  /// The plot areas, in reading order.
  public var panels: [Panel]
  /// The most panels in one row; the width decides when nil.
  public var columns: Int?
  /// Starts every id and class name; derived from the content when nil.
  public var idPrefix: String?

  /// A figure; only title and panels are needed.
  public init(
    title: String, subtitle: String = "", notes: [String] = [], source: String? = nil,
    description: String = "", panels: [Panel], columns: Int? = nil, idPrefix: String? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
    self.source = source
    self.description = description
    self.panels = panels
    self.columns = columns
    self.idPrefix = idPrefix
  }
}

/// One plot area with its two axes and its marks.
public struct Panel: Sendable, Equatable {
  /// Written above the panel when a figure has several.
  public var heading: String?
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The x axis in another unit, below the first.
  public var secondaryX: SecondaryAxis?
  /// What is drawn.
  public var marks: [Mark]
  /// Small panels inside the plot area.
  public var insets: [Inset]
  /// Whether the figure says the same without it, where its height has no room for all panels.
  public var isOptional = false

  /// A panel.
  public init(
    heading: String? = nil, x: Axis, y: Axis, secondaryX: SecondaryAxis? = nil, marks: [Mark],
    insets: [Inset] = []
  ) {
    self.heading = heading
    self.x = x
    self.y = y
    self.secondaryX = secondaryX
    self.marks = marks
    self.insets = insets
  }

  /// The panel as the only one of a figure.
  var withoutHeading: Panel {
    var panel = self
    panel.heading = nil
    return panel
  }
}
