/// Tokens, costs and scores.
///
/// What is called for every row is `mutating` although it only looks: otherwise each call may copy
/// the whole consumer. And it is `@inline(always)`, because `@inline(__always)` is a wish that is
/// passed over in functions of this size.
extension SampleRowConsumer {
  @inline(always)
  mutating func addAmounts(_ record: Record, _ question: Int) throws(DataError) {
    let tally = tallies.base + question
    if columns.outputTokens >= 0 {
      try add(record, columns.outputTokens, to: &tally.pointee.outputTokens)
    }
    if columns.inputTokens >= 0 {
      try add(record, columns.inputTokens, to: &tally.pointee.inputTokens)
    }
    if columns.cost >= 0 { try add(record, columns.cost, to: &tally.pointee.cost) }
  }

  @inline(always)
  private mutating func add(
    _ record: Record, _ index: Int, to moments: inout Moments
  ) throws(DataError) {
    if let value = NumberScan.wholeNumber(padded: record.untrimmed(index)) {
      moments.add(Double(value))
    } else {
      try addOther(record, index, to: &moments)
    }
  }

  /// Adds a number with decimals or many digits, and passes over one that is missing.
  @inline(never)
  private mutating func addOther(
    _ record: Record, _ index: Int, to moments: inout Moments
  ) throws(DataError) {
    let scan = NumberScan(padded: record[index])
    if scan.isNumber, scan.value >= 0, scan.value.isFinite {
      moments.add(scan.value)
      return
    }
    let reading = try number(record, index)
    guard reading.kind != .missing else { return }
    guard reading.kind != .boolean else {
      throw record.numberError(index, reading.kind, column: plan.names[index])
    }
    guard reading.value >= 0 else {
      throw DataError(
        .invalidCount, at: record.place(index, plan.names),
        "\(CellText.shortened(record[index])) is negative",
        nextStep: "Leave the cell empty where the number is unknown.")
    }
    moments.add(reading.value)
  }

  mutating func number(_ record: Record, _ index: Int) throws(DataError) -> CellReading {
    let reading = CellReading(record[index])
    switch reading.kind {
    case .number, .dollars, .missing: return reading
    case .boolean: return reading
    default: throw record.numberError(index, reading.kind, column: plan.names[index])
    }
  }
}
