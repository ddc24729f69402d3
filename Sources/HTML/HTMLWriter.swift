internal import SVG

/// Writes nodes into one growing buffer; it alone escapes text.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  private var keepsLines = false

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ node: HTMLNode) {
    switch node {
    case .element(let tag, let attributes, let children): write(tag, attributes, children)
    case .text(let text): Escaping.append(text, to: &bytes, keepingLines: keepsLines)
    case .drawing(let drawing): bytes.append(contentsOf: drawing)
    case .style(let rules): raw("<style>\(rules)</style>\n")
    case .script(let script): raw("<script>\(script)</script>\n")
    }
  }

  private mutating func write(
    _ tag: HTMLTag, _ attributes: [HTMLAttribute], _ children: [HTMLNode]
  ) {
    raw("<\(tag.rawValue)")
    for attribute in attributes { write(attribute) }
    raw(">")
    guard !tag.isVoid else {
      if tag.endsLine { raw("\n") }
      return
    }
    if tag.opensLine { raw("\n") }
    let outer = keepsLines
    keepsLines = keepsLines || tag == .pre
    for child in children { write(child) }
    keepsLines = outer
    raw("</\(tag.rawValue)>")
    if tag.endsLine { raw("\n") }
  }

  private mutating func write(_ attribute: HTMLAttribute) {
    raw(" \(attribute.name)")
    guard let value = attribute.value else { return }
    raw("=\"")
    Escaping.append(value, to: &bytes)
    raw("\"")
  }
}
