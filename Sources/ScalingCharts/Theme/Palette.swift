/// What a colour is for. Marks and guides name roles; the palette of a scheme gives the colour.
public enum ColorRole: Sendable, Equatable, Hashable {
  /// The paper.
  case background
  /// The title and everything that must be read first.
  case ink
  /// Axis labels, notes and other quiet text.
  case muted
  /// Hairlines of the grid.
  case grid
  /// The base line of an axis and its ticks.
  case axis
  /// A shaded part of the plot area.
  case region
  /// The marks of a series.
  case series(Int)
  /// Text in the colour of a series, dark or light enough to be read.
  case seriesText(Int)
}

/// The colours of one scheme, light or dark.
public struct Palette: Sendable, Equatable {
  /// The paper.
  public var background: Color
  /// Titles.
  public var ink: Color
  /// Quiet text.
  public var muted: Color
  /// Hairlines.
  public var grid: Color
  /// Base lines and ticks.
  public var axis: Color
  /// Shaded parts of the plot area.
  public var region: Color
  /// Colours of marks, at least 3:1 against the background.
  public var series: [Color]
  /// Colours of text that names a series, at least 4.5:1 against background and region.
  public var seriesText: [Color]

  /// The colour of a role; series colours repeat when there are more series than colours.
  public func color(for role: ColorRole) -> Color {
    switch role {
    case .background: background
    case .ink: ink
    case .muted: muted
    case .grid: grid
    case .axis: axis
    case .region: region
    case .series(let index): Self.cycled(series, index) ?? ink
    case .seriesText(let index): Self.cycled(seriesText, index) ?? ink
    }
  }

  private static func cycled(_ colors: [Color], _ index: Int) -> Color? {
    colors.isEmpty ? nil : colors[Int(index.magnitude) % colors.count]
  }

  /// Dark ink on white paper. The first four series colours also differ in grey.
  public static let light = Palette(
    background: Color(0xFFFFFF), ink: Color(0x16191D), muted: Color(0x5B636E),
    grid: Color(0xE7E9EC), axis: Color(0x8A929C), region: Color(0xF5F1EA),
    series: [
      0x075F95, 0xEA7317, 0x4B2182, 0x148A60, 0xC0337C, 0x0E8A92, 0x8A5A00, 0x5B6472,
    ].map(Color.init),
    seriesText: [
      0x075F95, 0xB04508, 0x4B2182, 0x0D7451, 0xAA2468, 0x09727A, 0x7E5200, 0x5B6472,
    ].map(Color.init))

  /// Light ink on near-black paper.
  public static let dark = Palette(
    background: Color(0x15181C), ink: Color(0xECEEF1), muted: Color(0xA3ABB6),
    grid: Color(0x2A2F36), axis: Color(0x6B7480), region: Color(0x23211D),
    series: [
      0x52AEE6, 0xFFAB66, 0x8863EE, 0x96ECC8, 0xFF85BE, 0x4FC7CF, 0xD9B13B, 0xA3ABB6,
    ].map(Color.init),
    seriesText: [
      0x52AEE6, 0xFFAB66, 0xA88DF8, 0x96ECC8, 0xFF85BE, 0x4FC7CF, 0xD9B13B, 0xA3ABB6,
    ].map(Color.init))
}
