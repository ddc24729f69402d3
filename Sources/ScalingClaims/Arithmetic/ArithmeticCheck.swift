internal import ScalingAnalysis
internal import ScalingData

/// Judges a claim that a figure follows from others: consistent, inconsistent, or consistent only
/// if the rounded figures had certain values, by `ArithmeticOutcome`.
struct ArithmeticCheck {
  let claim: ArithmeticClaim
  /// How close a printed number must come for what is said of it to be true.
  private var precision = 0.0

  init(claim: ArithmeticClaim) { self.claim = claim }

  /// What a figure would have to be.
  typealias Need = (name: String, value: Double, printed: Double)

  func finding() throws(ClaimError) -> Finding {
    var figures: [String: PrintedFigure] = [:]
    for (name, figure) in claim.figures { figures[name] = try figure.read(name) }
    let rounded = figures.mapValues(\.bounds)
    let nominal = figures.mapValues { Bounds($0.value, unit: $0.unit) }
    let range = try claim.formula.range(rounded)
    let value = try claim.formula.value(nominal).middle
    guard value.isFinite, range.lower.isFinite, range.upper.isFinite else {
      throw ClaimError("\(claim.formula.text) is too large to be a number")
    }
    guard range.unit == claim.claimed.unit else {
      throw ClaimError(
        "the formula gives \(range.unit.words), but the claimed figure is "
          + "\(claim.claimed.unit.words); give every figure its unit")
    }
    let outcome = ArithmeticOutcome(claim, value: value, range: range)
    let needed = needs(nominal)
    var check = self
    check.precision = precision(value, range)
    return check.finding(outcome, figures, value, range, needed)
  }

  private func finding(
    _ outcome: ArithmeticOutcome, _ figures: [String: PrintedFigure], _ value: Double,
    _ range: Bounds, _ needed: [Need]
  ) -> Finding {
    Finding(
      outcome.verdict, statement(outcome, value, range, needed, figures.mapValues(\.bounds)),
      evidence: evidence(figures, value, range, needed), against: against(outcome, range),
      assumptions: ["each figure was rounded to its last printed digit, or is exact where said so"],
      wouldDecide: wouldDecide(outcome, range, needed))
  }

  /// What each figure would have to be, the others as printed, for the claimed result.
  private func needs(_ nominal: [String: Bounds]) -> [Need] {
    claim.formula.names.compactMap { name in
      guard let figure = nominal[name], figure.lower > 0 else { return nil }
      return solve(name, figure, nominal).map { (name, $0, figure.lower) }
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
    // A figure that cancels out changes the result by rounding errors only.
    guard min(abs(atLow), abs(atHigh)) > 1e-9 * abs(claim.claimed.value) else { return nil }
    for _ in 0..<100 {
      let middle = (low * high).squareRoot()
      guard let there = result(middle) else { return nil }
      if (there < 0) == (atLow < 0) { low = middle } else { high = middle }
    }
    return low
  }

  private func statement(
    _ outcome: ArithmeticOutcome, _ value: Double, _ range: Bounds, _ needed: [Need],
    _ rounded: [String: Bounds]
  ) -> String {
    let found = "\(subject) is \(text(value))"
    let ends = "\(number(range.lower)) to \(text(range.upper))"
    let rounding = range.lower == range.upper ? "exactly" : "(\(ends) with the rounding)"
    switch outcome {
    case .consistent: return "Consistent: \(found) \(rounding), as claimed: \(words)."
    case .inconsistent:
      let first = needed.first.map { "; \($0.name) would have to be \(number($0))" } ?? ""
      return "Inconsistent: \(found) \(rounding), not \(words)\(first)."
    case .unsettled:
      return "Consistent as printed, but not settled: \(found), as claimed (\(words)), while the "
        + "rounding of the figures allows \(ends)."
    case .atLimit:
      return "Consistent only as printed: \(found), exactly the limit of the claim, and its "
        + "rounding (\(ends)) reaches to both sides of it."
    case .onlyIf:
      return
        "Consistent only if \(condition(needed, rounded)): \(found) \(rounding), and the claim "
        + "is \(words)."
    }
  }

  /// The formula as the subject of a sentence, where it is short enough to be read in one.
  private var subject: String {
    claim.formula.text.count <= Self.longestSubject
      ? claim.formula.text : "the result of the formula"
  }

  private static let longestSubject = 60

  /// What one figure, or several, must have been for the claim to hold.
  private func condition(_ needed: [Need], _ rounded: [String: Bounds]) -> String {
    for need in needed {
      guard let bounds = rounded[need.name], need.value >= bounds.lower, need.value <= bounds.upper
      else { continue }
      let beyond = need.value > bounds.middle ? " or more" : " or less"
      return "\(need.name) was \(number(need))\(claim.kind == .equals ? "" : beyond) before "
        + "rounding"
    }
    return "several figures were rounded in its favour"
  }

  private func evidence(
    _ figures: [String: PrintedFigure], _ value: Double, _ range: Bounds, _ needed: [Need]
  ) -> [Evidence] {
    let rounding = { (bounds: Bounds) in
      Interval(level: 1, lower: bounds.lower, upper: bounds.upper, method: .rounding)
    }
    var result = claim.figures.compactMap { name, _ in
      figures[name].map {
        Evidence(name, $0.value, unit: $0.unit.symbol, interval: rounding($0.bounds))
      }
    }
    // A formula that is one figure says nothing new.
    if claim.formula.names != [claim.formula.text] {
      result.append(
        Evidence(
          claim.formula.text, value, unit: range.unit.symbol, interval: rounding(range),
          fewestDigits: value.digits(apartFrom: claim.claimed.value)))
    }
    // A limit, and a figure with a tolerance, are taken as they stand.
    let isRounded = claim.kind == .equals && claim.tolerance == nil
    result.append(
      Evidence(
        "claimed", claim.claimed.value, unit: claim.claimed.unit.symbol,
        interval: isRounded ? rounding(claim.claimed.bounds) : nil,
        fewestDigits: claim.claimed.value.digits(apartFrom: value)))
    for need in needed where claim.formula.text != need.name {
      let unit = figures[need.name]?.unit.symbol ?? ""
      result.append(
        Evidence(
          "\(need.name) for the claimed figure", need.value, unit: unit,
          fewestDigits: need.value.digits(apartFrom: need.printed)))
    }
    return result
  }

  private func against(_ outcome: ArithmeticOutcome, _ range: Bounds) -> String {
    switch outcome {
    case .consistent:
      guard range.lower < range.upper else {
        return "The figures count as exact; nothing else was asked."
      }
      return "The rounding of the figures alone allows \(number(range.lower)) to "
        + "\(text(range.upper)): the result has no more digits than that."
    case .inconsistent: return "The claim may rest on other figures than those given here."
    case .unsettled: return "As printed, the figures do give the claimed one."
    case .atLimit: return "As printed, the figures give the limit itself, which the claim allows."
    case .onlyIf: return "As printed, the figures do not give the claimed one."
    }
  }

  private func wouldDecide(
    _ outcome: ArithmeticOutcome, _ range: Bounds, _ needed: [Need]
  ) -> String {
    if outcome.verdict != .contradicted, range.lower < range.upper {
      return "The published figures with one digit more."
    }
    let first = needed.first { abs($0.value - $0.printed) > 1e-9 * $0.printed }
    let other = first.map { ", such as \($0.name) to \(number($0))" } ?? ""
    return outcome.verdict == .contradicted
      ? "A correction of the published figures\(other); more digits of them cannot change it."
      : "A correction of the published figures, which count as exact."
  }

  private var words: String {
    switch claim.kind {
    case .equals:
      (claim.tolerance ?? claim.claimed.halfWidth) > 0
        ? "\(text(claim.claimed.value)) to within "
          + number(claim.tolerance ?? claim.claimed.halfWidth)
        : text(claim.claimed.value)
    case .atLeast: "at least \(text(claim.claimed.value))"
    case .atMost: "at most \(text(claim.claimed.value))"
    }
  }

  /// A number, with as many decimals as what is said of it needs.
  private func number(_ value: Double) -> String { number(value, within: precision) }

  private func number(_ need: Need) -> String {
    number(need.value, within: abs(need.value - need.printed) / 2)
  }

  private func number(_ value: Double, within: Double) -> String {
    let usual =
      abs(value) < 1 ? short(value) : abs(value) < 1e4 ? decimal(value, 3) : grouped(value)
    guard within > 0, value != 0 else { return usual }
    let magnitude = logarithmBase10(abs(value)).rounded(.down)
    let shown = magnitude < 0 ? 2 - magnitude : magnitude < 4 ? 3 : 0
    let decimals = (-logarithmBase10(within)).rounded(.up)
    return decimals > shown && decimals <= 12 ? decimal(value, Int(decimals)) : usual
  }

  /// Close enough to tell the result from the claimed figure, and the ends of the range from each
  /// other.
  private func precision(_ value: Double, _ range: Bounds) -> Double {
    let gap = abs(value - claim.claimed.value) / 2
    return [gap, (range.upper - range.lower) / 20].filter { $0 > 1e-11 * abs(value) }.min() ?? 0
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
