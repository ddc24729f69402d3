/// A laid-out figure: positioned shapes and measured text, in drawing order.
///
/// The writer prints a scene; the collision checker examines it.
public struct Scene: Sendable, Equatable {
  /// Width of the canvas in pixels.
  public var width: Double
  /// Height of the canvas in pixels.
  public var height: Double
  /// How much larger than laid out the scene is drawn.
  public var magnification = 1.0
  /// The title for assistive technology.
  public var title: String
  /// The description for assistive technology.
  public var description: String
  /// Everything that is drawn, from back to front.
  public var items: [SceneItem] = []
  /// The rectangles in which data are drawn, one per panel.
  public var plotAreas: [Rect] = []
  /// How many point labels found no free place.
  public var droppedLabels = 0
  /// How many points are drawn as hexagons that count them.
  public var binnedPoints = 0
  /// The most points that one hexagon stands for.
  public var mostInOneBin = 0
  /// The rectangles of insets, each inside a plot area.
  public var insetAreas: [Rect] = []
  /// Whether series are named in a key instead of at their ends.
  public var hasKey = false
  /// Whether a K on an x axis stands for 1,024.
  var hasBinaryCounts = false
  /// Series whose names found no place inside the plot area, and belong into a key.
  var unnamedSeries: Set<SeriesIdentity> = []
  /// Remarks on a curve that found no place, and belong into a key.
  var unplacedRemarks: [NamedSeries] = []

  init(width: Double, height: Double, title: String, description: String) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
  }

  /// Every text with its extent.
  public var textBoxes: [TextBox] {
    items.compactMap { item in
      if case .text(let box) = item.shape { box } else { nil }
    }
  }
}

/// What an item of a scene is for.
public enum SceneRole: Sendable, Equatable, Hashable {
  case background, title, subtitle, heading, note, axisTitle, tickLabel, grid, axis
  case region, regionLabel, rectangle, rule, ruleLabel, band, line, contour, contourLabel
  case whisker, point, bin, inset, endLabel, key, annotation, pointLabel, leader
}

/// A shape with its paint.
public struct SceneItem: Sendable, Equatable {
  /// What the item is for.
  public var role: SceneRole
  /// Its geometry.
  public var shape: SceneShape
  /// How it is filled and stroked.
  public var paint: Paint
  /// The plot area to which the shape is clipped, by its number.
  public var clip: Int?
  /// The series it belongs to.
  public var series: Int?
  /// Shown when a pointer rests on it.
  public var tooltip: String?

  init(
    _ role: SceneRole, _ shape: SceneShape, _ paint: Paint, clip: Int? = nil, series: Int? = nil,
    tooltip: String? = nil
  ) {
    self.role = role
    self.shape = shape
    self.paint = paint
    self.clip = clip
    self.series = series
    self.tooltip = tooltip
  }
}

/// The geometry of an item.
public enum SceneShape: Sendable, Equatable {
  case rectangle(Rect)
  /// Open lines, each through its points.
  case lines([[Point]])
  /// Closed outlines.
  case areas([[Point]])
  case symbol(SymbolShape, center: Point, radius: Double)
  case text(TextBox)
}

/// One line of text at a place, with its estimated extent.
public struct TextBox: Sendable, Equatable {
  /// Which part of the text stands at its position.
  public enum Anchor: Sendable, Equatable, Hashable { case start, middle, end }

  /// What is written.
  public var label: TickLabel
  /// Which part of the text stands at the position.
  public var anchor: Anchor
  /// The anchor on the baseline.
  public var position: Point
  /// Font size in pixels.
  public var size: Double
  /// Font weight.
  public var weight: FontWeight
  /// The measured extent, including the margin for substituted fonts.
  public var extent: Rect
  /// Quiet text that follows on the same line, wherever the font lets the first part end.
  public private(set) var continuation = ""

  init(
    _ label: TickLabel, at position: Point, anchor: Anchor = .start, size: Double,
    weight: FontWeight = .regular
  ) {
    self.label = label
    self.anchor = anchor
    self.position = position
    self.size = size
    self.weight = weight
    let width = Self.width(label, size: size, weight: weight)
    let left =
      switch anchor {
      case .start: position.x
      case .middle: position.x - width / 2
      case .end: position.x - width
      }
    extent = Rect(
      minX: left, minY: position.y - size * 0.8, maxX: left + width,
      maxY: position.y + size * 0.24)
  }

  init(
    _ text: String, at position: Point, anchor: Anchor = .start, size: Double,
    weight: FontWeight = .regular
  ) {
    self.init(TickLabel(text), at: position, anchor: anchor, size: size, weight: weight)
  }

  /// The box followed by quiet text on the same line.
  func continued(_ text: String) -> TextBox {
    var box = self
    box.continuation = text
    box.extent.maxX +=
      Self.continuationGap + TextMetrics.width(text, size: size, weight: .regular)
    return box
  }

  /// The box somewhere else.
  func moved(x: Double, y: Double) -> TextBox {
    var box = self
    let dx = x - position.x
    let dy = y - position.y
    box.position = Point(x: x, y: y)
    box.extent = Rect(
      minX: extent.minX + dx, minY: extent.minY + dy, maxX: extent.maxX + dx,
      maxY: extent.maxY + dy)
    return box
  }

  static let continuationGap = 5.0

  /// The estimated width of a label with its superscript.
  static func width(_ label: TickLabel, size: Double, weight: FontWeight = .regular) -> Double {
    TextMetrics.width(label.text, size: size, weight: weight)
      + TextMetrics.width(label.superscript, size: size * superscriptSize, weight: weight)
  }

  /// The size of a superscript relative to its text.
  static let superscriptSize = 0.78
}

/// How a shape is filled and stroked.
public struct Paint: Sendable, Equatable, Hashable {
  /// The colour inside, or none.
  public var fill: ColorRole?
  /// The colour of the outline, or none.
  public var stroke: ColorRole?
  /// Width of the outline in pixels.
  public var strokeWidth: Double = 1
  /// 1 is opaque.
  public var opacity: Double = 1
  /// The dashes of the outline.
  public var pattern: LineStyle.Pattern = .solid
  /// Whether strokes end round.
  public var isRound = false
  /// Whether text has an outline in the colour of the paper, to be read over lines.
  public var hasHalo = false

  static func fill(_ role: ColorRole, opacity: Double = 1) -> Paint {
    Paint(fill: role, opacity: opacity)
  }

  static func stroke(
    _ role: ColorRole, width: Double = 1, opacity: Double = 1,
    pattern: LineStyle.Pattern = .solid, isRound: Bool = false
  ) -> Paint {
    Paint(
      stroke: role, strokeWidth: width, opacity: opacity, pattern: pattern, isRound: isRound)
  }

  static func text(_ role: ColorRole, hasHalo: Bool = false) -> Paint {
    Paint(fill: role, hasHalo: hasHalo)
  }
}
