/// Colours and type of a figure. Sizes are in pixels.
public struct Theme: Sendable, Equatable {
  public var light: Palette
  public var dark: Palette
  public var type: TypeScale
  /// The CSS font stack; only fonts that readers already have.
  public var fontFamily: String

  public init(light: Palette, dark: Palette, type: TypeScale, fontFamily: String) {
    self.light = light
    self.dark = dark
    self.type = type
    self.fontFamily = fontFamily
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
  public var title: Double = 20
  public var narrowTitle: Double = 17
  public var wideTitle: Double = 24
  public var subtitle: Double = 13
  public var wideSubtitle: Double = 15
  public var heading: Double = 13
  public var label: Double = 13
  public var detail: Double = 12
  public var tick: Double = 12
  public var note: Double = 11
  public var pointLabel: Double = 11

  public init() {}

  public static let standard = TypeScale()
}
