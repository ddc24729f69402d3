/// Colours and type of a figure. Sizes are in pixels.
public struct Theme: Sendable, Equatable {
  /// Colours on white paper.
  public var light: Palette
  /// Colours on dark paper.
  public var dark: Palette
  /// Font sizes.
  public var type: TypeScale
  /// The CSS font stack; only fonts that readers already have.
  public var fontFamily: String
  /// How much larger than the sizes of `type` everything is drawn, lines and gaps too.
  public var magnification: Double

  /// A theme.
  public init(
    light: Palette, dark: Palette, type: TypeScale, fontFamily: String, magnification: Double = 1
  ) {
    self.light = light
    self.dark = dark
    self.type = type
    self.fontFamily = fontFamily
    self.magnification = magnification
  }

  /// The look of every figure unless told otherwise. The stack names no `system-ui`, because
  /// that means a very wide font on many Linux systems.
  public static let standard = Theme(
    light: .light, dark: .dark, type: .standard,
    fontFamily:
      "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
  )
}

/// Font sizes by purpose.
public struct TypeScale: Sendable, Equatable {
  /// The finding.
  public var title: Double = 20
  /// The finding in figures up to 480 pixels wide.
  public var narrowTitle: Double = 17
  /// The finding in figures from 1,000 pixels on.
  public var wideTitle: Double = 24
  /// The line under the title.
  public var subtitle: Double = 13
  /// The line under the title in figures from 1,000 pixels on.
  public var wideSubtitle: Double = 15
  /// Headings of panels.
  public var heading: Double = 13
  /// Names of series and annotations.
  public var label: Double = 13
  /// Second lines, key, names of regions and rules.
  public var detail: Double = 12
  /// Tick labels and axis titles.
  public var tick: Double = 12
  /// Notes and source.
  public var note: Double = 11
  /// Names of points.
  public var pointLabel: Double = 11

  /// The standard sizes.
  public init() {}

  /// The sizes of the standard theme.
  public static let standard = TypeScale()
}
