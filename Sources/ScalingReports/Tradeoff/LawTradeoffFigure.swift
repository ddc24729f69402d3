internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a law's trade-off: the curve of equal loss with its span, and what a life costs.
public struct LawTradeoffFigure {
  private let report: LawTradeoffReport
  private let options: FigureOptions
  private var tradeoff: LawTradeoff { report.tradeoff }

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: LawTradeoffReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    let panels = [curvePanel] + costPanels
    return Figure(
      title: title, subtitle: options.subtitle ?? subtitle(panels.count), notes: notes,
      source: options.source ?? report.origin.input.map { FigureSource.name($0.path) }
        ?? report.origin.source,
      description: "\(title). \(report.finding)", panels: panels)
  }

  private var finding: String {
    if let life = report.lifetimes.last {
      return "Serving \(LawWords.count(life.best.demand)) tokens costs least with "
        + "\(LawWords.count(life.best.model.parameters)) parameters, not "
        + LawWords.count(life.computeOptimal.model.parameters)
    }
    guard let row = report.rows.first, let saved = row.inferenceSaved.value,
      let paid = row.trainingPaid.value
    else { return "Training compute against inference compute at equal loss" }
    return "\(factor(saved)) times less inference costs \(factor(paid)) times more training"
  }

  private func subtitle(_ panels: Int) -> String {
    "Training compute 6ND by inference compute 2N a token at equal loss, as multiples of the "
      + "compute-optimal model (log axes)"
      + (panels > 1 ? "; total over a life by tokens served (log axes)" : "")
  }

  private var notes: [String] {
    var result = ["\(report.origin.name): \(tradeoff.law.form.formula)."]
    let rates = spans.map { TradeoffWords.plain($0.rate) }
    if report.rows.contains(where: { $0.trainingPaid.value != nil }) {
      result.append(
        "Points: inference compute divided (\u{F7}) by so much takes so many times (\u{D7}) the "
          + "training compute.")
    }
    if let last = rates.last {
      result.append(
        "Shaded: a further order of magnitude of inference costs fewer than \(last) of training.")
    }
    return result
  }

  private func factor(_ orders: Double) -> String { NumberText.significant(power(orders), 2) }

  private func power(_ orders: Double) -> Double {
    exponential(orders * logarithm(10))
  }

  private var spans: [(rate: Double, row: LawTradeoffReport.Row)] {
    report.rows.compactMap { row in
      guard case .rate(let rate) = row.start else { return nil }
      return (rate, row)
    }
  }

  private var curvePanel: Panel {
    let reach =
      report.rows.filter { $0.trainingPaid.value != nil }
      .compactMap { $0.inferenceSaved.value }.max() ?? 0.5
    let end = min(reach * 1.1, tradeoff.mostInferenceSaved * 0.98)
    let places = (0...80).map { step in -0.3 + (end + 0.3) * Double(step) / 80 }.reversed()
    let points = places.compactMap { tradeoff.point(savingInference: $0) }
    var marks: [Mark] = []
    if let saved = spans.last?.row.inferenceSaved.value {
      marks.append(.region(RegionMark(from: power(-saved), to: 1)))
    }
    marks.append(
      .line(
        LineMark(
          x: points.map { power(-$0.inferenceSaved) }, y: points.map { power($0.trainingPaid) },
          style: SeriesStyle(0))))
    let marked = report.rows.compactMap { row -> (x: Double, y: Double, name: String)? in
      guard let saved = row.inferenceSaved.value, let paid = row.trainingPaid.value, saved <= end
      else { return nil }
      return (power(-saved), power(paid), name(saved: saved, paid: paid))
    }
    marks.append(
      .points(
        PointsMark(
          [PointDatum(x: 1, y: 1, label: "compute-optimal")]
            + marked.map { PointDatum(x: $0.x, y: $0.y, label: $0.name) },
          style: SeriesStyle(0))))
    marks.append(
      .pointLabels(
        PointLabels(
          [.init("compute-optimal", x: 1, y: 1, priority: -1)]
            + marked.map { .init($0.name, x: $0.x, y: $0.y) })))
    return Panel(
      heading: report.lifetimes.isEmpty ? nil : "Equal loss",
      x: Axis("inference compute a token (multiple), log scale", scale: .log10),
      y: Axis(
        "training compute (multiple), log scale", scale: .log10,
        domain: Self
          .roomForNames...max(10, 1.2 * (points.map { power($0.trainingPaid) }.max() ?? 1))),
      marks: marks)
  }

  /// Where the axis of training begins: the names of points that lie low stand below them.
  private static let roomForNames = 0.15

  private func name(saved: Double, paid: Double) -> String {
    "\u{F7}\(factor(saved)) for \u{D7}\(factor(paid))"
  }

  /// What models cost over a life, and what of it the best one for each demand is trained and run for.
  private var costPanels: [Panel] {
    let demands = report.settings.demands
    guard let low = demands.min(), let high = demands.max(), !report.lifetimes.isEmpty,
      let loss = report.loss,
      let cost = try? LifetimeCost(
        tradeoff, loss: loss, inferencePrice: report.settings.prices?.ratio ?? 1)
    else { return [] }
    let places = CurveSampling.positions((low / 30)...(high * 30), isLogarithmic: true)
    let rows = places.compactMap { cost.best(demand: $0) }.map {
      CapitalPanel.Row(demand: $0.demand, training: $0.training, inference: $0.inference)
    }
    return [
      lifePanel(cost, places),
      CapitalPanel(
        heading: "Of it for the best model", unit: "tokens served", rows: rows,
        prices: report.settings.prices
      ).panel,
    ]
  }

  private func lifePanel(_ cost: LifetimeCost, _ places: [Double]) -> Panel {
    let prices = report.settings.prices
    let value = { (split: LifetimeCost.Split?) -> Double in
      guard let split else { return .nan }
      return prices?.total(training: split.training, inference: split.inference) ?? split.total
    }
    var marks: [Mark] = [
      .line(
        LineMark(
          x: places, y: places.map { value(cost.computeOptimal(demand: $0)) }, style: .neutral,
          line: .thin, label: SeriesLabel("compute-optimal")))
    ]
    marks += report.lifetimes.prefix(3).enumerated().map { index, life in
      .line(
        LineMark(
          x: places, y: places.map { value(cost.split(life.best.point, demand: $0)) },
          style: SeriesStyle(index + 3), line: LineStyle(pattern: .dashed, width: 1.4),
          label: SeriesLabel(
            "\(LawWords.count(life.best.model.parameters)) parameters",
            detail: "best at \(LawWords.count(life.best.demand))")))
    }
    marks.append(
      .line(
        LineMark(
          x: places, y: places.map { value(cost.best(demand: $0)) }, style: SeriesStyle(0),
          label: SeriesLabel("total"))))
    return Panel(
      heading: "Least total over a life",
      x: Axis("tokens served, log scale", scale: .log10, format: .powersOfTen),
      y: CapitalPanel.axis(prices), marks: marks)
  }
}
