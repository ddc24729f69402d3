/// Puts the rows of all blocks and files together, in order.
final class SeriesReducer: RecordReducer, @unchecked Sendable {
  /// Where the roles stand in the file that is being read.
  var plan: RowPlan
  var inputIndex: Int32 = 0
  /// The series whose rows are kept, the first ones.
  private let seriesLimit: Int
  private(set) var rows: [KeptRow] = []
  /// What all rows say, whether they are kept or not.
  private(set) var facts = RowFacts()
  private(set) var predictors: [Double] = []
  private(set) var groups: GroupTable
  private(set) var questions: GroupTable
  private(set) var seenCount = 0
  private(set) var matchingCount = 0
  private(set) var missingCount = 0
  /// The series of rows in which a value is missing.
  private var incomplete: GroupTable

  init(plan: RowPlan, seriesLimit: Int?) {
    self.plan = plan
    self.seriesLimit = seriesLimit ?? .max
    groups = GroupTable(columnCount: plan.series.count)
    incomplete = GroupTable(columnCount: plan.series.count)
    questions = GroupTable(columnCount: plan.question == nil ? 0 : 1)
  }

  deinit {
    groups.deallocate()
    incomplete.deallocate()
    questions.deallocate()
  }

  func makeConsumer() -> SeriesConsumer {
    SeriesConsumer(plan: plan)
  }

  func merge(_ consumer: inout SeriesConsumer, startingAt line: Int) throws(DataError) {
    var numbers: [Int32] = []
    for group in 0..<consumer.groups.count {
      numbers.append(Int32(groups.group(of: consumer.groups, group)))
    }
    let hasQuestions = plan.question != nil
    let questionNumbers = (0..<(hasQuestions ? consumer.questions.count : 0)).map {
      Int32(questions.group(of: consumer.questions, $0))
    }
    let width = plan.predictors.count
    for (index, var row) in consumer.rows.enumerated() {
      row.series = numbers[Int(row.series)]
      guard row.series < seriesLimit else { continue }
      if hasQuestions { row.question = questionNumbers[Int(row.question)] }
      row.line += line
      row.inputIndex = inputIndex
      rows.append(row)
      if width > 0 { predictors += consumer.predictors[(index * width)..<((index + 1) * width)] }
    }
    facts.merge(consumer.facts, startingAt: line, inputIndex: inputIndex)
    seenCount += consumer.seenCount
    matchingCount += consumer.matchingCount
    missingCount += consumer.missingCount
    for group in 0..<consumer.incomplete.count where consumer.missingCount > 0 {
      _ = incomplete.group(of: consumer.incomplete, group)
    }
  }

  /// What is counted only.
  var omitted: OmittedSeries {
    OmittedSeries(
      series: max(0, groups.count - seriesLimit), observations: facts.count - rows.count)
  }

  /// The names of series of which no row is complete.
  var emptySeries: [String] {
    guard !plan.series.isEmpty, missingCount > 0 else { return [] }
    let known = Set((0..<groups.count).map(groups.name))
    return (0..<incomplete.count).map(incomplete.name).filter { !known.contains($0) }
  }
}
