extension HouseStyle {
  /// Changes the look of a figure, and returns what will be hard to read or is not used.
  ///
  /// - Throws: `StyleError` for text that vanishes on its background.
  public func apply(to options: inout RenderOptions) throws(StyleError) -> [String] {
    for setting in settings {
      switch setting {
      case .color(let role, let isDark, let color):
        if isDark {
          options.theme.dark[keyPath: role.path] = color
        } else {
          options.theme.light[keyPath: role.path] = color
        }
      case .font(let stack): options.theme.fontFamily = stack
      case .size(let size, let pixels): Self.set(size, pixels, in: &options)
      case .series: break
      }
    }
    applySeries(to: &options.theme)
    let schemes: [(String, Palette)] =
      switch options.colorScheme {
      case .automatic: [("", options.theme.light), ("dark.", options.theme.dark)]
      case .light: [("", options.theme.light)]
      case .dark: [("dark.", options.theme.dark)]
      }
    for (prefix, palette) in schemes { try checkTexts(palette, prefix: prefix) }
    return schemes.flatMap { Self.remarks($0.1, prefix: $0.0) }
      + (options.colorScheme == .dark ? unusedColors : [])
  }

  /// Below this contrast a text cannot be seen at all.
  private static let leastContrast = 1.5

  private func checkTexts(_ palette: Palette, prefix: String) throws(StyleError) {
    for (key, color) in [("ink", palette.ink), ("muted", palette.muted)] {
      let contrast = color.contrast(with: palette.background)
      guard contrast < Self.leastContrast else { continue }
      let line = [key, "background"].compactMap { lines[prefix + $0] }.max()
      throw StyleError(
        "\(name):\(line ?? 1): \(prefix)\(key) (\(color.css)) vanishes on "
          + "\(prefix)background (\(palette.background.css)): their contrast is "
          + "\(Self.tenths(contrast)), and text needs 4.5. Change one of them.")
    }
  }

  /// Colours of light paper without one for dark paper, where the figure is dark.
  private var unusedColors: [String] {
    let unused = Role.allCases.map(\.rawValue).filter {
      lines[$0] != nil && lines["dark." + $0] == nil
    }
    guard !unused.isEmpty else { return [] }
    return [
      "\(unused.joined(separator: ", ")) \(unused.count == 1 ? "is" : "are") for light paper, and "
        + "this figure is dark: set " + unused.map { "dark." + $0 }.joined(separator: ", ")
        + " too."
    ]
  }

  /// A contrast, rounded down.
  private static func tenths(_ contrast: Double) -> String {
    let tenths = Int((contrast * 10).rounded(.down))
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Colours of series, those of dark paper from the light ones unless they are given.
  private func applySeries(to theme: inout Theme) {
    var light: [Color]?
    var dark: [Color]?
    for case .series(let isDark, let colors) in settings {
      if isDark { dark = colors } else { light = colors }
    }
    if let light { theme.light.series = light }
    if let dark {
      theme.dark.series = dark
    } else if let light {
      theme.dark.series = light.map {
        $0.readable(on: [theme.dark.background], ink: theme.dark.ink, contrast: 3)
      }
    }
    Self.setNames(of: &theme.light, from: light ?? theme.light.seriesText)
    Self.setNames(of: &theme.dark, from: dark ?? light ?? theme.dark.seriesText)
  }

  /// Text in the colours of series, readable on paper and on regions.
  private static func setNames(of palette: inout Palette, from colors: [Color]) {
    let papers = [palette.background, palette.region]
    palette.seriesText = colors.map { [ink = palette.ink] in
      $0.readable(on: papers, ink: ink, contrast: 4.5)
    }
  }

  private static func set(_ size: Size, _ pixels: Double, in options: inout RenderOptions) {
    let standard = TypeScale.standard
    switch size {
    case .textSize: options.theme.magnification *= pixels / standard.label
    case .titleSize:
      options.theme.type.title = pixels
      options.theme.type.narrowTitle = pixels * standard.narrowTitle / standard.title
      options.theme.type.wideTitle = pixels * standard.wideTitle / standard.title
    case .subtitleSize:
      options.theme.type.subtitle = pixels
      options.theme.type.wideSubtitle = pixels * standard.wideSubtitle / standard.subtitle
    case .noteSize: options.theme.type.note = pixels
    case .width: options.width = pixels
    case .height: options.height = pixels
    }
  }

  /// Pairs of colours below the contrast that readers with weak eyes need (WCAG 2.2, 1.4.3 and
  /// 1.4.11).
  private static func remarks(_ palette: Palette, prefix: String) -> [String] {
    let texts = [("ink", palette.ink), ("muted", palette.muted)].map { ($0.0, $0.1, 4.5) }
    let marks = palette.series.enumerated().map { ("series \($0.offset + 1)", $0.element, 3.0) }
    return (texts + marks).compactMap { name, color, least in
      let contrast = color.contrast(with: palette.background)
      guard contrast < least else { return nil }
      return "\(prefix)\(name) (\(color.css)) has a contrast of \(tenths(contrast)) "
        + "to the background, and needs \(least == 3 ? "3" : "4.5")."
    }
  }
}
