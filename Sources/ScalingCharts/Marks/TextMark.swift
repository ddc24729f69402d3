/// A remark about a place in the plot. It is written near the place, where nothing is hidden,
/// with a thin leader line when it had to move away.
public struct TextMark: Sendable, Equatable {
  public var x: Double
  public var y: Double
  public var text: String
  /// A quiet second line.
  public var detail: String?
  public var style: SeriesStyle

  public init(
    _ text: String, x: Double, y: Double, detail: String? = nil, style: SeriesStyle = .neutral
  ) {
    self.text = text
    self.x = x
    self.y = y
    self.detail = detail
    self.style = style
  }
}
