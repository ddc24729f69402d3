import Foundation
import Testing

@testable import ScalingCharts

@Suite struct PaletteTests {
  private static func luminance(_ color: Color) -> Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private static func contrast(_ one: Color, _ other: Color) -> Double {
    let lights = [luminance(one), luminance(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// Perceived lightness, 0...100: what is left of a colour in a grey print.
  private static func lightness(_ color: Color) -> Double {
    116 * pow(luminance(color), 1.0 / 3) - 16
  }

  @Test(arguments: [Palette.light, .dark, .print, .projected(.light), .projected(.dark)])
  func textCanBeReadOnPaperAndOnRegions(palette: Palette) {
    for text in [palette.ink, palette.muted] + palette.seriesText {
      #expect(Self.contrast(text, palette.background) >= 4.5, "\(text.css)")
      #expect(Self.contrast(text, palette.region) >= 4.5, "\(text.css) on a region")
    }
  }

  @Test(arguments: [Palette.light, .dark, .print, .projected(.light), .projected(.dark)])
  func marksStandOutFromThePaper(palette: Palette) {
    for mark in palette.series {
      #expect(Self.contrast(mark, palette.background) >= 3, "\(mark.css)")
    }
    #expect(Self.contrast(palette.axis, palette.background) >= 3)
  }

  @Test(arguments: [Palette.light, .dark, .print])
  func theFirstFourColoursDifferInGrey(palette: Palette) {
    let lights = palette.series.prefix(4).map(Self.lightness).sorted()
    for (darker, lighter) in zip(lights, lights.dropFirst()) {
      #expect(lighter - darker >= 8, "\(lights)")
    }
  }

  @Test func colourAndShapeTellManySeriesApart() {
    let looks = (0..<56).map { index in
      let style = SeriesStyle(index)
      return "\(Palette.light.color(for: style.markRole).css) \(style.shape)"
    }
    #expect(Set(looks).count == 56)
  }

  @Test func coloursAreWrittenShortly() {
    #expect(Color(0xFFFFFF).css == "#fff")
    #expect(Color(0x0A6AA1).css == "#0a6aa1")
  }
}
