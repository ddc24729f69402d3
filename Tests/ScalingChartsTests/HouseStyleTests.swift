import Testing

@testable import ScalingCharts

@Suite struct HouseStyleTests {
  private func options(_ text: String) throws -> (RenderOptions, remarks: [String]) {
    var options = RenderOptions()
    let remarks = try HouseStyle(parsing: text, from: "house.txt").apply(to: &options)
    return (options, remarks)
  }

  @Test func setsColoursFontAndSizes() throws {
    let (options, remarks) = try options(
      """
      # The house
      font = Inter, Arial, sans-serif

      ink=#123
      dark.ink = #eeddcc
      series = #004488, #bb5566
      text-size = 26
      title-size = 30
      width = 900
      """)
    #expect(options.theme.fontFamily == "Inter, Arial, sans-serif")
    #expect(options.theme.light.ink == Color(0x112233))
    #expect(options.theme.dark.ink == Color(0xEEDDCC))
    #expect(options.theme.light.series == [Color(0x004488), Color(0xBB5566)])
    #expect(options.theme.magnification == 2 && options.theme.type.title == 30)
    #expect(options.width == 900 && remarks.isEmpty)
  }

  @Test func derivesReadableNamesAndDarkColours() throws {
    let theme = try options("series = #ffd700 #004488").0.theme
    for palette in [theme.light, theme.dark] {
      for name in palette.seriesText {
        #expect(name.contrast(with: palette.background) >= 4.5)
        #expect(name.contrast(with: palette.region) >= 4.5)
      }
    }
    for mark in theme.dark.series { #expect(mark.contrast(with: theme.dark.background) >= 3) }
  }

  @Test func saysWhatIsHardToRead() throws {
    let remarks = try options("muted = #ccc\nseries = #ffd700").remarks
    #expect(
      remarks == [
        "muted (#ccc) has a contrast of 1.6 to the background, and needs 4.5.",
        "series 1 (#ffd700) has a contrast of 1.4 to the background, and needs 3.",
      ])
  }

  @Test(
    arguments: [
      (
        "background = #fff\n\nink = #fff",
        "house.txt:3: ink (#fff) vanishes on background (#fff): their contrast is 1.0"
      ),
      (
        "dark.muted = #222\ndark.background = #111",
        "house.txt:2: dark.muted (#222) vanishes on dark.background (#111): their contrast is 1.1"
      ),
      ("background = #000", "house.txt:1: ink (#16191d) vanishes on background (#000)"),
    ])
  func refusesTextThatVanishes(text: String, message: String) {
    let error = #expect(throws: StyleError.self) { try options(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func namesLightColoursThatADarkFigureDoesNotUse() throws {
    let style = try HouseStyle(
      parsing: "ink = #123\nbackground = #fff\ngrid = #ddd\ndark.grid = #333", from: "house.txt")
    var dark = RenderOptions(colorScheme: .dark)
    #expect(
      try style.apply(to: &dark) == [
        "background, ink are for light paper, and this figure is dark: set dark.background, "
          + "dark.ink too."
      ])
    var both = RenderOptions()
    #expect(try style.apply(to: &both).isEmpty)
  }

  @Test func everyKeyIsListed() throws {
    for key in ["ink", "region", "series", "dark.ink", "font", "note-size", "width"] {
      #expect(HouseStyle.keys.contains(key))
    }
  }

  @Test func anEmptyStyleChangesNothing() throws {
    #expect(try options("\n# nothing\n").0 == RenderOptions())
  }

  @Test(
    arguments: [
      ("ink #123", "house.txt:1: expected KEY = VALUE, such as ink = #1a1a1a."),
      (
        "\nink = blue",
        "house.txt:2: ink has the colour \"blue\", but needs one such as #1a6 or #11aa66."
      ),
      ("ink = #12", "house.txt:1: ink has the colour \"#12\""),
      ("series =", "house.txt:1: series needs at least one colour."),
      ("ink = #123\nink = #456", "house.txt:2: ink is already set in line 1"),
      ("width = 3", "house.txt:1: width is \"3\", but must be 280 to 2000 pixels."),
      ("text-size = nan", "house.txt:1: text-size is \"nan\""),
      ("colour = #123", "house.txt:1: there is no setting \"colour\". Choose from font, text-size"),
      ("dark.font = Inter", "house.txt:1: there is no setting \"dark.font\"."),
    ])
  func saysWhereAStyleCannotBeRead(text: String, message: String) {
    let error = #expect(throws: StyleError.self) {
      try HouseStyle(parsing: text, from: "house.txt")
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
