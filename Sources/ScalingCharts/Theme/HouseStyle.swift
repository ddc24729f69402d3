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
/// Colours of names are made readable where they are not given, and colours of series on dark paper
/// are made from the light ones. All keys are in `keys`.
public struct HouseStyle: Sendable, Equatable {
  enum Setting: Sendable, Equatable {
    case color(Role, isDark: Bool, Color)
    case series(isDark: Bool, [Color])
    case font(String)
    case size(Size, Double)
  }

  /// Colours that may be set, also with `dark.` before them.
  enum Role: String, CaseIterable {
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
  enum Size: String, CaseIterable {
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

  private(set) var settings: [Setting] = []
  let name: String
  /// The line of each key.
  private(set) var lines: [String: Int] = [:]

  /// What may be set, in sentences.
  public static var keys: String {
    let sizes = Size.allCases.map(\.rawValue).joined(separator: ", ")
    return "Colours, such as #1a6 or #11aa66: \(roles.joined(separator: ", ")) (several, "
      + "separated by spaces); with dark. before them, such as dark.ink, for dark paper. Pixels: "
      + "\(sizes). A list of fonts: font. Lines that start with # are remarks."
  }

  private static let roles = Role.allCases.map(\.rawValue) + ["series"]

  /// Reads a style.
  ///
  /// - Parameters:
  ///   - text: lines such as `ink = #1a1a1a`.
  ///   - name: the file, for messages.
  /// - Throws: `StyleError` at the first line that cannot be understood.
  public init(parsing text: String, from name: String) throws(StyleError) {
    self.name = name
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
      if let earlier = lines[key] {
        throw StyleError("\(place): \(key) is already set in line \(earlier); remove one of them.")
      }
      lines[key] = index + 1
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
    throw StyleError(
      "\(place): there is no setting \"\(key)\"\(key == "font" ? " without a value" : ""). Choose "
        + "from font, \(Size.allCases.map(\.rawValue).joined(separator: ", ")), "
        + roles.joined(separator: ", ") + ", and colours with dark. before them.")
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

/// A style that cannot be read.
public struct StyleError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, where, and what was expected.
  public let description: String

  init(_ description: String) { self.description = description }
}
