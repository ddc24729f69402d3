/// How many bytes a page may still grow by, so that no table makes a page that is slow to open.
struct PageBudget {
  /// Bytes of a whole page that may be spent on what grows with the table.
  static let whole = 880_000

  private(set) var left = whole

  /// Takes bytes, unless that many are not left.
  mutating func spend(_ count: Int) -> Bool {
    guard count <= left else { return false }
    left -= count
    return true
  }
}
