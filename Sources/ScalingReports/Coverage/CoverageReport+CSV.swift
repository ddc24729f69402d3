internal import ScalingAnalysis

extension CoverageReport {
  /// One row per group and k, with the coverage of each fitted law beside the curve.
  public var csv: String {
    let laws = settings.laws
    var lines = [
      "group,k,coverage,standard_error,naive_standard_error,lower,upper,questions"
        + laws.map { ",\($0.rawValue)" }.joined()
    ]
    for group in groups {
      for row in group.analysis.curve.rows {
        let interval = row.interval
        let fitted = laws.map { law -> Double? in
          group.analysis.fits.first { $0.law == law }.map {
            law.coverage($0.coefficients.map(\.estimate), at: Double(row.k))
          }
        }
        lines.append(
          ([CSVText.quoted(group.name), String(row.k)]
            + [
              row.mean?.estimate, row.mean?.standardError, row.naiveStandardError,
              interval?.lower, interval?.upper,
            ].map(CSVText.number) + [String(row.mean?.questions ?? 0)]
            + fitted.map(CSVText.number)).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
