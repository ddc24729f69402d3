/// Puts the tallies of all blocks together, in order.
final class InspectionReducer: RecordReducer, @unchecked Sendable {
  let plan: InspectionPlan
  private(set) var rowCount = 0
  private(set) var tallies: [ColumnTally]
  private(set) var chain: GroupChain
  private(set) var series: [SeriesTally] = []
  private(set) var distinctX: [DistinctX] = []
  private(set) var isCapped = false
  private(set) var hashes = RowHashes()
  private(set) var ragged = RaggedCount()
  private(set) var items = ItemsCheck()

  init(plan: InspectionPlan) {
    self.plan = plan
    tallies = (0..<plan.columnCount).map { ColumnTally(isKey: plan.series.contains($0)) }
    chain = GroupChain(columnCount: plan.series.count)
  }

  deinit {
    for tally in tallies { tally.deallocate() }
    chain.deallocate()
    hashes.deallocate()
  }

  func makeConsumer() -> InspectionConsumer {
    InspectionConsumer(plan: plan, comparesRows: !hashes.isFull)
  }

  func merge(_ consumer: inout InspectionConsumer, startingAt line: Int) throws(DataError) {
    rowCount += consumer.rowCount
    ragged.merge(consumer.ragged, startingAt: line)
    items.merge(consumer.items)
    hashes.insert(consumer.marks, startingAt: line)
    var numbers: [[Int]] = Array(repeating: [], count: plan.columnCount)
    for index in 0..<plan.columnCount {
      numbers[index] = tallies[index].merge(consumer.tallies[index], startingAt: line)
    }
    mergeSeries(consumer, numbers)
  }

  private func mergeSeries(_ consumer: InspectionConsumer, _ numbers: [[Int]]) {
    var groups: [Int] = []
    groups.reserveCapacity(consumer.series.count)
    for (local, tally) in consumer.series.elements.enumerated() {
      var group = 0
      for (column, key) in consumer.chain.keys(local).enumerated() {
        group = chain.joined(group, numbers[plan.series[column]][key], column: column)
      }
      groups.append(group)
      while group >= series.count, series.count < InspectedSeries.limit {
        series.append(SeriesTally())
        distinctX.append(DistinctX())
      }
      if group < series.count { series[group].merge(tally) } else { isCapped = true }
    }
    for point in consumer.points.elements {
      let group = groups[point.series]
      if group < distinctX.count, !distinctX[group].isSaturated {
        distinctX[group].insert(point.x)
      }
    }
  }

  /// The name of a series.
  func name(_ group: Int) -> String {
    GroupChain.name(
      chain.keys(group).enumerated().map { column, key in
        tallies[plan.series[column]].keys.text(key)
      })
  }
}
