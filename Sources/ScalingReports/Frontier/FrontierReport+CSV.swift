internal import ScalingAnalysis
internal import ScalingData

extension FrontierReport {
  /// One row per record that competes, in the order of the file.
  public var csv: String {
    let header =
      "name,ladder,cost,score,lower,upper,on_frontier,dominated_by,chance,in_conflict,line"
    let members = Set(analysis.frontier.members)
    let contested = Set(analysis.conflicts.flatMap(\.records))
    let rows = analysis.records.indices.map { index in
      let record = analysis.records[index]
      let interval = analysis.intervals[index]
      return [
        CSVText.quoted(record.name), CSVText.quoted(record.ladder ?? ""),
        CSVText.number(analysis.costs[index]), CSVText.number(record.score),
        CSVText.number(interval?.lower), CSVText.number(interval?.upper),
        String(members.contains(index)),
        CSVText.quoted(
          analysis.frontier.dominators[index].map { analysis.records[$0].name } ?? ""),
        CSVText.number(analysis.chances?[index]), String(contested.contains(index)),
        String(record.line),
      ].joined(separator: ",")
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }
}
