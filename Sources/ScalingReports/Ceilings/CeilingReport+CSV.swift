internal import ScalingAnalysis

extension CeilingReport {
  /// One row per series.
  public var csv: String {
    var lines = [
      "series,observations,verdict,reason,level,level_lower,level_upper,onset,onset_lower,"
        + "onset_upper,gain_per_doubling_before,gain_per_doubling_after,gain_after_lower,"
        + "gain_after_upper,margin,p_value_flattening,p_value_below_margin"
    ]
    for series in series {
      let analysis = series.analysis
      let numbers: [Double?] = [
        analysis?.level?.estimate, analysis?.level?.interval?.lower,
        analysis?.level?.interval?.upper, analysis?.onset?.estimate,
        analysis?.onset?.interval?.lower, analysis?.onset?.interval?.upper,
        analysis?.gainBefore?.estimate, analysis?.gainAfter?.estimate,
        analysis?.gainAfter?.interval.lower, analysis?.gainAfter?.interval.upper,
        analysis?.margin, analysis?.flattening.pValue, analysis?.gainAfter?.pValueBelowMargin,
      ]
      lines.append(
        ([
          CSVText.quoted(series.name), String(series.observations.count),
          analysis?.verdict.rawValue ?? "", analysis?.reason.rawValue ?? "",
        ] + numbers.map(CSVText.number)).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
