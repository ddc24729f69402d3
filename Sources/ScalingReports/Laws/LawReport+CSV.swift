internal import ScalingAnalysis

extension LawReport {
  /// One row per coefficient, then per figure that was asked for, as CSV (RFC 4180). The objective
  /// and its value are repeated on each row.
  public var csv: String {
    let heading =
      "form,quantity,role,estimate,standard_error,lower,upper,objective,value,observations"
    var lines = rows.map { row in
      line(row.name, row.role.rawValue, row.estimate, row.standardError, row.interval)
    }
    for entry in optima {
      let place = "@\(entry.optimum.compute)"
      let figures = [
        ("parameters", entry.optimum.parameters, entry.parameters),
        ("tokens", entry.optimum.tokens, entry.tokens),
        ("tokensPerParameter", entry.optimum.tokensPerParameter, entry.tokensPerParameter),
        ("loss", entry.optimum.loss, entry.loss),
      ]
      lines += figures.map { line($0.0 + place, "optimum", $0.1, nil, $0.2) }
    }
    lines += predictions.map { prediction in
      let place = prediction.inputs.map { "\($0)" }.joined(separator: ":")
      return line("loss@\(place)", "prediction", prediction.loss, nil, prediction.interval)
    }
    return ([heading] + lines).joined(separator: "\n") + "\n"
  }

  private func line(
    _ name: String, _ role: String, _ estimate: Double, _ error: Double?, _ interval: Interval?
  ) -> String {
    [
      fit.settings.form.rawValue, CSVText.quoted(name), role, CSVText.number(estimate),
      CSVText.number(error), CSVText.number(interval?.lower), CSVText.number(interval?.upper),
      fit.settings.objective.name, CSVText.number(fit.value), String(fit.data.count),
    ].joined(separator: ",")
  }
}

extension IsoflopReport {
  /// One row per minimum as CSV (RFC 4180), with what the law says at its compute. The table can be
  /// read again as a table of minima.
  public var csv: String {
    let heading =
      "flops,n_star,d_star,loss_star,log_n_star_std,n_of_law,d_of_law"
    let lines = law.minima.map { minimum in
      let fitted = law.optimum(compute: minimum.compute)
      return [
        minimum.compute, minimum.parameters, minimum.tokens, minimum.loss, minimum.logDeviation,
        fitted.parameters, fitted.tokens,
      ].map(CSVText.number).joined(separator: ",")
    }
    return ([heading] + lines).joined(separator: "\n") + "\n"
  }
}
