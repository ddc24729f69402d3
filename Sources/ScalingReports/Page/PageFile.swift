internal import HTML

/// A file that a reader can save from a page.
struct PageFile {
  let name: String
  let type: String
  let bytes: [UInt8]
  /// What is in it.
  let words: String
  /// How to have it where the page has no room for it.
  let instead: String

  init(_ name: String, type: String, _ bytes: [UInt8], words: String, instead: String) {
    self.name = name
    self.type = type
    self.bytes = bytes
    self.words = words
    self.instead = instead
  }

  /// The link, or a sentence that says how to have the file where there is no room for it.
  func node(_ budget: inout PageBudget) -> HTMLNode {
    guard budget.spend(bytes.count / 3 * 4 + 200) else {
      return .element(
        .span, [],
        text: "\(name): \(words), \(size), too large for this page: \(instead)")
    }
    let link = HTMLNode.element(
      .a, [.href(DataURL.text(type: type, bytes)), .download(name)], text: name)
    return .element(.span, [], [link, .text(": \(words), \(size)")])
  }

  private var size: String {
    bytes.count < 1_000
      ? "\(bytes.count) bytes" : NumberText.significant(Double(bytes.count) / 1_000, 2) + " kB"
  }
}
