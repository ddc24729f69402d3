/// Choices about a picture that do not change what it says.
public struct RenderOptions: Sendable, Equatable {
  /// What lies under the figure.
  public enum Background: Sendable, Equatable { case painted, transparent }
  /// Which colours the picture carries.
  public enum ColorScheme: Sendable, Equatable {
    /// Light ones, and dark ones for readers who prefer them.
    case automatic
    case light
    case dark
  }

  /// Width in pixels, limited to 280...2000.
  public var width: Double
  /// Height in pixels; what the figure needs when nil. Plot areas take what words leave.
  public var height: Double?
  /// Colours and type.
  public var theme: Theme
  /// What lies under the figure.
  public var background: Background
  /// Which colours the picture carries.
  public var colorScheme: ColorScheme

  /// The usual options, each of which may be changed.
  public init(
    width: Double = 760, height: Double? = nil, theme: Theme = .standard,
    background: Background = .painted,
    colorScheme: ColorScheme = .automatic
  ) {
    self.width = width
    self.height = height
    self.theme = theme
    self.background = background
    self.colorScheme = colorScheme
  }

  /// The width that is drawn.
  private var effectiveWidth: Double {
    width.isFinite ? min(max(width.rounded(), 280), 2000) : 760
  }

  /// How much larger everything is drawn than laid out; never so much that the layout would be
  /// narrower than a phone.
  var magnification: Double {
    guard theme.magnification.isFinite else { return 1 }
    return min(max(theme.magnification, 0.5), 4, effectiveWidth / 280)
  }

  /// The width of the layout, in which the sizes of the theme hold.
  var layoutWidth: Double { (effectiveWidth / magnification).rounded() }

  /// The height of the layout, when it is given.
  var layoutHeight: Double? {
    height.flatMap { $0.isFinite && $0 > 0 ? (min($0, 8000) / magnification).rounded() : nil }
  }
}
