internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of IsoFLOP profiles: each with its minimum, and the minima in compute.
public struct IsoflopFigure {
  private let report: IsoflopReport
  private let options: FigureOptions

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: IsoflopReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    return Figure(
      title: title, subtitle: options.subtitle ?? subtitle, notes: notes,
      source: options.source ?? FigureSource.name(report.input.path),
      description: "\(title). " + notes.joined(separator: " "),
      panels: hasProfiles ? [profilePanel, lawPanel] : [lawPanel])
  }

  private var hasProfiles: Bool { !report.profiles.isEmpty }

  private var finding: String {
    let power = report.law.parameters
    let range = power.exponentInterval.map { " (\(LawText.range($0, 2)))" } ?? ""
    let isMixed = report.law.diagnostics.contains { $0.code == .repeatedRuns }
    return (isMixed ? "Over runs that differ, the" : "The")
      + " best model grows with compute to the power "
      + NumberText.fixed(power.exponent, 2) + range
  }

  private var subtitle: String {
    hasProfiles
      ? "Loss by parameters N at equal training compute, and N at the minimum of each profile by "
        + "compute (log axes)"
      : "Parameters N at the minimum of each profile by training compute (log axes)"
  }

  private var notes: [String] {
    var result: [String] = []
    if let search = report.search, search.drawCount > 0 {
      result.append(
        "Minimum: median over \(search.drawCount) draws of noise of "
          + "\(NumberText.significant(search.lossNoise, 2)) nats in each loss (\(search.method.rawValue))."
      )
    }
    if report.law.minima.contains(where: { $0.logDeviation != nil }) {
      result.append("Bars: one standard deviation of ln N on either side.")
    }
    return result + report.law.diagnostics.map { $0.message + "." }
  }

  /// The compute of the profiles, at their largest models; the ends and the middle come first.
  private var names: [PointLabels.Item] {
    let last = report.profiles.count - 1
    return report.profiles.enumerated().compactMap { index, profile in
      guard let x = profile.parameters.last, let y = profile.loss.last else { return nil }
      return .init(
        LawWords.compute(profile.compute), x: x, y: y,
        priority: [0, last / 2, last].contains(index) ? 1 : 0)
    }
  }

  /// The sizes of all runs, with room for the names behind the largest.
  private var profileDomain: ClosedRange<Double>? {
    let sizes = report.profiles.flatMap(\.parameters)
    guard let low = sizes.min(), let high = sizes.max(), low > 0, high > low else { return nil }
    let ratio = logarithm(high / low)
    return (low * exponential(-0.03 * ratio))...(high * exponential(0.3 * ratio))
  }

  private var profilePanel: Panel {
    var marks: [Mark] = []
    for profile in report.profiles {
      marks.append(
        .line(
          LineMark(
            x: profile.parameters, y: profile.loss, style: .neutral, line: .thin)))
      marks.append(
        .points(
          PointsMark(
            zip(profile.parameters, profile.loss).map { PointDatum(x: $0, y: $1) },
            style: .neutral, emphasis: .faint)))
    }
    marks.append(.pointLabels(PointLabels(names)))
    let minima = report.law.minima.filter { $0.loss != nil }
    marks.append(
      .line(
        LineMark(
          x: minima.map(\.parameters), y: minima.compactMap(\.loss), style: SeriesStyle(0),
          line: LineStyle(pattern: .dashed, width: 1.4))))
    marks.append(
      .points(
        PointsMark(
          minima.map {
            PointDatum(
              x: $0.parameters, y: $0.loss ?? 0,
              label: "\(LawWords.count($0.parameters)) at \(LawWords.compute($0.compute)) FLOP")
          }, style: SeriesStyle(0), label: SeriesLabel("minimum"))))
    return Panel(
      heading: "Profiles of equal compute (FLOP)",
      x: Axis(
        "parameters N, log scale", scale: .log10, format: .count, domain: profileDomain),
      y: Axis("loss, log scale", scale: .log10), marks: marks)
  }

  private var lawPanel: Panel {
    let minima = report.law.minima
    let compute = minima.map(\.compute)
    let range = (compute.min() ?? 1)...(compute.max() ?? 2)
    let x = CurveSampling.positions(range, isLogarithmic: true)
    let exponent = NumberText.fixed(report.law.parameters.exponent, 3)
    return Panel(
      heading: hasProfiles ? "Best size by compute" : nil,
      x: Axis("training compute (FLOP), log scale", scale: .log10, format: .powersOfTen),
      y: Axis("parameters N, log scale", scale: .log10, format: .count),
      marks: [
        .line(
          LineMark(
            x: x, y: x.map { report.law.parameters.value(compute: $0) }, style: SeriesStyle(0),
            label: SeriesLabel("exponent \(exponent)"))),
        .points(
          PointsMark(
            minima.map { minimum in
              let factor = minimum.logDeviation.map(exponential)
              return PointDatum(
                x: minimum.compute, y: minimum.parameters,
                low: factor.map { minimum.parameters / $0 },
                high: factor.map { minimum.parameters * $0 })
            }, style: SeriesStyle(0))),
      ])
  }
}
