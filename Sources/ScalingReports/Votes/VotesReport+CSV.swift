internal import ScalingAnalysis

extension VotesReport {
  /// One row per group, curve and k as CSV (RFC 4180); what is not known is empty.
  public var csv: String {
    var lines = [
      "group,curve,k,accuracy,standard_error,lower,upper,sampling_error,simulation_error,"
        + "method,questions,tokens,dollars"
    ]
    for group in groups {
      for (name, rows) in [
        ("majority", group.majority), ("any_right", group.passAtK), ("all_right", group.allOfK),
        ("best_by_score", group.bestOfK), ("weighted", group.weighted),
      ] {
        lines += rows.map { row(group, name, $0) }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ group: VoteAnalysis, _ curve: String, _ row: VoteRow) -> String {
    let number = { (value: Double?) in value.flatMap { $0.isFinite ? "\($0)" : nil } ?? "" }
    return [
      CSVText.quoted(group.name), curve, "\(row.k)", number(row.mean.estimate),
      number(row.mean.standardError), number(row.interval?.lower), number(row.interval?.upper),
      number(row.samplingError), number(row.simulationError), row.method.rawValue,
      "\(row.mean.questions)", number(group.tokens?.total(row.k).mean),
      number(group.dollars?.total(row.k).mean),
    ].joined(separator: ",")
  }
}
