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
      group.analysis.trainingPerInference.value != nil,
      group.analysis.rate.interval?.isClosed ?? true
    else { return findingWithoutRate }
    let name = report.groups.count > 1 ? "\(group.name): ten" : "Ten"
    let start = "\(name) times the training saves a factor of"
    guard group.analysis.preferred.form == .interaction else {
      return "\(start) \(factor(rate)) in inference"
    }
    guard let corners = corners(group) else {
      return "\(start) \(factor(rate)) in inference at the centre, not everywhere"
    }
    return "\(start) \(factor(corners.lowerBound)) to \(factor(corners.upperBound)) in inference, "
      + "depending on the place"
  }

  /// What raises accuracy, where nothing can be exchanged or no rate is ruled out.
  private var findingWithoutRate: String {
    guard report.groups.count == 1, let analysis = report.groups.first?.analysis else {
      return "Accuracy by training and inference compute"
    }
    let rises = { (slope: TradeoffEstimate) in (slope.interval?.lower ?? 0) > 0 }
    return switch (rises(analysis.trainingSlope), rises(analysis.inferenceSlope)) {
    case (true, false): "Training raises accuracy; that inference does is not established"
    case (false, true): "Inference raises accuracy; that training does is not established"
    case (false, false): "Neither training nor inference is shown to raise accuracy"
    case (true, true): "Accuracy by training and inference compute"
    }
  }

  private func factor(_ orders: Double) -> String {
    NumberText.significant(exponential(orders * logarithm(10)), 2)
  }

  /// The least and the greatest rate at the corners; nil where there is none at one of them.
  private func corners(_ group: SurfaceReport.Group) -> ClosedRange<Double>? {
    let rates = group.analysis.corners.compactMap(\.rate.value)
    guard rates.count == group.analysis.corners.count, let low = rates.min(), low > 0,
      let high = rates.max()
    else { return nil }
    return low...high
  }

  private var subtitle: String {
    let hasCurves = report.groups.contains { group in
      group.analysis.curves.contains { $0.measuredRange != nil }
    }
    return "Measured \(LawWords.plain(report.accuracy.column)) (points)"
      + (hasCurves ? " and curves of equal accuracy" : "") + ", by "
      + "\(Self.noun(report.roles.trainingTitle)) and \(Self.noun(report.roles.inferenceTitle)) (log axes)"
  }

  private var notes: [String] {
    let level = report.groups.first?.analysis.settings.level ?? 0.95
    return report.groups.map(rateNote) + [
      (report.groups.contains(where: hasRate) ? "Bands and parentheses" : "Bands")
        + ": \(TradeoffWords.interval(level)) intervals over clusters."
        + (report.groups.contains { $0.lifetimes.contains(where: \.isExtrapolated) }
          ? " Dashed: beyond what was measured." : "")
    ]
  }

  /// The title of an axis without its unit.
  private static func noun(_ title: String) -> String {
    String(title.prefix { $0 != "(" }).trimmingSpaces
  }

  private func hasRate(_ group: SurfaceReport.Group) -> Bool {
    group.analysis.rate.value != nil && group.analysis.trainingPerInference.value != nil
  }

  private func rateNote(_ group: SurfaceReport.Group) -> String {
    let analysis = group.analysis
    let name = report.groups.count > 1 ? "\(group.name): " : ""
    let clusters = "\(analysis.data.clusterCount) clusters."
    guard hasRate(group) else {
      return (name.isEmpty ? "No" : "\(name)no") + " exchange rate; \(clusters)"
    }
    var place = ""
    if analysis.preferred.form == .interaction {
      place = " at the centre of the measurements"
      if let ends = corners(group) {
        place +=
          ", and \(TradeoffWords.orders(ends.lowerBound)) to "
          + "\(TradeoffWords.orders(ends.upperBound)) at their corners"
      }
    }
    let start = name.isEmpty ? "An" : "\(name)an"
    return "\(start) order of magnitude of training saves \(TradeoffWords.orders(analysis.rate)) "
      + "orders of inference\(place); \(clusters)"
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
    for target in targets {
      let curve = group.analysis.curves.first { $0.target == target && $0.measuredRange != nil }
      marks +=
        curve.map {
          $0.direction == .inferenceNeeded
            ? lines($0, style(target), inside: domain)
            : steepLine($0, style(target), inside: data.logTraining)
        } ?? unused(target)
    }
    let ends = powers([domain.lowerBound, domain.upperBound])
    return Panel(
      heading: report.groups.count > 1 || !group.lifetimes.isEmpty ? group.name : nil,
      x: Axis("\(report.roles.trainingTitle), log scale", scale: .log10, format: .powersOfTen),
      y: Axis(
        "\(report.roles.inferenceTitle), log scale", scale: .log10, format: .count,
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
  ///
  /// - Parameter measured: the training that was measured, where the band ends.
  private func steepLine(
    _ curve: EqualAccuracyCurve, _ style: SeriesStyle, inside measured: [Double]
  ) -> [Mark] {
    let points = curve.points.filter { !$0.isExtrapolated }
    let (least, most) = (measured.min() ?? 0, measured.max() ?? 0)
    let ends = { (end: KeyPath<Interval, Double?>) in
      points.map { point in
        point.needed.interval?[keyPath: end].map { self.powers([min(max($0, least), most)])[0] }
          ?? .nan
      }
    }
    return [
      .band(
        BandMark(
          y: powers(points.map(\.given)), low: ends(\.lower), high: ends(\.upper), style: style)),
      .line(
        LineMark(
          x: powers(points.compactMap(\.needed.value)), y: powers(points.map(\.given)),
          style: style,
          line: .thin, label: SeriesLabel(TradeoffWords.share(curve.target)))),
    ]
  }

  /// The accuracies with a curve in any panel: a colour means the same in all of them.
  private var targets: [Double] {
    let drawn = report.groups.flatMap { $0.analysis.curves.filter { $0.measuredRange != nil } }
    return Set(drawn.map(\.target)).sorted()
  }

  /// The colour of the points above a curve, so that it is told from the others in a key too.
  private func style(_ target: Double) -> SeriesStyle {
    SeriesStyle(1 + targets.count { $0 < target })
  }

  /// A curve of another panel, which holds its place in the key.
  private func unused(_ target: Double) -> [Mark] {
    [
      .line(
        LineMark(
          x: [], y: [], style: style(target), line: .thin,
          label: SeriesLabel(TradeoffWords.share(target))))
    ]
  }

  /// Points in colours by the targets between which they lie; none where another panel has some.
  private func points(_ group: SurfaceReport.Group) -> [Mark] {
    let data = group.analysis.data
    let bounds = [-Double.infinity] + targets + [.infinity]
    let (x, y) = (powers(data.logTraining), powers(data.logInference))
    return zip(bounds, bounds.dropFirst()).enumerated().compactMap { index, ends in
      let isBetween = { (accuracy: Double) in accuracy >= ends.0 && accuracy < ends.1 }
      let rows = (0..<data.count).filter { isBetween(data.accuracy[$0]) }
      guard report.groups.contains(where: { $0.analysis.data.accuracy.contains(where: isBetween) })
      else { return nil }
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
