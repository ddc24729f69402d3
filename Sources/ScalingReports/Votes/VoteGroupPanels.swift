internal import ScalingAnalysis
internal import ScalingCharts

/// The curves of several groups: one panel for majority votes, one for any right.
struct VoteGroupPanels {
  let groups: [VoteAnalysis]
  let axis: VoteAxis

  /// More bands than these hide each other.
  static let mostBands = 4

  var panels: [Panel] {
    [
      panel("Majority vote", groups.map { $0.drawn($0.majority) }),
      panel("Any of k right (pass@k)", groups.map { $0.drawn($0.passAtK) }),
    ].compactMap(\.self)
  }

  private func panel(_ heading: String, _ curves: [[VoteRow]]) -> Panel? {
    var marks: [Mark] = []
    for (index, rows) in curves.enumerated() where !rows.isEmpty {
      let x = rows.map { Double($0.k) * (axis.factor(groups[index]) ?? 1) }
      let style = SeriesStyle(index)
      if groups.count <= Self.mostBands {
        marks.append(
          .band(
            BandMark(
              x: x, low: rows.map { $0.interval?.lower ?? .nan },
              high: rows.map { $0.interval?.upper ?? .nan }, style: style)))
      }
      let end = rows.last?.mean.estimate ?? 0
      marks.append(
        .line(
          LineMark(
            x: x, y: rows.map(\.mean.estimate), style: style,
            label: SeriesLabel(groups[index].name, detail: VoteWords.label(end)))))
    }
    guard !marks.isEmpty else { return nil }
    var x = axis.axis
    // Half a sample is none.
    if axis.kind == .k, curves.allSatisfy({ ($0.last?.k ?? 1) == 1 }) { x.domain = 1...1.25 }
    return Panel(
      heading: heading, x: x, y: Axis("questions answered rightly", format: .percent),
      marks: marks)
  }
}
