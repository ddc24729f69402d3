/// Counts accuracies that no whole number of right answers explains.
struct ItemsCheck {
  private(set) var rows = 0
  /// Rows that do not fit when values are fractions, and when they are percents.
  private(set) var misfitsAsFraction = 0
  private(set) var misfitsAsPercent = 0

  /// Checks that y times items is a whole number, within the rounding of the digits written.
  mutating func check(_ cell: UnsafeBufferPointer<UInt8>, value: Double, items: Double) {
    guard value.isFinite, items.isFinite, items > 0 else { return }
    rows += 1
    let decimals = cell.firstIndex(of: UInt8(ascii: ".")).map { point in
      cell[(point + 1)...].prefix { $0 &- UInt8(ascii: "0") < 10 }.count
    }
    var half = 0.5
    for _ in 0..<min(decimals ?? 0, 15) { half /= 10 }
    if !fits(value * items, half * items) { misfitsAsFraction += 1 }
    if !fits(value / 100 * items, half / 100 * items) { misfitsAsPercent += 1 }
  }

  private func fits(_ answers: Double, _ rounding: Double) -> Bool {
    (answers - answers.rounded()).magnitude <= rounding + 1e-9 * max(1, answers)
  }

  /// Adds the counts of the next block.
  mutating func merge(_ block: ItemsCheck) {
    rows += block.rows
    misfitsAsFraction += block.misfitsAsFraction
    misfitsAsPercent += block.misfitsAsPercent
  }
}
