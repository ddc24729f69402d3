internal import ScalingAnalysis
internal import ScalingCharts

/// The questions one by one, in order of the lead of the right answer over the strongest wrong
/// one: which ones voting wins, loses and has not settled.
struct QuestionStrip {
  let group: VoteAnalysis

  /// More questions than these cannot be told apart.
  private static let mostShown = 1000

  var panel: Panel? {
    let sorted = group.outcomes.sorted {
      ($0.lead, $0.chance, $0.name) < ($1.lead, $1.chance, $1.name)
    }
    guard sorted.count > 1 else { return nil }
    let step = (sorted.count + Self.mostShown - 1) / Self.mostShown
    let shown = sorted.indices.filter { $0 % step == 0 || sorted[$0].state == .unsettled }
    let marks = QuestionOutcome.State.allCases.flatMap { self.marks($0, sorted, shown, step) }
    var panel = Panel(
      heading: "Each question: lead of the right answer over the strongest wrong one",
      x: Axis(
        "questions, in order of the lead", format: .count, domain: 0...Double(sorted.count + 1)),
      y: Axis("share of samples", format: .percent, domain: -1...1), marks: marks)
    panel.isOptional = true
    return panel
  }

  private func marks(
    _ state: QuestionOutcome.State, _ sorted: [QuestionOutcome], _ shown: [Int], _ step: Int
  ) -> [Mark] {
    let places = shown.filter { sorted[$0].state == state }
    guard !places.isEmpty else { return [] }
    let style = Self.style(state)
    let count = sorted.filter { $0.state == state }.count
    let middle = places[places.count / 2]
    let remark = Mark.text(
      TextMark(
        "\(Self.verb(state)): \(count)", x: Double(middle + 1), y: sorted[middle].lead / 2,
        style: style))
    if state == .unsettled {
      let points = places.map {
        PointDatum(x: Double($0 + 1), y: sorted[$0].lead, label: sorted[$0].name)
      }
      return [.points(PointsMark(points, style: style)), remark]
    }
    let bars = places.filter { sorted[$0].lead != 0 }
    return (bars.isEmpty ? [] : [.band(band(bars, sorted, Double(step) / 2, style))]) + [remark]
  }

  /// Bars from zero to the lead, broken where other questions stand between.
  private func band(
    _ places: [Int], _ sorted: [QuestionOutcome], _ half: Double, _ style: SeriesStyle
  ) -> BandMark {
    var x: [Double] = []
    var lead: [Double] = []
    for (index, place) in places.enumerated() {
      if index > 0, Double(place - places[index - 1]) > 2 * half {
        x.append(Double(place))
        lead.append(.nan)
      }
      x += [Double(place + 1) - half, Double(place + 1) + half]
      lead += [sorted[place].lead, sorted[place].lead]
    }
    return BandMark(x: x, low: lead.map { min($0, 0) }, high: lead.map { max($0, 0) }, style: style)
  }

  private static func style(_ state: QuestionOutcome.State) -> SeriesStyle {
    switch state {
    case .won: VoteCurvePanel.voteStyle
    case .unsettled: SeriesStyle(2, shape: .diamond)
    case .lost: SeriesStyle(4, shape: .triangleDown)
    }
  }

  private static func verb(_ state: QuestionOutcome.State) -> String {
    switch state {
    case .won: "voting wins"
    case .unsettled: "not settled"
    case .lost: "voting loses"
    }
  }
}
