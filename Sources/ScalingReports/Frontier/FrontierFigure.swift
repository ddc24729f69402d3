internal import ScalingAnalysis
public import ScalingCharts
internal import ScalingData

/// The figure of a frontier: its steps and the names on it are loud, ladders and dominated
/// records quiet, lines of reference named.
public struct FrontierFigure {
  private let report: FrontierReport
  private let options: FigureOptions
  private let words: FrontierWords

  /// A figure of `report`; of the options the title, the subtitle and the source count.
  public init(_ report: FrontierReport, options: FigureOptions = FigureOptions()) {
    self.report = report
    self.options = options
    words = FrontierWords(report)
  }

  private var analysis: FrontierAnalysis { report.analysis }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let recipe = AxisRecipe(table: report.table.plotted)
    return Figure(
      title: options.title ?? title,
      subtitle: options.subtitle
        ?? "\(report.table.y.title) by \(report.table.x.title), log axis".sentenceStart,
      notes: [notes], source: options.source ?? FigureSource.name(report.table.input.path),
      description: words.statement + ". "
        + analysis.frontier.members.prefix(30).map(words.place).joined(separator: "; "),
      panels: [
        Panel(x: recipe.x(isLogarithmic: true), y: recipe.y, marks: marks)
      ])
  }

  private var title: String {
    let members = analysis.frontier.members
    guard let last = members.last, members.count > 1 else { return words.statement }
    return "\(members.count) of \(analysis.records.count) records are on the frontier; "
      + "the best, \(UndatedName.of(analysis.records[last].name)), scores "
      + "\(words.score(analysis.records[last].score)) at \(words.cost(analysis.costs[last]))"
  }

  private var notes: String {
    var text = "Steps and filled points: the frontier."
    if !isEveryMember { text += " Faint points: records that another one beats." }
    if !analysis.ladders.isEmpty { text += " Thin lines: one model at several efforts." }
    if analysis.chances != nil {
      text += " Whiskers: \(words.level) interval of a score."
    }
    let contested = analysis.conflicts.reduce(0) { $0 + $1.records.count }
    if contested > 0 { text += " \(contested) records contradict each other." }
    let missing = analysis.leftOut.unknownCost.count
    if missing > 0 { text += " Left out: \(missing) without a cost." }
    return text
  }

  private var isEveryMember: Bool {
    analysis.frontier.members.count == analysis.records.count
  }

  private var marks: [Mark] { rules + ladders + [dominated, steps, members, names] + quietNames }

  private var rules: [Mark] {
    report.rules.map { rule in
      let value = rule.axis == .score ? words.score(rule.value) : words.cost(rule.value)
      return .rule(
        RuleMark(
          rule.axis == .score ? .horizontal : .vertical, at: rule.value,
          label: "\(rule.name): \(value)"))
    }
  }

  private var ladders: [Mark] {
    analysis.ladders.map { ladder in
      .line(
        LineMark(
          x: ladder.records.map { analysis.costs[$0] },
          y: ladder.records.map { analysis.records[$0].score }, style: .neutral,
          line: LineStyle(width: 0.5)))
    }
  }

  private var dominated: Mark {
    .points(
      PointsMark(
        analysis.records.indices.filter { analysis.frontier.dominators[$0] != nil }.map {
          PointDatum(x: analysis.costs[$0], y: analysis.records[$0].score, label: tooltip($0))
        }, style: .neutral, emphasis: .faint))
  }

  private var steps: Mark {
    .line(
      LineMark(
        x: analysis.frontier.members.map { analysis.costs[$0] },
        y: analysis.frontier.members.map { analysis.records[$0].score }, style: SeriesStyle(0),
        interpolation: .step))
  }

  private var members: Mark {
    .points(
      PointsMark(
        analysis.frontier.members.map { index in
          PointDatum(
            x: analysis.costs[index], y: analysis.records[index].score,
            low: analysis.intervals[index]?.lower, high: analysis.intervals[index]?.upper,
            label: tooltip(index))
        }, style: SeriesStyle(0)))
  }

  /// The ends of the frontier are named first, then the records that are surest to be on it;
  /// without the dates in their names, which the tooltips have.
  private var names: Mark {
    let members = analysis.frontier.members
    let names = UndatedName.all(members.map { analysis.records[$0].name })
    return .pointLabels(
      PointLabels(
        members.enumerated().map { place, index in
          // The best first; the others in the order that leaves most of them room.
          PointLabels.Item(
            names[place], x: analysis.costs[index], y: analysis.records[index].score,
            priority: place == members.count - 1 ? 1 : 0)
        }, style: SeriesStyle(0)))
  }

  /// More names of what is beaten hide the frontier.
  private static let mostQuietNames = 6

  /// The names of ladders whose best record another one beats, at that record.
  private var quietNames: [Mark] {
    let beaten = analysis.ladders.compactMap { ladder -> PointLabels.Item? in
      guard
        let best = ladder.records.max(by: {
          analysis.records[$0].score < analysis.records[$1].score
        }), analysis.frontier.dominators[best] != nil
      else { return nil }
      return PointLabels.Item(
        UndatedName.of(analysis.records[best].name), x: analysis.costs[best],
        y: analysis.records[best].score, priority: -1)
    }
    guard !beaten.isEmpty, beaten.count <= Self.mostQuietNames else { return [] }
    return [.pointLabels(PointLabels(beaten))]
  }

  private func tooltip(_ index: Int) -> String {
    let chance = analysis.chances.map { ", chance on the frontier \(words.chance($0[index]))" }
    return words.place(index) + (chance ?? "")
  }
}
