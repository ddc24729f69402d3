internal import ScalingAnalysis
internal import ScalingData

extension CostReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    let heading = { (text: String) in (isMarkdown ? "### " : "") + text + "\n" }
    let runs = groups.reduce(0) { $0 + $1.runs.count }
    var parts = [
      heading(
        "\(FigureSource.name(table.input.path)): \(table.used) against \(table.asked), \(runs) "
          + (runs == 1 ? "run" : "runs")),
      groups.prefix(Self.mostSentences).map { sentence($0) + "\n" }.joined(),
      show(controlTable),
    ]
    let priced = groups.filter { $0.price?.output != nil }
    if !priced.isEmpty {
      parts += [heading("Dollars of written tokens"), show(priceTable(priced))]
    }
    let remarks = remarks
    if !remarks.isEmpty {
      parts.append(remarks.map { (isMarkdown ? "- " : "  ! ") + $0 + "\n" }.joined())
    }
    return parts.joined(separator: "\n")
  }

  /// More groups than these are told by the table alone.
  private static let mostSentences = 3

  /// What a group does with its budgets.
  func sentence(_ group: Group) -> String {
    let control = group.control
    var text =
      "\(group.name): \(control.inside) of \(control.runs) "
      + "\(control.runs == 1 ? "run is" : "runs are") inside what was asked for; used over asked "
      + "is \(Self.factor(control.factor)), the geometric mean of the runs"
    if let used = control.usedPerTenfold {
      text += "; ten times the tokens asked for bring "
      text += "\(NumberText.significant(used, 2)) times the tokens used"
    }
    return text + "."
  }

  private var controlTable: PlainTable {
    let percent = NumberText.fixed(100 * level, 0) + " % interval"
    var table = PlainTable(headings: [
      ("series", .left), ("runs", .right), ("inside", .right), (percent, .left),
      ("used/asked (geometric mean)", .right), (percent, .left), ("least to greatest", .left),
      ("exponent", .right), (percent, .left),
    ])
    for group in groups {
      let control = group.control
      table.rows.append([
        group.name, String(control.runs), NumberText.percent(control.share, decimals: 1),
        Self.range(control.shareInterval) { NumberText.percent($0, decimals: 1) },
        Self.factor(control.factor), Self.range(control.factorInterval, Self.factor),
        "\(Self.factor(control.factors.lowerBound)) to "
          + Self.factor(control.factors.upperBound),
        control.exponent.map { NumberText.fixed($0, 3) } ?? "",
        Self.range(control.exponentInterval) { NumberText.fixed($0, 3) },
      ])
    }
    return table
  }

  private func priceTable(_ groups: [Group]) -> PlainTable {
    var table = PlainTable(headings: [
      ("series", .left), ("$ per million", .right), ("least asked", .right),
      ("most asked", .right), ("least used", .right), ("most used", .right),
    ])
    for amount in dollars {
      table.headings.append(("tokens for " + Self.amount(amount), .right))
    }
    for group in groups {
      let asked = group.runs.map(\.asked)
      let used = group.runs.map(\.used)
      let ends = [asked.min(), asked.max(), used.min(), used.max()]
      table.rows.append(
        [group.name, NumberText.significant(group.price?.output ?? 0, 3)]
          + ends.map { $0.flatMap(group.dollars).map(Self.amount) ?? "" }
          + dollars.map { amount in
            group.price?.outputTokens(for: amount, reading: TokenCounts())
              .map { NumberText.fixed($0, 0) } ?? ""
          })
    }
    return table
  }

  static func factor(_ value: Double) -> String { NumberText.significant(value, 3) }

  private static func amount(_ value: Double) -> String {
    "$" + NumberText.significant(value, value < 1 ? 2 : 3)
  }

  private static func range(_ interval: Interval?, _ text: (Double) -> String) -> String {
    guard let lower = interval?.lower, let upper = interval?.upper else { return "" }
    return "\(text(lower)) to \(text(upper))"
  }
}
