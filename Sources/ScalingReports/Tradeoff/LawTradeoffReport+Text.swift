internal import ScalingAnalysis
internal import ScalingData

extension LawTradeoffReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    var parts = [(isMarkdown ? "### " : "") + heading + "\n", finding + "\n", show(tradeTable)]
    if !lifetimes.isEmpty {
      parts.append(lifetimeHeading + "\n")
      parts.append(show(lifetimeTable))
    }
    let lines = remarks
    if !lines.isEmpty {
      parts.append(lines.map { (isMarkdown ? "- " : "  ! ") + $0 + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  private var heading: String {
    let by = origin.source.map { " (\($0))" } ?? origin.runs.map { ", \($0) runs" } ?? ""
    return "\(origin.name)\(by): \(tradeoff.law.form.formula); training 6ND, inference 2N a token"
  }

  /// What the law says of the first rate, as a sentence.
  var finding: String {
    let most = TradeoffWords.orders(
      TradeoffEstimate(
        tradeoff.mostInferenceSaved, interval: refits?.interval { $0.mostInferenceSaved }))
    let limit = "No training saves more than \(most) orders of magnitude of inference."
    guard let row = rows.first, case .rate(let rate) = row.start else { return limit }
    return
      "Against the compute-optimal model, \(TradeoffWords.orders(row.inferenceSaved)) orders of "
      + "magnitude of inference can be saved for \(TradeoffWords.orders(row.trainingPaid)) of "
      + "training before a further order costs more than \(TradeoffWords.plain(rate)). "
      + limit
  }

  private var tradeTable: PlainTable {
    let hasCosts = rows.contains { $0.breakEven != nil }
    var table = PlainTable(
      headings: [
        ("asked", .left), ("inference saved", .left), ("training paid", .left),
        ("next order costs", .left), ("years at " + TradeoffWords.growth(settings.growth), .left),
      ] + (hasCosts ? [("cheaper from, tokens", .left)] : []))
    for row in rows {
      var cells = [
        row.start.words, TradeoffWords.orders(row.inferenceSaved),
        TradeoffWords.orders(row.trainingPaid),
        row.isPossible ? TradeoffWords.phrase(row.rate) { NumberText.significant($0, 3) } : "",
        row.isPossible ? TradeoffWords.years(row.trainingPaid, settings.growth) : "",
      ]
      if hasCosts {
        let isThere = row.breakEven?.value != nil
        cells.append(
          isThere ? row.breakEven.map { TradeoffWords.phrase($0, TradeoffWords.number) } ?? "" : "")
      }
      table.rows.append(cells)
    }
    return table
  }

  private var lifetimeHeading: String {
    let wanted = loss.map { "loss \(NumberText.fixed($0, 4))" } ?? ""
    let unit = settings.prices == nil ? "compute" : "price"
    return "Least total \(unit) over a life at \(wanted):"
  }

  private var lifetimeTable: PlainTable {
    var table = PlainTable(
      headings: [
        ("tokens served", .right), ("parameters N", .left), ("tokens D", .left), ("D/N", .right),
        ("training FLOP", .right), ("inference FLOP", .right), ("training share", .right),
        ("total of compute-optimal", .right),
      ] + (settings.prices == nil ? [] : [("dollars", .right)]))
    for life in lifetimes {
      let (best, optimal) = (life.best, life.computeOptimal)
      let price = { (split: LifetimeCost.Split) in
        settings.prices?.total(training: split.training, inference: split.inference) ?? split.total
      }
      let capital = (settings.prices?.training ?? 1) * best.training / price(best)
      var cells = [
        TradeoffWords.plain(best.demand),
        TradeoffWords.phrase(life.parameters, TradeoffWords.number),
        TradeoffWords.phrase(life.tokens, TradeoffWords.number),
        TradeoffWords.number(best.model.tokens / best.model.parameters),
        TradeoffWords.number(best.training), TradeoffWords.number(best.inference),
        NumberText.percent(capital, decimals: 1),
        NumberText.percent(price(best) / price(optimal), decimals: 1),
      ]
      if settings.prices != nil { cells.append(TradeoffWords.dollars(price(best))) }
      table.rows.append(cells)
    }
    return table
  }

  /// What a reader must know, one sentence each.
  var remarks: [String] {
    var result = diagnostics.map { "\($0.code.rawValue): \($0.message)" }
    for row in rows where !row.isPossible {
      result.append(
        "impossible: \(row.start.words): no training reaches the loss with so few parameters")
    }
    if let refits, refits.lostCount > 0 {
      result.append(
        "refits: in \(refits.lostCount) of \(refits.lostCount + refits.tradeoffs.count) refits an "
          + "exponent is not above zero; intervals leave them out")
    }
    if refits == nil {
      result.append(
        "no-intervals: the coefficients are taken as exact; fit a law to runs (FILE --law) for "
          + "intervals")
    }
    return result
  }
}

extension LawTradeoffReport.Start {
  /// What was asked, in words.
  var words: String {
    switch self {
    case .rate(let rate): "up to a rate of \(TradeoffWords.plain(rate))"
    case .saving(let orders): "saving \(TradeoffWords.plain(orders)) of inference"
    case .paying(let orders): "paying \(TradeoffWords.plain(orders)) of training"
    }
  }

  /// What was asked, as a word of a table.
  var code: (name: String, value: Double) {
    switch self {
    case .rate(let value): ("rate", value)
    case .saving(let value): ("saving", value)
    case .paying(let value): ("paying", value)
    }
  }
}
