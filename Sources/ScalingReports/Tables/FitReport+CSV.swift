internal import ScalingAnalysis

extension FitReport {
  /// One row per coefficient as CSV (RFC 4180): broom's `tidy` with the statistics of `glance`
  /// repeated on each row. Values that cannot be estimated are empty.
  public var csv: String {
    var lines = [
      "series,model,coefficient,role,estimate,standard_error,lower,upper,method,aicc,"
        + "aicc_difference,akaike_weight,r_squared,residual_sum_of_squares,observations"
    ]
    for series in series {
      for entry in series.ranking?.entries ?? [] {
        for coefficient in entry.fit.coefficients {
          lines.append(row(series, entry, coefficient))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(
    _ series: SeriesReport, _ entry: ModelRanking.Entry, _ coefficient: Coefficient
  ) -> String {
    let number = { (value: Double?) in
      value.flatMap { $0.isFinite ? "\($0)" : nil } ?? ""
    }
    let statistics = entry.fit.statistics
    let cells = [
      Self.quoted(series.name), entry.fit.name.rawValue, coefficient.name,
      coefficient.role.rawValue, number(coefficient.estimate), number(coefficient.standardError),
      number(coefficient.interval?.lower), number(coefficient.interval?.upper),
      coefficient.interval?.method.rawValue ?? "", number(statistics.aicc),
      number(entry.difference), number(entry.akaikeWeight), number(statistics.rSquared),
      number(statistics.residualSumOfSquares), String(statistics.observations),
    ]
    return cells.joined(separator: ",")
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
