public import ScalingAnalysis
public import ScalingCharts
public import ScalingData

/// The figure of votes: curves with bands over questions, the ceiling as a line, the plateau
/// shaded, the gap as steps at the right end, and the questions one by one below.
public struct VotesFigure {
  /// What is on the x axis of the curves.
  public enum XAxis: String, Sendable, CaseIterable {
    /// Samples per vote.
    case k
    /// Tokens written per question.
    case tokens
    /// Dollars per question.
    case dollars
  }

  private let report: VotesReport
  private let axis: XAxis
  private let options: FigureOptions

  /// A figure of a report.
  ///
  /// - Precondition: the table passed `check`.
  public init(
    _ report: VotesReport, axis: XAxis = .k, options: FigureOptions = FigureOptions()
  ) {
    self.report = report
    self.axis = axis
    self.options = options
  }

  /// Whether the samples tell what the axis needs, before anything is computed.
  ///
  /// - Throws: `VotesFigureError` where the table does not tell tokens or dollars.
  public static func check(
    _ table: SampleTable, axis: XAxis, settings: VoteSettings
  ) throws(VotesFigureError) {
    for group in table.groups where !isKnown(axis, group, settings) {
      let column = axis == .dollars ? "--cost COLUMN" : "--tokens COLUMN"
      throw VotesFigureError(
        description: "--axis \(axis.rawValue) needs the \(axis.rawValue) of every question of "
          + "\(group.name.isEmpty ? "the table" : group.name): name their column with \(column)"
          + (axis == .dollars ? ", give prices (--price-input, --price-output)," : "")
          + " or use --axis k.")
    }
  }

  private static func isKnown(
    _ axis: XAxis, _ group: SampleGroup, _ settings: VoteSettings
  ) -> Bool {
    let questions = group.questions.filter { $0.sampleCount > 0 }
    return switch axis {
    case .k: true
    case .tokens: VoteCost.tokens(questions) != nil
    case .dollars: VoteCost.dollars(questions, settings) != nil
    }
  }

  /// The figure, ready to be rendered.
  public var figure: Figure {
    let finding = options.title ?? VoteWords.unbroken(headline)
    return Figure(
      title: finding, subtitle: options.subtitle ?? subtitle, notes: notes,
      source: options.source
        ?? report.inputs.map { FigureSource.name($0.path) }.joined(separator: ", "),
      description: "\(finding). " + descriptions, panels: panels, columns: 1)
  }

  private var only: VoteAnalysis? { report.groups.count == 1 ? report.groups.first : nil }

  private var headline: String {
    if let only { return VoteWords(analysis: only).headline }
    if let crossing { return crossing }
    let ends = report.groups.map { ($0.gap.majority ?? $0.gap.coverage).estimate }
    let what = report.groups.allSatisfy { $0.gap.majority != nil } ? "Votes" : "Repeated samples"
    return "\(what) of \(report.groups.count) groups end between "
      + "\(VoteWords.percent(ends.min() ?? 0)) and \(VoteWords.percent(ends.max() ?? 0))"
  }

  /// Which of two groups leads where, when each does somewhere.
  private var crossing: String? {
    guard report.groups.count == 2, let paired = report.comparisons.first?.paired else {
      return nil
    }
    let decided = paired.stretches.filter { $0.verdict != .undecided }
    guard decided.count == 2, let early = decided.first, let late = decided.last,
      early.verdict != late.verdict
    else { return nil }
    let name = { (stretch: PairedCurves.Stretch) in
      stretch.verdict == .firstBetter ? paired.first : paired.second
    }
    return "\(name(early)) leads up to \(early.to) samples, \(name(late)) from \(late.from) on"
  }

  private var subtitle: String {
    let unit = "share of questions answered rightly, in percent, by \(VoteAxis(axis).noun)"
    guard let only, report.isNamed, !only.name.isEmpty else {
      return "\(unit.sentenceStart) (log axis)"
    }
    return "\(only.name): \(unit) (log axis)"
  }

  private var notes: [String] {
    var result = [bandNote]
    if let only { result[0] += " " + VoteWords(analysis: only).size + "." }
    if let unevenNote { result.append(unevenNote) }
    if report.groups.count > 2, !report.comparisons.isEmpty, let first = report.groups.first {
      result.append(
        "The report compares \(first.name), the first group, with each other one; it compares no "
          + "other pair.")
    }
    if let ceiling = only?.boundedCeiling {
      result.append(
        "Vote ceiling: share of questions whose most probable answer is right, "
          + VoteWords.ends(ceiling) + ".")
    }
    return result
  }

  private var bandNote: String {
    guard report.groups.count <= VoteGroupPanels.mostBands else {
      return "No bands: those of more than \(VoteGroupPanels.mostBands) groups would hide each "
        + "other; the report has the intervals."
    }
    let level = NumberText.fixed(100 * report.settings.level, 0) + " %"
    return "Bands: \(level) intervals over questions, at each k."
  }

  /// What changes along a curve when questions have different numbers of samples, and what all of
  /// them give.
  private var unevenNote: String? {
    guard report.groups.contains(where: \.isUneven) else { return nil }
    let rule = "Each k counts only the questions with at least k samples"
    let end = "as far as nine tenths of the questions have samples"
    guard let only else {
      return rule + ", so that a curve can move where questions drop out."
        + (report.groups.contains(where: \.isCutShort) ? " Curves are drawn \(end)." : "")
    }
    let rows = only.drawn(only.passAtK)
    guard let first = rows.first, let last = rows.last else { return nil }
    let range = only.samplesPerQuestion
    let votes = only.gap.majority.map {
      "a majority vote is right on \(VoteWords.percent($0.estimate)) and "
    }
    let sizes =
      first.mean.questions == last.mean.questions
      ? "all \(last.mean.questions) up to k = \(last.k)"
      : "\(first.mean.questions) at k = \(first.k), \(last.mean.questions) at k = \(last.k)"
    return rule + ": " + sizes + (only.isCutShort ? ", drawn \(end)" : "")
      + ". Of all samples, \(range.lowerBound) to \(range.upperBound) a question, "
      + (votes ?? "") + "any is right on \(VoteWords.percent(only.gap.coverage.estimate))."
  }

  private var descriptions: String {
    report.groups.map { VoteWords(analysis: $0).sentences.prefix(2).joined(separator: " ") }
      .joined(separator: " ")
  }

  private var panels: [Panel] {
    if let only {
      let curves = VoteCurvePanel(group: only, axis: VoteAxis(axis)).panel
      guard let strip = QuestionStrip(group: only).panel else { return [curves] }
      return [curves, strip]
    }
    let groups = VoteGroupPanels(groups: report.groups, axis: VoteAxis(axis))
    return groups.panels
  }
}

/// A figure that the data do not allow.
public struct VotesFigureError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is missing.
  public let description: String
}
