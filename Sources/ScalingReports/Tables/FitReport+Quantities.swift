internal import ScalingAnalysis

extension SeriesReport {
  /// The derived figures of every family.
  func quantityTable(_ ranking: ModelRanking, _ words: QuantityWords) -> PlainTable {
    let isResampled = !bootstraps.isEmpty
    var table = PlainTable(
      headings: [
        ("model", .left), ("quantity", .left), ("estimate", .right), ("interval", .left),
      ] + (isResampled ? [("bootstrap interval", .left)] : []) + [("", .left)])
    for entry in ranking.entries {
      for (index, estimate) in (derived[entry.fit.name] ?? []).enumerated() {
        let quantity = DerivedWords(estimate, words)
        table.rows.append(
          [
            index == 0 ? entry.fit.name.rawValue : "", estimate.quantity.description,
            quantity.estimate, quantity.interval,
          ] + (isResampled ? [quantity.bootstrapInterval] : []) + [quantity.remark])
      }
    }
    return table
  }
}
