/// Upright rectangles in data units: bars, bins of a histogram, cells of a map, time spans.
public struct RectanglesMark: Sendable, Equatable {
  /// One rectangle.
  public struct Item: Sendable, Equatable {
    /// Its sides along x.
    public var x: ClosedRange<Double>
    /// Its sides along y; a lower one at or below zero reaches the bottom of a logarithmic axis.
    public var y: ClosedRange<Double>
    /// Shown when a pointer rests on it.
    public var label: String?

    /// A rectangle between its sides.
    public init(x: ClosedRange<Double>, y: ClosedRange<Double>, label: String? = nil) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  /// The rectangles.
  public var items: [Item]
  /// Their colour.
  public var style: SeriesStyle
  /// 1 hides what lies below.
  public var opacity: Double
  /// Named in the key.
  public var label: SeriesLabel?

  /// Rectangles of one look.
  public init(
    _ items: [Item], style: SeriesStyle, opacity: Double = 0.85, label: SeriesLabel? = nil
  ) {
    self.items = items
    self.style = style
    self.opacity = opacity
    self.label = label
  }

  var paint: Paint { .fill(style.markRole, opacity: min(max(opacity, 0), 1)) }
}

extension RectanglesMark {
  /// What of each rectangle lies inside the plot area.
  func draw(in frame: PlotFrame, to scene: inout Scene) {
    for item in items {
      guard let rect = visible(item, in: frame) else { continue }
      scene.items.append(
        SceneItem(
          .rectangle, .rectangle(rect), paint, series: style.colorIndex, tooltip: item.label))
    }
  }

  private func visible(_ item: Item, in frame: PlotFrame) -> Rect? {
    let corners = [
      frame.lowerEnd(item.x.lowerBound, item.y.lowerBound),
      frame.point(item.x.upperBound, item.y.upperBound),
    ]
    guard corners.allSatisfy(\.isFinite) else { return nil }
    let plot = frame.plot
    let rect = Rect(
      minX: max(corners.map(\.x).min() ?? 0, plot.minX),
      minY: max(corners.map(\.y).min() ?? 0, plot.minY),
      maxX: min(corners.map(\.x).max() ?? 0, plot.maxX),
      maxY: min(corners.map(\.y).max() ?? 0, plot.maxY))
    return rect.width > 0.05 && rect.height > 0.05 ? rect : nil
  }
}
