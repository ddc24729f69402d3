/// ISO dates as years with decimals.
enum DateCell {
  /// The date of YYYY-MM-DD or YYYY-MM as a year with decimals, exact to the day:
  /// 2024-07-01 is 2024 + 182/366. A month stands for its first day. `nil` for anything else.
  static func years(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    guard cell.count == 7 || cell.count == 10, cell[4] == UInt8(ascii: "-"),
      let year = number(cell, 0, 4), let month = number(cell, 5, 7), (1...12).contains(month)
    else { return nil }
    var day = 1
    if cell.count == 10 {
      guard cell[7] == UInt8(ascii: "-"), let written = number(cell, 8, 10) else { return nil }
      day = written
    }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    let dayOfYear = lengths.prefix(month - 1).reduce(0, +) + day - 1
    return Double(year) + Double(dayOfYear) / (isLeap ? 366 : 365)
  }

  /// Whether a number may be a year in a column of dates.
  static func isYear(_ value: Double) -> Bool {
    value >= 1000 && value <= 9999 && value == value.rounded(.down)
  }

  private static func number(
    _ cell: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var value = 0
    for index in start..<end {
      let digit = cell[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
