internal import HTML

/// How many bytes a page may still grow by, so that no table makes a page that is slow to open.
struct PageBudget {
  private(set) var left: Int

  /// For the figures of a page, drawings and files together.
  static let figures = PageBudget(left: 520_000)

  /// For the files to save in a page that already has some content.
  static func files(after content: [HTMLNode]) -> PageBudget {
    PageBudget(left: 960_000 - content.reduce(0) { $0 + $1.text.utf8.count })
  }

  /// Takes bytes, unless that many are not left.
  mutating func spend(_ count: Int) -> Bool {
    guard count <= left else { return false }
    left -= count
    return true
  }
}
