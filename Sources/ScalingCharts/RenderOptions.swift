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
  /// Colours and type.
  public var theme: Theme
  /// What lies under the figure.
  public var background: Background
  /// Which colours the picture carries.
  public var colorScheme: ColorScheme

  /// The usual options, each of which may be changed.
  public init(
    width: Double = 760, theme: Theme = .standard, background: Background = .painted,
    colorScheme: ColorScheme = .automatic
  ) {
    self.width = width
    self.theme = theme
    self.background = background
    self.colorScheme = colorScheme
  }

  /// The width that is drawn.
  var effectiveWidth: Double { width.isFinite ? min(max(width.rounded(), 280), 2000) : 760 }
}
