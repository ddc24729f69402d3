internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a coverage report: each group's curve with its interval over questions, and a
/// law through it, on logarithmic axes.
public struct CoverageFigure {
  private let report: CoverageReport
  private let options: FigureOptions

  /// A figure of `report`.
  public init(_ report: CoverageReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
  }

  /// More bands than these hide each other.
  private static let mostBands = 6

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let title = options.title ?? finding
    return Figure(
      title: title,
      subtitle: options.subtitle
        ?? "Coverage (at least one of k samples right), in percent, by samples per question "
        + (isDrawable ? "(log axes)" : "(log x axis)"),
      notes: notes,
      source: options.source
        ?? report.table.inputs.map {
          $0.path.split(separator: "/").last.map(String.init) ?? $0.path
        }
        .joined(separator: ", "),
      description: title + ". " + report.groups.prefix(12).map(description).joined(separator: "; "),
      panels: [
        Panel(
          x: Axis(
            "samples per question, k, log scale", scale: .log10, format: .count),
          y: isDrawable
            ? Axis("coverage, log scale", scale: .log10, format: .percent)
            : Axis("coverage", format: .percent, domain: 0...1),
          marks: marks)
      ])
  }

  /// Whether any coverage is above 0, which a logarithmic axis needs.
  private var isDrawable: Bool {
    report.groups.contains { group in
      group.analysis.curve.rows.contains { ($0.mean?.estimate ?? 0) > 0 }
    }
  }

  private var marks: [Mark] {
    let least = isDrawable ? Double.leastNonzeroMagnitude : 0
    var bands: [Mark] = []
    var lines: [Mark] = []
    var points: [Mark] = []
    for (index, group) in report.groups.enumerated() {
      let style = SeriesStyle(index)
      let rows = group.analysis.curve.rows.filter { ($0.mean?.estimate ?? -1) >= least }
      let x = rows.map { Double($0.k) }
      let intervals = rows.map(\.interval)
      if report.groups.count <= Self.mostBands {
        bands.append(
          .band(
            BandMark(
              x: x, low: intervals.map { $0?.lower.flatMap { $0 >= least ? $0 : nil } ?? .nan },
              high: intervals.map { $0?.upper ?? .nan }, style: style)))
      }
      if let fit = drawn(group) { lines.append(line(fit, group, style)) }
      points.append(
        .points(
          PointsMark(
            rows.map { PointDatum(x: Double($0.k), y: $0.mean?.estimate ?? .nan) }, style: style,
            label: SeriesLabel(group.name))))
    }
    return bands + lines + points
  }

  private func line(_ fit: CoverageFit, _ group: CoverageReport.Group, _ style: SeriesStyle) -> Mark
  {
    let last = Double(group.analysis.curve.fewestSamples)
    let end =
      CoverageReport.misses(fit) ? last : max(last, report.settings.predictionsAt.max() ?? last)
    let x = CurveSampling.positions(1...max(end, 2), isLogarithmic: true)
    let coefficients = fit.coefficients.map(\.estimate)
    return .line(
      LineMark(
        x: x, y: x.map { fit.law.coverage(coefficients, at: $0) }, style: style,
        line: LineStyle(solidRange: 1...max(last, 2)),
        label: SeriesLabel(
          group.name,
          detail: fit.law.rawValue + ", " + exponentName(fit.law) + " "
            + NumberText.significant(fit.exponent.estimate, 2))))
  }

  /// What a law calls the exponent it predicts.
  private func exponentName(_ law: CoverageLaw) -> String {
    law == .betaBinomial ? "alpha" : "exponent"
  }

  /// The law that misses the curve least.
  private func drawn(_ group: CoverageReport.Group) -> CoverageFit? {
    group.analysis.fits.min { $0.meanAbsoluteError < $1.meanAbsoluteError }
  }

  private var finding: String {
    let ends = report.groups.compactMap { group -> (low: Double, high: Double, k: Int)? in
      let rows = group.analysis.curve.sharedRows.compactMap { row in row.mean.map { (row.k, $0) } }
      guard let first = rows.first, let last = rows.last else { return nil }
      return (first.1.estimate, last.1.estimate, last.0)
    }
    guard ends.count == 1, let only = ends.first else {
      guard ends.count > 1, Set(ends.map(\.k)).count == 1,
        let low = ends.map(\.high).min(), let high = ends.map(\.high).max()
      else { return "Coverage of \(report.groups.count) groups by samples per question" }
      return "With \(samples(ends[0].k)), coverage reaches "
        + "\(CoverageWords.share(low)) to \(CoverageWords.share(high)) in \(ends.count) groups"
    }
    let start = CoverageWords.share(only.low)
    guard only.high > only.low else { return "Coverage is \(start) with \(samples(only.k))" }
    return
      "Coverage rises from \(start) to \(CoverageWords.share(only.high)) with \(samples(only.k))"
  }

  private func samples(_ count: Int) -> String {
    NumberText.fixed(Double(count), 0) + (count == 1 ? " sample" : " samples")
  }

  private var notes: [String] {
    let level = NumberText.fixed(100 * report.settings.level, 0) + " %"
    var first = "Points: unbiased pass@k."
    if report.groups.count <= Self.mostBands {
      first += " Band: \(level) interval over questions at each k."
    }
    let laws = Set(report.groups.compactMap { drawn($0)?.law.rawValue }).sorted()
    if !laws.isEmpty {
      first +=
        " Curve: the law of smallest mean |error| (\(laws.joined(separator: ", "))), "
        + "dashed beyond the samples."
    }
    let missing = report.groups.filter { drawn($0).map(CoverageReport.misses) ?? false }
    guard !report.settings.predictionsAt.isEmpty, !missing.isEmpty else { return [first] }
    let names = missing.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      first,
      (names.isEmpty ? "The law" : "The law of \(names)")
        + " misses its points and is not drawn beyond them.",
    ]
  }

  private func description(_ group: CoverageReport.Group) -> String {
    guard let last = group.analysis.curve.rows.last(where: { $0.mean != nil }),
      let mean = last.mean
    else { return "\(group.name): no samples" }
    return "\(group.name): \(CoverageWords.share(mean.estimate)) with \(samples(last.k))"
  }
}
