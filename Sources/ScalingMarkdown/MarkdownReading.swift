internal import HTML

/// One pass over a tree of Markdown.
struct MarkdownReading {
  let link: (String) -> String
  let picture: (String) -> String?
  private(set) var title: String?
  private(set) var omittedLines: [Int] = []
  private var anchors: [String: Int] = [:]
  private var tables = 0

  init(link: @escaping (String) -> String, picture: @escaping (String) -> String?) {
    self.link = link
    self.picture = picture
  }

  /// What is below a node.
  mutating func content(of node: MarkdownNode) -> [HTMLNode] {
    var result: [HTMLNode] = []
    for child in node.children { result += nodes(child) }
    return result
  }

  private mutating func nodes(_ node: MarkdownNode) -> [HTMLNode] {
    switch node.kind {
    case "heading": [heading(node)]
    case "paragraph": paragraph(node)
    case "block_quote": [.element(.blockquote, [], content(of: node))]
    case "list": [list(node)]
    case "code_block": [code(node)]
    case "thematic_break": [.element(.hr)]
    case "html_block": omitted(node)
    case "table": [table(node)]
    default: inline(node)
    }
  }

  // MARK: Blocks

  private mutating func heading(_ node: MarkdownNode) -> HTMLNode {
    let tags: [HTMLTag] = [.h1, .h2, .h3, .h4, .h5, .h6]
    let text = node.plainText
    if title == nil { title = text }
    return .element(
      tags[min(max(node.headingLevel, 1), 6) - 1], [.id(anchor(text))], content(of: node))
  }

  /// A name as GitHub makes it, so that links between notebooks hold.
  private mutating func anchor(_ text: String) -> String {
    let kept = text.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
    let name = String(kept.map { $0 == " " ? "-" : $0 })
    let count = anchors[name, default: 0]
    anchors[name] = count + 1
    return count == 0 ? name : "\(name)-\(count)"
  }

  /// A paragraph; in a tight list only what is in it.
  private mutating func paragraph(_ node: MarkdownNode) -> [HTMLNode] {
    let isTight = node.parent?.parent?.isTight ?? false
    let content = content(of: node)
    guard !(content.allSatisfy { $0 == .text("") }) else { return [] }
    return isTight ? content : [.element(.p, [], content)]
  }

  private mutating func list(_ node: MarkdownNode) -> HTMLNode {
    var items: [HTMLNode] = []
    for child in node.children {
      let mark = child.kind == "tasklist" ? [HTMLNode.text(child.isTaskDone ? "☑ " : "☐ ")] : []
      items.append(.element(.li, [], mark + content(of: child)))
    }
    guard node.isOrdered else { return .element(.ul, [], items) }
    return .element(.ol, node.listStart == 1 ? [] : [.start(node.listStart)], items)
  }

  private func code(_ node: MarkdownNode) -> HTMLNode {
    // Long lines scroll, also with the keyboard.
    .element(.pre, [.tabIndex(0)], [.element(.code, text: node.literal)])
  }

  private mutating func omitted(_ node: MarkdownNode) -> [HTMLNode] {
    let text = node.literal.drop { $0.isWhitespace }
    if !text.hasPrefix("<!--") { omittedLines.append(node.line) }
    return []
  }

  private mutating func table(_ node: MarkdownNode) -> HTMLNode {
    tables += 1
    let right = node.rightColumns
    var head: [HTMLNode] = []
    var body: [HTMLNode] = []
    for row in node.children {
      let isHead = row.kind == "table_header"
      var cells: [HTMLNode] = []
      for (column, cell) in row.children.enumerated() {
        let side: [HTMLAttribute] = column < right.count && right[column] ? [.class("right")] : []
        cells.append(
          .element(
            isHead ? .th : .td, (isHead ? [.scope(.column)] : []) + side, content(of: cell)))
      }
      if isHead {
        head.append(.element(.tr, [], cells))
      } else {
        body.append(.element(.tr, [], cells))
      }
    }
    return .element(
      .div, [.class("table"), .role("group"), .label("Table \(tables)"), .tabIndex(0)],
      [.element(.table, [], [.element(.thead, [], head), .element(.tbody, [], body)])])
  }

  // MARK: Within a line

  private mutating func inline(_ node: MarkdownNode) -> [HTMLNode] {
    switch node.kind {
    case "text": [.text(node.literal)]
    case "softbreak": [.text(" ")]
    case "linebreak": [.element(.br)]
    case "code": [.element(.code, text: node.literal)]
    case "emph": [.element(.em, [], content(of: node))]
    case "strong": [.element(.strong, [], content(of: node))]
    case "strikethrough": [.element(.s, [], content(of: node))]
    case "link": [.element(.a, [.href(link(node.address))], content(of: node))]
    case "image": [image(node)]
    // The text between the tags is a node of its own.
    case "html_inline": []
    default: content(of: node)
    }
  }

  private func image(_ node: MarkdownNode) -> HTMLNode {
    let description = node.plainText
    guard let source = picture(node.address) else {
      return .element(.em, text: description.isEmpty ? node.address : description)
    }
    return .element(.img, [.source(source), .alternative(description)])
  }
}
