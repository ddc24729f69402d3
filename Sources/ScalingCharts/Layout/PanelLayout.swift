/// Places the parts of one panel: heading, axis title, labels above the plot, plot, x axis.
struct PanelLayout {
  let draft: PanelDraft
  let span: ClosedRange<Double>
  let figure: FigureLayout
  private let strip: StripLabels
  private let heading: [String]
  private let axisTitle: [String]

  init(_ draft: PanelDraft, span: ClosedRange<Double>, figure: FigureLayout) {
    self.draft = draft
    self.span = span
    self.figure = figure
    let left = Self.left(draft, span, figure)
    let width = span.upperBound - left
    strip = StripLabels(
      draft.panel.marks,
      scale: Scale(
        draft.panel.x.scale, domain: draft.xDomain, from: span.lowerBound, to: span.upperBound),
      type: figure.type)
    heading =
      draft.panel.heading.map {
        TextFitting.wrapped(
          $0, width: width, size: figure.type.heading, weight: .semibold, maximumLines: 2)
      } ?? []
    axisTitle =
      draft.showsYLabels
      ? TextFitting.wrapped(
        draft.panel.y.title, width: width, size: figure.type.tick, maximumLines: 2) : []
  }

  /// What stands above the plot area.
  var headroom: Double {
    Double(heading.count) * 18 + (heading.isEmpty ? 0 : 4) + Double(axisTitle.count) * 16
      + strip.height + 10
  }

  private static func left(
    _ draft: PanelDraft, _ span: ClosedRange<Double>, _ figure: FigureLayout
  ) -> Double {
    let labels = draft.labelWidth(size: figure.type.tick)
    return span.lowerBound - (labels > 0 ? labels + 8 : 0)
  }

  /// Draws the panel and returns where it ends.
  func draw(
    top: Double, plotTop: Double, plotHeight: Double, endLabels: EndLabels?,
    to scene: inout Scene
  ) -> Double {
    let plot = Rect(
      minX: span.lowerBound, minY: plotTop, maxX: span.upperBound, maxY: plotTop + plotHeight)
    let panel = draft.panel
    let frame = PlotFrame(
      index: scene.plotAreas.count, plot: plot,
      x: Scale(panel.x.scale, domain: draft.xDomain, from: plot.minX, to: plot.maxX),
      y: Scale(panel.y.scale, domain: draft.yDomain, from: plot.maxY, to: plot.minY),
      binsFrom: figure.binsFrom, pointCount: panel.pointCount)
    scene.plotAreas.append(plot)
    drawWords(top: top, &scene)
    let firstObstacle = scene.items.count
    strip.drawRegions(frame, to: &scene)
    let guide = AxisGuide(frame: frame, draft: draft, figure: figure)
    guide.drawVertical(to: &scene)
    let bottom = guide.drawHorizontal(to: &scene)
    drawMarks(frame, to: &scene)
    for inset in panel.insets {
      InsetLayout(inset, figure: figure).draw(in: plot, to: &scene)
    }
    if draft.isEmpty { drawNoData(in: plot, to: &scene) }
    strip.drawLabels(frame, to: &scene)
    endLabels?.draw(frame: frame, to: &scene)
    PlotLabels(
      panel.marks, frame: frame, figure: figure,
      inlineNames: endLabels?.inlineNames(in: frame) ?? []
    )
    .draw(firstObstacle: firstObstacle, to: &scene)
    return bottom
  }

  private func drawNoData(in plot: Rect, to scene: inout Scene) {
    let box = TextBox(
      "no data", at: Point(x: plot.midX, y: plot.midY), anchor: .middle, size: figure.type.detail)
    scene.items.append(SceneItem(.annotation, .text(box), .text(.muted, hasHalo: true)))
  }

  private func drawWords(top: Double, _ scene: inout Scene) {
    let left = Self.left(draft, span, figure)
    var y = top
    for line in heading {
      y += 18
      let box = TextBox(
        line, at: Point(x: left, y: y - 4), size: figure.type.heading, weight: .semibold)
      scene.items.append(SceneItem(.heading, .text(box), .text(.ink)))
    }
    if !heading.isEmpty { y += 4 }
    for line in axisTitle {
      y += 16
      let box = TextBox(line, at: Point(x: left, y: y - 4), size: figure.type.tick)
      scene.items.append(SceneItem(.axisTitle, .text(box), .text(.muted)))
    }
  }

  /// Areas, then rules and lines, then points, whatever their order in the panel.
  private func drawMarks(_ frame: PlotFrame, to scene: inout Scene) {
    draft.panel.drawAreas(in: frame, to: &scene)
    for case .rule(let mark) in draft.panel.marks {
      mark.draw(in: frame, top: strip.top(ofRuleAt: mark.value, in: frame), to: &scene)
    }
    draft.panel.drawLinesAndPoints(in: frame, to: &scene)
  }
}
