/// A position in the drawing; y grows downwards.
public struct Point: Sendable, Equatable, Hashable {
  /// Distance from the left edge.
  public var x: Double
  /// Distance from the top edge.
  public var y: Double

  /// A position.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}

/// An upright rectangle in the drawing.
public struct Rect: Sendable, Equatable, Hashable {
  /// The four sides.
  public var minX: Double, minY: Double, maxX: Double, maxY: Double

  /// A rectangle between four sides.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Horizontal length.
  public var width: Double { maxX - minX }
  /// Vertical length.
  public var height: Double { maxY - minY }
  /// Horizontal centre.
  public var midX: Double { (minX + maxX) / 2 }
  /// Vertical centre.
  public var midY: Double { (minY + maxY) / 2 }

  /// Whether two rectangles share more than an edge.
  public func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// Whether another rectangle lies inside, edges included.
  public func contains(_ other: Rect) -> Bool {
    minX <= other.minX && maxX >= other.maxX && minY <= other.minY && maxY >= other.maxY
  }

  /// Whether a point lies inside, edges included.
  public func contains(_ point: Point) -> Bool {
    minX <= point.x && maxX >= point.x && minY <= point.y && maxY >= point.y
  }

  /// The rectangle with every side moved inwards; outwards when the amount is negative.
  public func insetBy(_ amount: Double) -> Rect {
    Rect(minX: minX + amount, minY: minY + amount, maxX: maxX - amount, maxY: maxY - amount)
  }
}
