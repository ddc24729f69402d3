internal import ScalingAnalysis
internal import ScalingData

extension LawReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    let heading = "\(input.path): \(fit.settings.form.formula), \(fit.data.count) runs"
    var parts = [(isMarkdown ? "### " : "") + heading + "\n", show(coefficientTable), searchText]
    if !optima.isEmpty { parts.append(show(optimumTable)) }
    if !predictions.isEmpty { parts.append(show(predictionTable)) }
    if !comparisons.isEmpty { parts.append(show(comparisonTable)) }
    if let holdOut { parts.append(Self.text(holdOut)) }
    if !diagnostics.isEmpty {
      parts.append(
        diagnostics.map { (isMarkdown ? "- " : "  ! ") + "\($0.code.rawValue): \($0.message)\n" }
          .joined())
    }
    return parts.joined(separator: "\n")
  }

  private var percent: String {
    NumberText.fixed(100 * (bootstrap?.settings.level ?? 0.95), 0) + " % interval"
  }

  private var coefficientTable: PlainTable {
    let hasRefits = bootstrap != nil
    var table = PlainTable(
      headings: [("coefficient", .left), ("estimate", .right)]
        + (hasRefits ? [("standard error", .right), (percent, .left)] : []) + [("", .left)])
    for row in rows {
      var cells = [row.name, LawText.number(row.estimate, 6)]
      if hasRefits {
        cells.append(row.standardError.map { LawText.number($0, 4) } ?? "")
        cells.append(LawText.range(row.interval, 4))
      }
      let remark =
        switch row.role {
        case .fixed: "fixed"
        case .derived: "N* grows as C^a"
        case .estimated: ""
        }
      table.rows.append(cells + [remark])
    }
    return table
  }

  private var searchText: String {
    var lines = [
      "  objective \(fit.settings.objective.name)\(deltaText): \(LawText.digits(fit.value, 8))"
    ]
    if let rSquared = fit.rSquared {
      lines.append("  R² of the loss: \(NumberText.fixed(rSquared, 4))")
    }
    if fit.termination.starts > 0,
      fit.settings.form.coefficientNames.contains(where: fit.isEstimated)
    {
      let nodes =
        fit.searchedNodes > 0 ? "\(fit.searchedNodes) nodes of exponents searched, " : ""
      lines.append(
        "  \(nodes)\(fit.agreeingStarts) of \(fit.termination.starts) starts end here and none "
          + "lower; \(fit.termination.converged ? "the gradient vanishes" : "not converged")")
    }
    for other in fit.otherMinima where !Self.isRival(other, of: fit) {
      lines.append(
        "  a local minimum above it: \(LawText.digits(other.value, 8)) at "
          + Self.place(other.law, in: fit))
    }
    if let bootstrap {
      lines.append(
        "  \(bootstrap.convergedCount) of \(bootstrap.settings.replicateCount) bootstrap refits "
          + "converged (seed \(bootstrap.settings.seed))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var deltaText: String {
    guard case .huberLog(let delta) = fit.settings.objective else { return "" }
    return ", delta \(delta), summed"
  }

  private var optimumTable: PlainTable {
    var table = PlainTable(headings: [
      ("budget (FLOP)", .right), ("parameters N", .right), ("", .left), ("tokens D", .right),
      ("", .left), ("D/N", .right), ("", .left), ("loss", .right), ("", .left),
    ])
    for entry in optima {
      let optimum = entry.optimum
      table.rows.append([
        LawText.number(optimum.compute, 3),
        LawText.number(optimum.parameters, 4), LawText.range(entry.parameters, 3),
        LawText.number(optimum.tokens, 4), LawText.range(entry.tokens, 3),
        LawText.number(optimum.tokensPerParameter, 4), LawText.range(entry.tokensPerParameter, 3),
        LawText.number(optimum.loss, 4), LawText.range(entry.loss, 4),
      ])
    }
    return table
  }

  private var predictionTable: PlainTable {
    let inputs = fit.settings.form.inputs
    var table = PlainTable(
      headings: inputs.map { ($0.rawValue, .right) } + [("loss", .right), (percent, .left)])
    for prediction in predictions {
      table.rows.append(
        prediction.inputs.map { LawText.number($0, 4) } + [
          LawText.number(prediction.loss, 6), LawText.range(prediction.interval, 4),
        ])
    }
    return table
  }

  private var comparisonTable: PlainTable {
    var table = PlainTable(headings: [
      ("other law", .left), ("objective", .right), ("log-likelihood", .right),
      ("likelihood ratio", .right), ("p", .right), ("distance", .right), ("p", .right),
    ])
    if let first = comparisons.first {
      table.rows.append([
        "(this fit)", LawText.digits(fit.value, 8), NumberText.fixed(first.fittedLogLikelihood, 2),
        "", "", "", "",
      ])
    }
    for entry in comparisons {
      table.rows.append([
        entry.name, LawText.digits(entry.value, 8), NumberText.fixed(entry.logLikelihood, 2),
        NumberText.fixed(entry.likelihoodRatio.statistic, 2),
        LawText.number(entry.likelihoodRatio.pValue, 2),
        entry.distance.map { NumberText.fixed($0.statistic, 1) } ?? "",
        entry.distance.map { LawText.number($0.pValue, 2) } ?? "",
      ])
    }
    return table
  }

  private static func text(_ holdOut: HoldOut) -> String {
    "  held out (\(holdOut.condition)): \(holdOut.rows) rows, RMSLE "
      + "\(LawText.digits(holdOut.logError, 4)); "
      + "\(LawText.digits(holdOut.fittedLogError, 4)) on the rows of the fit\n"
  }
}

/// Numbers of laws, which span many decades.
enum LawText {
  /// A number in a table.
  static func number(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return value == .infinity ? "infinite" : "not finite" }
    guard abs(value) >= 1e6 else { return NumberText.significant(value, digits) }
    var exponent = 0
    var leading = value
    while abs(leading) >= 10 {
      leading /= 10
      exponent += 1
    }
    return "\(NumberText.fixed(leading, digits - 1))e\(exponent)"
  }

  /// An interval in a table.
  static func range(_ interval: Interval?, _ digits: Int) -> String {
    guard let interval else { return "" }
    return switch (interval.lower, interval.upper) {
    case (let lower?, let upper?): "\(number(lower, digits)) to \(number(upper, digits))"
    case (let lower?, nil): "above \(number(lower, digits)), open"
    case (nil, let upper?): "below \(number(upper, digits)), open"
    case (nil, nil): "open"
    }
  }

  /// All of that many significant digits, for values that are compared.
  static func digits(_ value: Double, _ digits: Int) -> String {
    guard value > 0, value.isFinite else { return NumberText.significant(value, digits) }
    var decimals = digits - 1
    var scaled = value
    while scaled >= 10, decimals > 0 {
      scaled /= 10
      decimals -= 1
    }
    while scaled < 1, decimals < 12 {
      scaled *= 10
      decimals += 1
    }
    return scaled < 1 ? NumberText.significant(value, digits) : NumberText.fixed(value, decimals)
  }
}
