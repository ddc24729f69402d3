internal import ScalingAnalysis

/// The columns of the curve table of one group: those that it has values for.
struct VoteColumns {
  private let group: VoteAnalysis
  private let level: String
  private let majority: [Int: VoteRow]
  private let any: [Int: VoteRow]
  private let all: [Int: VoteRow]
  private let best: [Int: VoteRow]
  private let weighted: [Int: VoteRow]

  init(_ group: VoteAnalysis, level: String) {
    self.group = group
    self.level = level
    let byK = { (rows: [VoteRow]) in
      Dictionary(rows.map { ($0.k, $0) }, uniquingKeysWith: { first, _ in first })
    }
    majority = byK(group.majority)
    any = byK(group.passAtK)
    all = byK(group.allOfK)
    best = byK(group.bestOfK)
    weighted = byK(group.weighted)
  }

  var headings: [(text: String, alignment: PlainTable.Alignment)] {
    var result: [(text: String, alignment: PlainTable.Alignment)] = [("k", .right)]
    if !majority.isEmpty {
      result += [
        ("majority", .right), ("\(level) interval", .left), ("SE questions", .right),
        ("SE samples", .right),
      ]
    }
    if !best.isEmpty { result.append(("best by score", .right)) }
    if !weighted.isEmpty { result.append(("weighted", .right)) }
    result += [("any right", .right), ("\(level) interval", .left), ("all right", .right)]
    if group.isUneven { result.append(("questions", .right)) }
    if group.tokens != nil { result.append(("tokens", .right)) }
    if group.dollars != nil { result.append(("dollars", .right)) }
    return result
  }

  func row(_ k: Int) -> [String] {
    var cells = ["\(k)"]
    if !majority.isEmpty {
      cells += [
        percent(majority[k]), VoteWords.range(majority[k]?.interval),
        points(majority[k]?.mean.standardError), points(majority[k]?.samplingError),
      ]
    }
    if !best.isEmpty { cells.append(percent(best[k])) }
    if !weighted.isEmpty { cells.append(percent(weighted[k])) }
    cells += [percent(any[k]), VoteWords.range(any[k]?.interval), percent(all[k])]
    if group.isUneven { cells.append(any[k].map { "\($0.mean.questions)" } ?? "") }
    if let tokens = group.tokens { cells.append(cost(tokens.total(k))) }
    if let dollars = group.dollars { cells.append(cost(dollars.total(k))) }
    return cells
  }

  private func percent(_ row: VoteRow?) -> String {
    row.map { VoteWords.percent($0.mean.estimate) } ?? ""
  }

  private func points(_ error: Double?) -> String {
    error.map { NumberText.fixed(100 * $0, 2) } ?? ""
  }

  private func cost(_ total: (mean: Double, spread: Double?)) -> String {
    let spread = total.spread.map { " ± " + NumberText.significant($0, 2) } ?? ""
    return NumberText.significant(total.mean) + spread
  }
}
