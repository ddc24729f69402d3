/// A remark about a place in the plot. It is written near the place, where nothing is hidden,
/// with a thin leader line when it had to move away.
public struct TextMark: Sendable, Equatable {
  /// The place along x.
  public var x: Double
  /// The place along y.
  public var y: Double
  /// What is remarked.
  public var text: String
  /// A quiet second line.
  public var detail: String?
  /// Colour of the text.
  public var style: SeriesStyle

  /// A remark about a place.
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
