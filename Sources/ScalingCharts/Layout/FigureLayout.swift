/// Places everything: words above, panels in a grid, words below.
struct FigureLayout {
  private(set) var figure: Figure
  /// Whether notes stand in one paragraph and columns may be narrower, to fit into a height.
  private(set) var isPacked = false
  private var leavesOutPanels = false
  let width: Double
  let type: TypeScale
  let isNarrow: Bool
  let margin: Double
  let isPainted: Bool
  /// Marks with at least this many points are drawn as hexagons.
  let binsFrom: Int
  private let height: Double?
  private let magnification: Double

  init(_ figure: Figure, options: RenderOptions) {
    self.figure = figure
    width = options.layoutWidth
    height = options.layoutHeight
    magnification = options.magnification
    type = options.theme.type
    isNarrow = width <= 480
    margin = isNarrow ? 14 : width < 1000 ? 20 : 28
    isPainted = options.background == .painted
    binsFrom = PointThinning.binsFrom(figure.panels)
  }

  /// The laid-out figure; where panels need more height than there is, without the optional ones,
  /// or else with more of them side by side.
  func scene() throws(ChartError) -> Scene {
    do {
      return try sceneOfColumns()
    } catch .tooLow(let height, let needed) {
      var least = needed
      for layout in lowerLayouts {
        do {
          return try layout.sceneOfColumns()
        } catch .tooLow(_, let needed) {
          least = min(least, needed)
        }
      }
      throw .tooLow(height: height, needed: least)
    }
  }

  /// The same figure in less height, the best first.
  private var lowerLayouts: [FigureLayout] {
    var fewer = self
    fewer.isPacked = true
    fewer.figure.panels.removeAll(where: \.isOptional)
    guard let first = fewer.figure.panels.first else { return [] }
    let count = fewer.figure.panels.count
    fewer.leavesOutPanels = count < figure.panels.count
    if fewer.leavesOutPanels, count == 1 {
      fewer.figure.panels = [first.withoutHeading]
    }
    var plain = fewer
    for index in plain.figure.panels.indices { plain.figure.panels[index].secondaryX = nil }
    let sideBySide = (1...count).dropFirst().map { columns in
      var packed = plain
      packed.figure.columns = columns
      return packed
    }
    return [fewer, plain] + sideBySide
  }

  private func sceneOfColumns() throws(ChartError) -> Scene {
    guard !figure.panels.isEmpty else { throw .noPanels }
    let drafts = try PanelDraft.drafts(
      of: InsetPlacement(width: width).arranged(figure.panels))
    var extra = 0.0
    var scene = scene(drafts, extraPlotHeight: extra)
    guard let height else { return scene }
    // Names beside curves depend on the height of the plot, so one step may not be enough.
    for _ in 0..<4 where scene.height != height {
      let rows = max(1, Set(scene.plotAreas.map(\.minY)).count - scene.insetAreas.count)
      extra += ((height - scene.height) / Double(rows)).rounded(.down)
      scene = self.scene(drafts, extraPlotHeight: extra)
    }
    let lowest = scene.plotAreas.map(\.height).max() ?? 0
    guard scene.height <= height, lowest >= lowestPlot else {
      let missing = max(0, scene.height - height) + max(0, lowestPlot - lowest)
      throw .tooLow(
        height: Int((height * magnification).rounded()),
        needed: Int(((height + missing) * magnification).rounded(.up)))
    }
    setHeight(height, of: &scene)
    return scene
  }

  /// Plot areas that are lower show nothing; several side by side show their shapes in less, and a
  /// second x axis is not worth a low one.
  private var lowestPlot: Double {
    guard isPacked else { return 90 }
    if (figure.columns ?? 1) > 1 { return 64 }
    return figure.panels.contains { $0.secondaryX != nil } ? 130 : 90
  }

  private func scene(_ drafts: [PanelDraft], extraPlotHeight: Double) -> Scene {
    var scene = Scene(
      width: width, height: 0, title: figure.title, description: figure.description)
    let background = Rect(minX: 0, minY: 0, maxX: width, maxY: 0)
    if isPainted {
      scene.items.append(SceneItem(.background, .rectangle(background), .fill(.background)))
    }
    var y = drawHeader(&scene)
    y = PanelGridLayout(
      self, drafts: drafts, series: SeriesNames.collect(drafts.map(\.panel)),
      extraHeight: extraPlotHeight
    ).draw(from: y, to: &scene)
    y = drawFooter(from: y, to: &scene)
    setHeight(y.rounded(.up), of: &scene)
    scene.magnification = magnification
    return scene
  }

  private func setHeight(_ height: Double, of scene: inout Scene) {
    scene.height = height
    guard isPainted else { return }
    scene.items[0].shape = .rectangle(Rect(minX: 0, minY: 0, maxX: width, maxY: height))
  }

  private var contentWidth: Double { width - 2 * margin }

  private func drawHeader(_ scene: inout Scene) -> Double {
    let isWide = width >= 1000
    let titleSize = isNarrow ? type.narrowTitle : isWide ? type.wideTitle : type.title
    var y = margin * 0.7
    for line in TextFitting.balanced(
      figure.title, width: contentWidth, size: titleSize, weight: .semibold, maximumLines: 4)
    {
      y += titleSize * 1.22
      add(.title, line, y: y - titleSize * 0.25, size: titleSize, .semibold, .ink, &scene)
    }
    if !figure.subtitle.isEmpty { y += 4 }
    let size = isNarrow ? type.detail : isWide ? type.wideSubtitle : type.subtitle
    for line in TextFitting.balanced(
      figure.subtitle, width: contentWidth, size: size, maximumLines: 6)
    {
      y += size * 1.38
      add(.subtitle, line, y: y - size * 0.3, size: size, .regular, .muted, &scene)
    }
    return y + 12
  }

  private func drawFooter(from top: Double, to scene: inout Scene) -> Double {
    var y = top + 12
    let source = figure.source.map { ["Source: " + $0] } ?? []
    let own =
      figure.notes + PointThinning.notes(scene) + Self.notes(onNamesIn: scene)
      + (leavesOutPanels ? ["A second panel has no room at this height."] : [])
      + (scene.hasBinaryCounts ? ["On the x axis 1K is 1,024."] : [])
    let notes =
      isPacked ? [own.filter { !$0.isEmpty }.map(Self.sentence).joined(separator: " ")] : own
    for note in notes + source where !note.isEmpty {
      for line in TextFitting.wrappedWithoutOrphan(
        note, width: contentWidth, size: type.note, maximumLines: 8)
      {
        y += type.note * 1.42
        add(.note, line, y: y - type.note * 0.32, size: type.note, .regular, .muted, &scene)
      }
    }
    return y + margin * 0.7
  }

  private static func sentence(_ note: String) -> String {
    note.hasSuffix(".") ? note : note + "."
  }

  /// What a reader must know of names that are not there.
  private static func notes(onNamesIn scene: Scene) -> [String] {
    let count = scene.droppedLabels
    guard count > 0 else { return [] }
    return [
      count == 1
        ? "One name has no room at this width."
        : "\(TickFormat.grouped(count)) names have no room at this width."
    ]
  }

  private func add(
    _ role: SceneRole, _ text: String, y: Double, size: Double, _ weight: FontWeight,
    _ color: ColorRole, _ scene: inout Scene
  ) {
    let box = TextBox(text, at: Point(x: margin, y: y), size: size, weight: weight)
    scene.items.append(SceneItem(role, .text(box), .text(color)))
  }
}
