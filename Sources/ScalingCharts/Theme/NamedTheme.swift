/// Looks by name.
public enum NamedTheme: String, Sendable, CaseIterable {
  /// Light, and dark for readers who prefer it.
  case auto
  /// Light for everyone.
  case light
  /// Dark for everyone.
  case dark
  /// Black and greys on white, told apart without colour.
  case print
  /// Stronger quiet colours, and larger type unless a size is chosen, for projectors.
  case slides

  /// Sets colours, and type where no size is to set it.
  public func apply(to options: inout RenderOptions, size: FigureSize? = nil) {
    switch self {
    case .auto: options.colorScheme = .automatic
    case .light: options.colorScheme = .light
    case .dark: options.colorScheme = .dark
    case .print:
      options.colorScheme = .light
      options.theme.light = .print
    case .slides:
      options.colorScheme = .automatic
      options.theme.light = .projected(.light)
      options.theme.dark = .projected(.dark)
      if size == nil { options.theme.magnification *= 1.3 }
    }
  }
}

extension Palette {
  /// Greys on white paper; neighbours differ in lightness.
  public static let print = Palette(
    background: Color(0xFFFFFF), ink: Color(0x000000), muted: Color(0x404040),
    grid: Color(0xDCDCDC), axis: Color(0x606060), region: Color(0xF1F1F1),
    series: [0x000000, 0x8C8C8C, 0x4A4A4A, 0x707070, 0x2B2B2B].map(Color.init),
    seriesText: [0x000000, 0x6B6B6B, 0x4A4A4A, 0x5E5E5E, 0x2B2B2B].map(Color.init))

  /// The palette with quiet colours moved towards the ink, because projectors wash them out.
  static func projected(_ palette: Palette) -> Palette {
    var result = palette
    result.muted = palette.muted.mixed(with: palette.ink, share: 0.35)
    result.grid = palette.grid.mixed(with: palette.ink, share: 0.12)
    result.axis = palette.axis.mixed(with: palette.ink, share: 0.35)
    return result
  }
}
