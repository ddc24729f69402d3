internal import ScalingAnalysis
internal import ScalingData

/// Judges a claim that a figure follows from others: consistent, inconsistent, or consistent only
/// if the rounded figures had certain values.
struct ArithmeticCheck {
  let claim: ArithmeticClaim

  func finding() throws(ClaimError) -> Finding {
    var figures: [String: PrintedFigure] = [:]
    for (name, figure) in claim.figures { figures[name] = try figure.read(name) }
    let rounded = figures.mapValues(\.bounds)
    let nominal = figures.mapValues { Bounds($0.value, unit: $0.unit) }
    let range = try claim.formula.value(rounded)
    let value = try claim.formula.value(nominal).middle
    guard value.isFinite, range.lower.isFinite, range.upper.isFinite else {
      throw ClaimError("\(claim.formula.text) is too large to be a number")
    }
    guard range.unit == claim.claimed.unit else {
      throw ClaimError(
        "the formula gives \(range.unit.words), but the claimed figure is "
          + "\(claim.claimed.unit.words); give every figure its unit")
    }
    let verdict = verdict(value, range)
    let needed = needs(nominal)
    return Finding(
      verdict, statement(verdict, value, range, needed, rounded),
      evidence: evidence(figures, value, range, needed), against: against(verdict, range),
      assumptions: ["each figure was rounded to its last printed digit, or is exact where said so"],
      wouldDecide: verdict == .inconclusive
        ? "The figures with more digits." : "Other figures than the published ones.")
  }

  private func verdict(_ value: Double, _ range: Bounds) -> Verdict {
    let claimed = claim.claimed.bounds
    switch claim.kind {
    case .equals:
      if value >= claimed.lower, value <= claimed.upper { return .supported }
      return range.upper < claimed.lower || range.lower > claimed.upper
        ? .contradicted : .inconclusive
    case .atLeast:
      return verdict(Bounds(range.lower - claimed.middle, range.upper - claimed.middle))
    case .atMost: return verdict(Bounds(claimed.middle - range.upper, claimed.middle - range.lower))
    }
  }

  /// What a margin says: all of it, or none, at zero or above.
  private func verdict(_ margin: Bounds) -> Verdict {
    margin.lower >= 0 ? .supported : margin.upper < 0 ? .contradicted : .inconclusive
  }

  /// What each figure would have to be, the others as printed, for the claimed result.
  private func needs(_ nominal: [String: Bounds]) -> [(name: String, value: Double)] {
    claim.formula.names.compactMap { name in
      guard let figure = nominal[name], figure.lower > 0 else { return nil }
      return solve(name, figure, nominal).map { (name, $0) }
    }
  }

  private func solve(_ name: String, _ figure: Bounds, _ nominal: [String: Bounds]) -> Double? {
    let result = { (value: Double) -> Double? in
      var figures = nominal
      figures[name] = Bounds(value, unit: figure.unit)
      return (try? claim.formula.value(figures)).map { $0.middle - claim.claimed.value }
    }
    var (low, high) = (figure.lower / 1000, figure.lower * 1000)
    guard let atLow = result(low), let atHigh = result(high), atLow * atHigh < 0 else { return nil }
    for _ in 0..<100 {
      let middle = (low * high).squareRoot()
      guard let there = result(middle) else { return nil }
      if (there < 0) == (atLow < 0) { low = middle } else { high = middle }
    }
    return low
  }

  private func statement(
    _ verdict: Verdict, _ value: Double, _ range: Bounds,
    _ needed: [(name: String, value: Double)], _ rounded: [String: Bounds]
  ) -> String {
    let found = "\(claim.formula.text) is \(text(value))"
    let rounding =
      range.lower == range.upper
      ? "exactly" : "(\(number(range.lower)) to \(text(range.upper)) with the rounding)"
    let claimed = words
    switch verdict {
    case .supported: return "Consistent: \(found) \(rounding), as claimed: \(claimed)."
    case .contradicted:
      let first = needed.first.map { "; \($0.name) would have to be \(number($0.value))" } ?? ""
      return "Inconsistent: \(found) \(rounding), not \(claimed)\(first)."
    case .inconclusive:
      let inside = needed.first { need in
        rounded[need.name].map { (need.value >= $0.lower && need.value <= $0.upper) } ?? false
      }
      let condition =
        inside.map { "\($0.name) was \(number($0.value)) before rounding" }
        ?? "several figures were rounded in its favour"
      return "Consistent only if \(condition): \(found) \(rounding), and the claim is \(claimed)."
    }
  }

  private func evidence(
    _ figures: [String: PrintedFigure], _ value: Double, _ range: Bounds,
    _ needed: [(name: String, value: Double)]
  ) -> [Evidence] {
    let rounding = { (bounds: Bounds) in
      Interval(level: 1, lower: bounds.lower, upper: bounds.upper, method: .rounding)
    }
    var result = claim.figures.compactMap { name, _ in
      figures[name].map {
        Evidence(name, $0.value, unit: $0.unit.symbol, interval: rounding($0.bounds))
      }
    }
    result.append(
      Evidence(claim.formula.text, value, unit: range.unit.symbol, interval: rounding(range)))
    result.append(
      Evidence(
        "claimed", claim.claimed.value, unit: claim.claimed.unit.symbol,
        interval: rounding(claim.claimed.bounds)))
    for need in needed {
      let unit = figures[need.name]?.unit.symbol ?? ""
      result.append(Evidence("\(need.name) for the claimed figure", need.value, unit: unit))
    }
    return result
  }

  private func against(_ verdict: Verdict, _ range: Bounds) -> String {
    switch verdict {
    case .supported:
      guard range.lower < range.upper else {
        return "The figures count as exact; nothing else was asked."
      }
      return "The rounding of the figures alone allows \(number(range.lower)) to "
        + "\(text(range.upper)): the result has no more digits than that."
    case .contradicted: return "The claim may rest on other figures than those given here."
    case .inconclusive: return "As printed, the figures do not give the claimed one."
    }
  }

  private var words: String {
    switch claim.kind {
    case .equals:
      claim.claimed.halfWidth > 0
        ? "\(text(claim.claimed.value)) to within \(number(claim.claimed.halfWidth))"
        : text(claim.claimed.value)
    case .atLeast: "at least \(text(claim.claimed.value))"
    case .atMost: "at most \(text(claim.claimed.value))"
    }
  }

  private func number(_ value: Double) -> String {
    abs(value) < 1 ? short(value) : abs(value) < 1e4 ? decimal(value, 3) : grouped(value)
  }

  private func text(_ value: Double) -> String {
    let unit = claim.claimed.unit.symbol
    return unit.isEmpty ? number(value) : number(value) + " " + unit
  }
}

extension ArithmeticClaim.Figure {
  /// The figure, read from its table where it is a cell.
  fileprivate func read(_ name: String) throws(ClaimError) -> PrintedFigure {
    switch self {
    case .printed(let figure): return figure
    case .cell(let input, let column, let conditions, let unit):
      let table: NumberTable
      do throws(DataError) {
        table = try NumberTable(
          reading: NumberTableRequest(
            input: input,
            columns: [
              .init(option: "column:", meaning: name, name: column, wellKnownNames: [])
            ], conditions: conditions, needsTexts: true))
      } catch {
        throw ClaimError("figure \(name): \(error.description)")
      }
      guard table.rowCount == 1, let value = table.values.first?.first,
        let text = table.texts.first?.first
      else {
        throw ClaimError(
          "figure \(name): \(table.rowCount) rows of \(input) meet the conditions, but one cell is "
            + "one row; add a condition to where")
      }
      return PrintedFigure(
        value: value, halfWidth: PrintedFigure.rounding(Substring(text.lowercased())),
        unit: MeasureUnit(unit))
    }
  }
}
