/// The colours, font and sizes of a house, read from a small text file.
///
/// ```text
/// # Lines that start with # are remarks.
/// font = Inter, Arial, sans-serif
/// text-size = 14
/// series = #004488 #bb5566 #ddaa33
/// dark.background = #101418
/// ```
///
/// Colours of names are made readable where they are not given, and colours on dark paper are
/// made from the light ones.
public struct HouseStyle: Sendable, Equatable {
  private enum Setting: Sendable, Equatable {
    case color(Role, isDark: Bool, Color)
    case series(isDark: Bool, [Color])
    case font(String)
    case size(Size, Double)
  }

  /// Colours that may be set, also with `dark.` before them.
  private enum Role: String, CaseIterable {
    case background, ink, muted, grid, axis, region

    var path: WritableKeyPath<Palette, Color> {
      switch self {
      case .background: \.background
      case .ink: \.ink
      case .muted: \.muted
      case .grid: \.grid
      case .axis: \.axis
      case .region: \.region
      }
    }
  }

  /// Lengths in pixels that may be set.
  private enum Size: String, CaseIterable {
    case textSize = "text-size"
    case titleSize = "title-size"
    case subtitleSize = "subtitle-size"
    case noteSize = "note-size"
    case width, height

    var range: ClosedRange<Double> {
      switch self {
      case .textSize, .subtitleSize, .noteSize: 6...40
      case .titleSize: 8...60
      case .width: 280...2000
      case .height: 150...4000
      }
    }
  }

  private var settings: [Setting] = []

  /// Reads a style.
  ///
  /// - Parameters:
  ///   - text: lines such as `ink = #1a1a1a`.
  ///   - name: the file, for messages.
  /// - Throws: `StyleError` at the first line that cannot be understood.
  public init(parsing text: String, from name: String) throws(StyleError) {
    var known: [String: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = Self.trimmed(line)
      if line.isEmpty || line.first == "#" { continue }
      let place = "\(name):\(index + 1)"
      guard let equals = line.firstIndex(of: "=") else {
        throw StyleError("\(place): expected KEY = VALUE, such as ink = #1a1a1a.")
      }
      let key = String(Self.trimmed(line[..<equals]))
      if let earlier = known[key] {
        throw StyleError("\(place): \(key) is already set in line \(earlier); remove one of them.")
      }
      known[key] = index + 1
      let value = String(Self.trimmed(line[line.index(after: equals)...]))
      settings.append(try Self.setting(key, value, place))
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func setting(
    _ key: String, _ value: String, _ place: String
  ) throws(StyleError) -> Setting {
    let isDark = key.hasPrefix("dark.")
    let plain = isDark ? String(key.dropFirst(5)) : key
    if let role = Role(rawValue: plain) {
      return .color(role, isDark: isDark, try color(value, key, place))
    }
    if plain == "series" {
      var colors: [Color] = []
      for part in value.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
        colors.append(try color(String(part), key, place))
      }
      if colors.isEmpty { throw StyleError("\(place): series needs at least one colour.") }
      return .series(isDark: isDark, colors)
    }
    if key == "font", !value.isEmpty { return .font(value) }
    if let size = Size(rawValue: key) {
      guard let number = Double(value), size.range.contains(number) else {
        let range = "\(Int(size.range.lowerBound)) to \(Int(size.range.upperBound))"
        throw StyleError("\(place): \(key) is \"\(value)\", but must be \(range) pixels.")
      }
      return .size(size, number)
    }
    let names = Role.allCases.map(\.rawValue) + ["series"]
    throw StyleError(
      "\(place): there is no setting \"\(key)\"\(key == "font" ? " without a value" : ""). Choose "
        + "from font, \(Size.allCases.map(\.rawValue).joined(separator: ", ")), "
        + names.joined(separator: ", ") + ", and colours with dark. before them.")
  }

  private static func color(
    _ text: String, _ key: String, _ place: String
  ) throws(StyleError) -> Color {
    guard let color = Color(css: text) else {
      throw StyleError(
        "\(place): \(key) has the colour \"\(text)\", but needs one such as #1a6 or #11aa66.")
    }
    return color
  }
}

extension HouseStyle {
  /// Changes the look of a figure, and returns what will be hard to read.
  public func apply(to options: inout RenderOptions) -> [String] {
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
    return schemes.flatMap { Self.remarks($0.1, prefix: $0.0) }
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
      let tenths = Int((contrast * 10).rounded(.down))
      return "\(prefix)\(name) (\(color.css)) has a contrast of \(tenths / 10).\(tenths % 10) "
        + "to the background, and needs \(least == 3 ? "3" : "4.5")."
    }
  }
}

/// A style that cannot be read.
public struct StyleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public let description: String

  init(_ description: String) { self.description = description }
}
