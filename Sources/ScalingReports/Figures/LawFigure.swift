internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a training law: the runs, and what the law expects.
public struct LawFigure {
  private let report: LawReport
  private let options: FigureOptions
  private var fit: LawFit { report.fit }
  private var law: TrainingLaw { report.fit.law }

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: LawReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    let body: (subtitle: String, panel: Panel) =
      switch fit.settings.form {
      case .hoffmann, .tied, .kaplan: (computeSubtitle, computePanel)
      case .power, .brokenPower: (variableSubtitle, variablePanel)
      case .repeats: ("Measured loss by the loss that the law expects", expectationPanel)
      }
    return Figure(
      title: title, subtitle: options.subtitle ?? body.subtitle, notes: notes,
      source: options.source ?? FigureSource.name(report.input.path),
      description: "\(title). \(fit.settings.form.formula). " + notes.joined(separator: " "),
      panels: [body.panel])
  }

  private var lossTitle: String { "loss" }

  private var finding: String {
    switch fit.settings.form {
    case .hoffmann, .tied, .kaplan:
      guard let best = law.optimum(compute: largestCompute) else {
        return "A training law of \(fit.data.count) runs without a best division of compute"
      }
      return "At \(LawWords.compute(best.compute)) FLOP the best model takes "
        + "\(NumberText.significant(best.tokensPerParameter, 2)) tokens per parameter"
    case .power:
      let exponent = NumberText.significant(law["alpha"] ?? 0, 2)
      return "Loss falls as \(variable) to the power \(exponent), towards "
        + NumberText.significant(law["E"] ?? 0, 3)
    case .brokenPower:
      return "Loss breaks near \(variable) \(LawWords.count(law["d1"] ?? 0))"
    case .repeats:
      return "The law of repeats explains \(NumberText.fixed(100 * (fit.rSquared ?? 0), 0)) % of "
        + "the variance of the loss"
    }
  }

  private var notes: [String] {
    let value = NumberText.significant(fit.value, 3)
    var result = [
      "\(fit.data.count) runs. \(fit.settings.form.formula), \(fit.settings.objective.name) \(value)."
    ]
    if !report.diagnostics.isEmpty {
      let codes = report.diagnostics.map(\.code.rawValue)
      result.append("To mind, see the report: " + codes.joined(separator: ", ") + ".")
    }
    return result
  }

  private var variable: String { fit.data.names.first.map(LawWords.plain) ?? "x" }
}

extension LawFigure {
  private var computeOfRuns: [Double] {
    zip(fit.data.columns[0], fit.data.columns[1]).map { 6 * $0 * $1 }
  }

  private var largestCompute: Double { computeOfRuns.max() ?? 1 }

  private var computeSubtitle: String {
    "Loss by training compute C = 6ND (log axis): runs, the law at a few model sizes, and at the "
      + "best size for each budget"
  }

  private var computePanel: Panel {
    let compute = computeOfRuns
    let range = (compute.min() ?? 1)...largestCompute
    let isolines = isolines
    var marks = isolines.map { Mark.line($0.line) }
    marks.append(
      .pointLabels(
        PointLabels(
          isolines.compactMap { name, line in
            line.x.last.flatMap { x in line.y.last.map { .init(name, x: x, y: $0) } }
          })))
    marks.append(
      .points(
        PointsMark(
          zip(compute, fit.data.loss).map { PointDatum(x: $0, y: $1) }, style: SeriesStyle(0),
          emphasis: .faint)))
    let x = CurveSampling.positions(range, isLogarithmic: true)
    let best = x.compactMap { law.optimum(compute: $0) }
    if best.count == x.count {
      marks.append(
        .line(
          LineMark(
            x: x, y: best.map(\.loss), style: SeriesStyle(1),
            label: SeriesLabel("best size", detail: "of the law"))))
    }
    return Panel(
      x: Axis("training compute (FLOP), log scale", scale: .log10, format: .powersOfTen),
      y: Axis(lossTitle), marks: marks)
  }

  /// Model sizes that are drawn at most.
  private static let mostIsolines = 4

  /// The law at some sizes of the runs, over the compute that runs of about that size had.
  private var isolines: [(name: String, line: LineMark)] {
    let sizes = fit.data.columns[0]
    guard let low = sizes.min(), let high = sizes.max(), high > low else { return [] }
    let steps = Double(Self.mostIsolines - 1)
    return (0..<Self.mostIsolines).compactMap { index in
      let wanted = exponential(
        logarithm(low) + Double(index) / steps * (logarithm(high) - logarithm(low)))
      guard let size = sizes.min(by: { abs(logarithm($0 / wanted)) < abs(logarithm($1 / wanted)) })
      else { return nil }
      let tokens = zip(sizes, fit.data.columns[1]).filter { abs(logarithm($0.0 / size)) < 0.7 }
        .map(\.1)
      guard let first = tokens.min(), let last = tokens.max(), last > first else { return nil }
      let x = CurveSampling.positions(first...last, isLogarithmic: true)
      let line = LineMark(
        x: x.map { 6 * size * $0 }, y: x.map { law.loss(size, $0) }, style: .neutral, line: .thin)
      return ("N = \(LawWords.count(size))", line)
    }
  }

  private var variableSubtitle: String { "Loss by \(variable) (both axes logarithmic)" }

  private var variablePanel: Panel {
    let x = fit.data.columns[0]
    let range = (x.min() ?? 1)...(x.max() ?? 2)
    let places = CurveSampling.positions(range, isLogarithmic: true)
    return Panel(
      x: Axis("\(variable), log scale", scale: .log10, format: .count),
      y: Axis("\(lossTitle), log scale", scale: .log10),
      marks: [
        .line(
          LineMark(
            x: places, y: places.map { law.loss($0) }, style: SeriesStyle(0),
            label: SeriesLabel("the law"))),
        .points(
          PointsMark(
            zip(x, fit.data.loss).map { PointDatum(x: $0, y: $1) }, style: SeriesStyle(0))),
      ])
  }

  private var expectationPanel: Panel {
    let fitted = fit.fitted
    let ends = [fitted.min() ?? 0, fitted.max() ?? 1]
    return Panel(
      x: Axis("loss by the law"), y: Axis("measured loss"),
      marks: [
        .line(
          LineMark(
            x: ends, y: ends, style: .neutral, line: .thin, label: SeriesLabel("as expected"))),
        .points(
          PointsMark(
            zip(fitted, fit.data.loss).map { PointDatum(x: $0, y: $1) }, style: SeriesStyle(0),
            emphasis: .faint)),
      ])
  }
}
