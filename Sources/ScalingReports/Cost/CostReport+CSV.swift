internal import ScalingAnalysis
internal import ScalingData

extension CostReport {
  /// One row per run.
  public var csv: String {
    let header = "series,asked_from,asked,used,factor,inside,asked_dollars,used_dollars,line"
    let rows = groups.flatMap { group in
      group.runs.map { run in
        [
          CSVText.quoted(group.name), CSVText.number(run.askedFrom), CSVText.number(run.asked),
          CSVText.number(run.used), CSVText.number(run.used / run.asked),
          String(BudgetControl.isInside(run)), CSVText.number(group.dollars(run.asked)),
          CSVText.number(group.dollars(run.used)), String(run.line),
        ].joined(separator: ",")
      }
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }
}
