/// Names of single points. Those that find no free place are dropped, lowest priority first,
/// and counted in `Scene.droppedLabels`.
public struct PointLabels: Sendable, Equatable {
  /// The name of one point.
  public struct Item: Sendable, Equatable {
    public var x: Double
    public var y: Double
    public var text: String
    /// Labels of higher priority are placed first.
    public var priority: Double

    public init(_ text: String, x: Double, y: Double, priority: Double = 0) {
      self.text = text
      self.x = x
      self.y = y
      self.priority = priority
    }
  }

  public var items: [Item]
  public var style: SeriesStyle

  public init(_ items: [Item], style: SeriesStyle = .neutral) {
    self.items = items
    self.style = style
  }
}
