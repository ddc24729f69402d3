internal import ScalingAnalysis
internal import ScalingData

extension SurfaceReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    groups.map { section($0, isMarkdown: isMarkdown) }.joined(separator: "\n")
  }

  /// What a surface says, in sentences.
  func words(_ group: Group) -> SurfaceWords {
    SurfaceWords(
      analysis: group.analysis, roles: roles, growth: settings.growth,
      lifetimes: group.lifetimes, wantsCosts: !settings.demands.isEmpty)
  }

  /// What a reader must know, one sentence each.
  func remarks(_ group: Group) -> [String] {
    [accuracy.remark].compactMap(\.self) + words(group).remarks
  }

  private func section(_ group: Group, isMarkdown: Bool) -> String {
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    let (data, words) = (group.analysis.data, words(group))
    var parts = [
      (isMarkdown ? "### " : "")
        + "\(group.name): \(accuracy.column) by \(roles.training) and \(roles.inference), "
        + "\(counted(data.count, "row")) in \(counted(data.clusterCount, "cluster")) (\(roles.cluster))\n",
      [words.finding, words.preference, words.monotone].joined(separator: "\n") + "\n",
      show(rateTable(group.analysis)),
    ]
    if !group.analysis.curves.isEmpty { parts.append(show(targetTable(group.analysis))) }
    if group.analysis.curves.contains(where: { $0.direction == .trainingNeeded }) {
      parts.append(show(steepTable(group.analysis)))
    }
    for lifetime in group.lifetimes {
      parts.append(heading(lifetime) + "\n")
      parts.append(show(lifetimeTable(lifetime)))
    }
    let remarks = remarks(group)
    if !remarks.isEmpty {
      parts.append(remarks.map { (isMarkdown ? "- " : "  ! ") + $0 + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  /// The rate, its corners, and what orders of magnitude are worth.
  private func rateTable(_ analysis: SurfaceAnalysis) -> PlainTable {
    let level = TradeoffWords.interval(analysis.settings.level)
    var table = PlainTable(headings: [
      ("orders of magnitude", .left), ("estimate", .right), ("\(level) interval", .left),
    ])
    let add = { (name: String, estimate: TradeoffEstimate, table: inout PlainTable) in
      table.rows.append([
        name, estimate.value.map { NumberText.fixed($0, 3) } ?? "none",
        estimate.interval.map { TradeoffWords.ends($0) { NumberText.fixed($0, 3) } } ?? "",
      ])
    }
    add("inference saved by one of training", analysis.rate, &table)
    if let interval = analysis.bootstrapInterval {
      add(
        "  over \(analysis.refits.count) refits of clusters",
        TradeoffEstimate(analysis.rate.value, interval: interval), &table)
    }
    for corner in analysis.corners {
      add(
        "  at training \(TradeoffWords.power(corner.place.logTraining)), inference "
          + TradeoffWords.power(corner.place.logInference), corner.rate, &table)
    }
    for orders in settings.payments where orders != 1 {
      add(
        "inference saved by \(TradeoffWords.plain(orders)) of training",
        analysis.rate.scaled(by: orders), &table)
    }
    for orders in settings.savings {
      let worth = analysis.trainingPerInference.scaled(by: orders)
      let name = TradeoffWords.plain(orders)
      add("training that \(name) of inference is worth", worth, &table)
      add(
        "  in years at \(TradeoffWords.growth(settings.growth))",
        worth.scaled(by: settings.growth.yearsPerOrder), &table)
    }
    return table
  }

  private func targetTable(_ analysis: SurfaceAnalysis) -> PlainTable {
    let level = TradeoffWords.interval(analysis.settings.level)
    var table = PlainTable(headings: [
      ("target", .right), ("inference needed at the smallest training", .left),
      ("at the largest training", .left), ("crossings", .right),
      ("slope of log inference needed (\(level))", .left), ("R²", .right),
    ])
    for (curve, needed) in zip(analysis.curves, analysis.needed) {
      let points = curve.direction == .inferenceNeeded ? curve.points : []
      table.rows.append([
        TradeoffWords.share(curve.target),
        curve.isReachable ? Self.place(points.first) : "not reached at any compute",
        Self.place(points.last), String(needed.crossings.count),
        needed.slope.map(TradeoffWords.orders) ?? "",
        needed.rSquared.map { NumberText.fixed($0, 2) } ?? "",
      ])
    }
    return table
  }

  /// The targets whose curves are too steep to look up inference.
  private func steepTable(_ analysis: SurfaceAnalysis) -> PlainTable {
    var table = PlainTable(headings: [
      ("target", .right), ("training needed at the least inference", .left),
      ("at the most inference", .left),
    ])
    for curve in analysis.curves where curve.direction == .trainingNeeded {
      table.rows.append([
        TradeoffWords.share(curve.target), Self.place(curve.points.first),
        Self.place(curve.points.last),
      ])
    }
    return table
  }

  private static func place(_ point: EqualAccuracyCurve.Point?) -> String {
    guard let point, point.needed.value != nil else { return "" }
    return TradeoffWords.phrase(point.needed, TradeoffWords.power)
      + (point.isExtrapolated ? " extrapolated" : "")
  }

  private func heading(_ lifetime: SurfaceLifetime) -> String {
    let unit = settings.prices == nil ? "compute" : "price"
    let surface = lifetime.form == .interaction ? "surface with interaction" : "additive surface"
    return "Least total \(unit) over a life at \(TradeoffWords.share(lifetime.question.target)) "
      + "accuracy, by the \(surface):\(lifetime.breakEven.map(sentence) ?? "")"
  }

  private func sentence(_ even: SurfaceLifetime.BreakEven) -> String {
    let queries =
      even.isExtrapolated
      ? "about \(even.queries.value.map { TradeoffWords.number($0, digits: 1) } ?? "") queries"
      : "\(TradeoffWords.phrase(even.queries, TradeoffWords.number)) queries"
    return
      " Thinking longer with the least training is cheaper below \(queries), the most training "
      + "above"
      + (even.isExtrapolated
        ? " (extrapolated: one of them needs inference beyond what was measured)." : ".")
  }

  private func lifetimeTable(_ lifetime: SurfaceLifetime) -> PlainTable {
    var table = PlainTable(
      headings: [
        ("queries", .right), ("training FLOP", .left), ("FLOP per query", .right),
        ("inference FLOP", .right), ("training share", .right),
      ] + (settings.prices == nil ? [] : [("dollars", .right)]) + [("", .left)])
    for split in lifetime.best {
      let training = split.training.value ?? 0
      let price = settings.prices?.total(training: training, inference: split.inference)
      let capital = (settings.prices?.training ?? 1) * training / (price ?? split.total)
      var cells = [
        TradeoffWords.plain(split.demand),
        TradeoffWords.phrase(split.training, TradeoffWords.number),
        TradeoffWords.number(split.inferencePerQuery), TradeoffWords.number(split.inference),
        NumberText.percent(capital, decimals: 1),
      ]
      if let price { cells.append(TradeoffWords.dollars(price)) }
      table.rows.append(cells + [mark(split)])
    }
    return table
  }

  private func mark(_ split: SurfaceLifetime.Split) -> String {
    [
      split.isLeastInference ? "least inference" : "", split.isExtrapolated ? "extrapolated" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
