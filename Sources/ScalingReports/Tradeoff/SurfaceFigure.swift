internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a surface: where accuracies were measured, and the curves of equal accuracy.
public struct SurfaceFigure {
  private let report: SurfaceReport
  private let options: FigureOptions

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: SurfaceReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    let sentences = report.groups.map { report.words($0).finding }
    return Figure(
      title: title, subtitle: options.subtitle ?? subtitle, notes: notes,
      source: options.source ?? FigureSource.name(report.input.path),
      description: "\(title). " + sentences.joined(separator: " "),
      panels: report.groups.map { panel($0) } + report.groups.flatMap(costPanels))
  }

  private var finding: String {
    guard let group = report.groups.first, let rate = group.analysis.rate.value,
      group.analysis.trainingPerInference.value != nil
    else { return "Accuracy by training and inference compute" }
    let factor = NumberText.significant(exponential(rate * logarithm(10)), 2)
    let name = report.groups.count > 1 ? "\(group.name): ten" : "Ten"
    return "\(name) times the training saves a factor of \(factor) in inference"
  }

  private var subtitle: String {
    let hasCurves = report.groups.contains { group in
      group.analysis.curves.contains { $0.measuredRange != nil }
    }
    return "Measured \(LawWords.plain(report.accuracy.column)) (points)"
      + (hasCurves ? " and curves of equal accuracy" : "") + ", by "
      + "training compute and \(LawWords.plain(report.roles.inference)) (log axes)"
  }

  private var notes: [String] {
    let level = report.groups.first?.analysis.settings.level ?? 0.95
    let rates = report.groups.map { group in
      let name = report.groups.count > 1 ? "\(group.name): " : ""
      let rate = group.analysis.rate
      return name
        + (rate.value == nil
          ? "no exchange rate, " : "exchange rate \(TradeoffWords.orders(rate)), ")
        + "\(group.analysis.data.clusterCount) clusters"
    }
    return [
      rates.joined(separator: "; ") + ".",
      "Bands and brackets: \(TradeoffWords.interval(level)) intervals over clusters."
        + (report.groups.contains { $0.lifetimes.contains(where: \.isExtrapolated) }
          ? " Dashed: beyond what was measured." : ""),
    ]
  }
}

extension SurfaceFigure {
  private func powers(_ logarithms: [Double]) -> [Double] {
    logarithms.map { exponential($0 * logarithm(10)) }
  }

  private func panel(_ group: SurfaceReport.Group) -> Panel {
    let data = group.analysis.data
    let low = data.logInference.min() ?? 0
    let high = data.logInference.max() ?? 1
    let margin = 0.04 * (high - low)
    let domain = (low - margin)...(high + margin)
    var marks: [Mark] = []
    for curve in group.analysis.curves where curve.measuredRange != nil {
      let style = style(curve, of: group)
      marks +=
        curve.direction == .inferenceNeeded
        ? lines(curve, style, inside: domain) : steepLine(curve, style)
    }
    let ends = powers([domain.lowerBound, domain.upperBound])
    return Panel(
      heading: report.groups.count > 1 || !group.lifetimes.isEmpty ? group.name : nil,
      x: Axis("training compute, log scale", scale: .log10, format: .powersOfTen),
      y: Axis(
        "\(LawWords.plain(report.roles.inference)), log scale", scale: .log10, format: .count,
        domain: ends[0]...ends[1]), marks: marks + points(group))
  }

  /// The curve of a target with its band, where it runs inside the plot.
  private func lines(
    _ curve: EqualAccuracyCurve, _ style: SeriesStyle, inside domain: ClosedRange<Double>
  ) -> [Mark] {
    let points = curve.points
    let x = powers(points.map(\.given))
    let clamp = { (value: Double) in min(max(value, domain.lowerBound), domain.upperBound) }
    let isInside = { (point: EqualAccuracyCurve.Point) in
      point.needed.value.map { domain.contains($0) } ?? false
    }
    let ends = { (end: KeyPath<Interval, Double?>) in
      points.map { point -> Double in
        guard isInside(point), let value = point.needed.interval?[keyPath: end] else {
          return .nan
        }
        return self.powers([clamp(value)])[0]
      }
    }
    let y = points.map { point in
      isInside(point) ? self.powers([point.needed.value ?? 0])[0] : .nan
    }
    return [
      .band(BandMark(x: x, low: ends(\.lower), high: ends(\.upper), style: style)),
      .line(
        LineMark(
          x: x, y: y, style: style, line: .thin,
          label: SeriesLabel(TradeoffWords.share(curve.target)))),
    ]
  }

  /// The curve of a target that runs upwards: the training that it takes at each inference.
  private func steepLine(_ curve: EqualAccuracyCurve, _ style: SeriesStyle) -> [Mark] {
    let points = curve.points.filter { !$0.isExtrapolated }
    return [
      .line(
        LineMark(
          x: powers(points.compactMap(\.needed.value)), y: powers(points.map(\.given)),
          style: style,
          line: .thin, label: SeriesLabel(TradeoffWords.share(curve.target))))
    ]
  }

  /// The colour of the points above a curve, so that it is told from the others in a key too.
  private func style(
    _ curve: EqualAccuracyCurve, of group: SurfaceReport.Group
  ) -> SeriesStyle {
    SeriesStyle(1 + group.analysis.settings.targets.count { $0 < curve.target })
  }

  /// Points in colours by the targets between which they lie.
  private func points(_ group: SurfaceReport.Group) -> [Mark] {
    let data = group.analysis.data
    let bounds = [-Double.infinity] + group.analysis.settings.targets.sorted() + [.infinity]
    let (x, y) = (powers(data.logTraining), powers(data.logInference))
    return zip(bounds, bounds.dropFirst()).enumerated().compactMap { index, ends in
      let rows = (0..<data.count).filter {
        data.accuracy[$0] >= ends.0 && data.accuracy[$0] < ends.1
      }
      guard !rows.isEmpty else { return nil }
      return .points(
        PointsMark(
          rows.map { row in
            PointDatum(
              x: x[row], y: y[row], label: NumberText.percent(data.accuracy[row], decimals: 1))
          }, style: SeriesStyle(index), label: SeriesLabel(name(ends))))
    }
  }

  private func name(_ ends: (Double, Double)) -> String {
    switch ends {
    case (-Double.infinity, Double.infinity): "measured"
    case (-Double.infinity, let upper): "below \(TradeoffWords.share(upper))"
    case (let lower, Double.infinity): "from \(TradeoffWords.share(lower))"
    case (let lower, let upper):
      "\(TradeoffWords.plain(100 * lower)) to \(TradeoffWords.share(upper))"
    }
  }

  /// What a life costs with the best training for each demand.
  private func costPanels(_ group: SurfaceReport.Group) -> [Panel] {
    group.lifetimes.prefix(1).map { lifetime in
      let name = report.groups.count > 1 ? "\(group.name): " : ""
      return CapitalPanel(
        heading: "\(name)least total at \(TradeoffWords.share(lifetime.question.target)) accuracy",
        unit: "queries",
        rows: lifetime.best.sorted { $0.demand < $1.demand }.map {
          .init(
            demand: $0.demand, training: $0.training.value ?? .nan, inference: $0.inference,
            isExtrapolated: $0.isExtrapolated)
        }, prices: report.settings.prices
      ).panel
    }
  }
}
