internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingCharts
internal import ScalingData
internal import ScalingReports

extension TradeoffCommand {
  func validateSurface() throws {
    let idle = [
      ("--form", form != nil), ("--n", n != nil), ("--d", d != nil), ("--rate", rate != nil),
      ("--budget", budget != nil),
    ]
    if let option = idle.first(where: { $0.1 })?.0 {
      throw ValidationError(
        "\(option) is for laws. Fit one to the table with --law, or name a published one: "
          + "\(LawArgument.names).")
    }
    if !source.contains("."), !source.contains("/"), source != "-" {
      throw ValidationError(
        "there is no published law \"\(source)\". Choose from \(LawArgument.names), give "
          + "coefficients as E=..,A=..,B=..,alpha=..,beta=.., or a table as ./\(source).")
    }
    guard (lifetime.demand == nil) == (unitFlop == nil) else {
      throw ValidationError(
        "--demand and --unit-flop need each other: costs depend on the FLOP behind one unit of "
          + "inference.")
    }
    if lifetime.demand != nil, target == nil {
      throw ValidationError("--demand needs the accuracy of every query: give --target.")
    }
    _ = try targets()
    _ = try surface.range()
  }

  func surfaceResult() throws -> (forms: ReportOptions.Forms, figure: Figure) {
    let result = try surfaceReport()
    let forms = ReportOptions.Forms(
      text: { result.text }, json: { result.json }, csv: { result.csv },
      markdown: { result.markdown })
    return (forms, SurfaceFigure(result, options: frame.options).figure)
  }

  private func surfaceReport() throws -> SurfaceReport {
    let reading = try SurfaceReading(
      InputLocation(argument: source), surface, y: y, rows: rows, threads: common.threadCount)
    for note in reading.notes { Console.note("note: \(note)") }
    let range = try surface.range()
    let wanted = try targets()
    var analyses: [(name: String, analysis: SurfaceAnalysis)] = []
    for series in reading.series {
      let settings = SurfaceAnalysis.Settings(
        range: range, targets: wanted ?? Self.levels(series.data, range), level: common.level,
        replicates: bootstrap ?? 0,
        seed: common.seed, threads: common.threadCount)
      do {
        analyses.append(
          (
            series.name,
            try SurfaceAnalysis(series.data, settings: settings, groups: series.groups)
          ))
      } catch {
        throw LawError(description: "\(source), \(series.name): \(error.description)")
      }
    }
    return SurfaceReport(
      analyses, input: reading.input, roles: reading.roles, accuracy: reading.accuracy,
      settings: try surfaceSettings(), notes: reading.notes)
  }

  private func surfaceSettings() throws -> SurfaceReport.Settings {
    SurfaceReport.Settings(
      savings: try lifetime.savings(standard: [1, 2]), payments: try lifetime.payments(),
      demands: try lifetime.demands(), unitCompute: unitFlop ?? 1, prices: try lifetime.prices(),
      growth: ComputeGrowth(factorPerYear: lifetime.growth))
  }

  private func targets() throws -> [Double]? {
    guard let target else { return nil }
    let values = try NumberList.positive(target, option: "--target")
    if let value = values.first(where: { $0 >= 1 }) {
      throw ValidationError(
        "--target is \(value), but is an accuracy between 0 and 1, such as 0.1.")
    }
    return values
  }

  /// Round accuracies inside the middle of the measurements, at most four.
  private static func levels(_ data: SurfaceData, _ range: AccuracyRange) -> [Double] {
    let round = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]
    let sorted = data.accuracy.sorted()
    let low = sorted[sorted.count / 10]
    let high = sorted[sorted.count - 1 - sorted.count / 10]
    let inside = round.filter { $0 > max(low, range.floor) && $0 < min(high, range.ceiling) }
    let step = (inside.count + 3) / 4
    return inside.enumerated().filter { $0.offset % max(step, 1) == 0 }.map(\.element)
  }
}
