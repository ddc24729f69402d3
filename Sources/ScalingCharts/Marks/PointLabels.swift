/// Names of single points. Those that find no free place are dropped, lowest priority first,
/// and counted in `Scene.droppedLabels`.
public struct PointLabels: Sendable, Equatable {
  /// The name of one point.
  public struct Item: Sendable, Equatable {
    /// Where the point is along x.
    public var x: Double
    /// Where the point is along y.
    public var y: Double
    /// The name; long ones are shortened in the middle.
    public var text: String
    /// Labels of higher priority are placed first.
    public var priority: Double

    /// The name of the point at a place.
    public init(_ text: String, x: Double, y: Double, priority: Double = 0) {
      self.text = text
      self.x = x
      self.y = y
      self.priority = priority
    }
  }

  /// The names.
  public var items: [Item]
  /// Colour of the text.
  public var style: SeriesStyle

  /// Names of points of one series.
  public init(_ items: [Item], style: SeriesStyle = .neutral) {
    self.items = items
    self.style = style
  }
}
