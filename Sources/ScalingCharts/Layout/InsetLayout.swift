/// Draws an inset: paper, heading, axes with few ticks, marks without names.
struct InsetLayout {
  private let inset: Inset
  private let figure: FigureLayout

  init(_ inset: Inset, figure: FigureLayout) {
    self.inset = inset
    self.figure = figure
  }

  func draw(in outer: Rect, to scene: inout Scene) {
    guard let corner = inset.corner, var draft = try? PanelDraft(inset.panel, index: 0) else {
      return
    }
    let room = InsetPlacement.rect(corner, inset.share, in: outer, margin: 6)
    scene.insetAreas.append(room)
    scene.items.append(SceneItem(.inset, .rectangle(room), .fill(.background)))
    let headingHeight = drawHeading(in: room, to: &scene)
    let size = figure.type.tick
    let height = room.height - headingHeight - size - 20
    draft.chooseTicks(height: height)
    let plot = Rect(
      minX: room.minX + draft.labelWidth(size: size) + 12, minY: room.minY + headingHeight,
      maxX: room.maxX - 14, maxY: room.minY + headingHeight + height)
    let panel = inset.panel
    let frame = PlotFrame(
      index: scene.plotAreas.count, plot: plot,
      x: Scale(panel.x.scale, domain: draft.xDomain, from: plot.minX, to: plot.maxX),
      y: Scale(panel.y.scale, domain: draft.yDomain, from: plot.maxY, to: plot.minY),
      binsFrom: figure.binsFrom, pointCount: panel.pointCount)
    scene.plotAreas.append(plot)
    let guide = AxisGuide(frame: frame, draft: draft, figure: figure, showsTitle: false)
    guide.drawVertical(to: &scene)
    _ = guide.drawHorizontal(to: &scene)
    drawMarks(in: frame, to: &scene)
  }

  /// Draws the heading and returns the height above the plot area.
  private func drawHeading(in room: Rect, to scene: inout Scene) -> Double {
    let size = figure.type.detail
    var y = room.minY + 4
    for line in TextFitting.wrapped(
      inset.panel.heading ?? "", width: room.width - 12, size: size, weight: .semibold,
      maximumLines: 2)
    {
      y += size * 1.25
      let box = TextBox(
        line, at: Point(x: room.minX + 6, y: y - 2), size: size, weight: .semibold)
      scene.items.append(SceneItem(.heading, .text(box), .text(.ink)))
    }
    return y - room.minY + 8
  }

  private func drawMarks(in frame: PlotFrame, to scene: inout Scene) {
    inset.panel.drawAreas(in: frame, to: &scene)
    for case .rule(let mark) in inset.panel.marks {
      mark.draw(in: frame, top: frame.plot.minY, to: &scene)
    }
    inset.panel.drawLinesAndPoints(in: frame, to: &scene)
  }
}
