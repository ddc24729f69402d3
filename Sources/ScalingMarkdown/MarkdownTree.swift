internal import CCMark

/// The tree that cmark-gfm reads from a text, freed with it.
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer?

  init(_ text: String) {
    guard let parser = scaling_markdown_parser() else {
      root = nil
      return
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parser_feed(parser, $0.baseAddress, $0.count)
      }
    }
    root = cmark_parser_finish(parser)
    cmark_parser_free(parser)
  }

  deinit { cmark_node_free(root) }

  /// Reads the tree while it is there.
  borrowing func read<Result>(_ body: (MarkdownNode) -> Result) -> Result? {
    root.map { body(MarkdownNode($0)) }
  }
}

/// A node of a tree; it must not outlive the tree.
struct MarkdownNode {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// What it is, in the words of CommonMark.
  var kind: String { String(cString: cmark_node_get_type_string(pointer)) }

  /// The text of a leaf.
  var literal: String { Self.string(cmark_node_get_literal(pointer)) }

  /// What follows the opening fence of a block of code.
  var info: String { Self.string(cmark_node_get_fence_info(pointer)) }

  /// The address of a link or a picture.
  var address: String { Self.string(cmark_node_get_url(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }

  /// Whether the items of the list stand close, without paragraphs.
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  var isTaskDone: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// The line in the text, counted from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  /// For each column of a table whether it is aligned on the right.
  var rightColumns: [Bool] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let alignments = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { alignments[$0] == UInt8(ascii: "r") }
  }

  var parent: MarkdownNode? { cmark_node_parent(pointer).map(MarkdownNode.init) }

  var children: [MarkdownNode] {
    var result: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      result.append(MarkdownNode(child))
      next = cmark_node_next(child)
    }
    return result
  }

  /// The text of the node and all below it.
  var plainText: String {
    switch kind {
    case "text", "code": literal
    case "softbreak", "linebreak": " "
    default: children.map(\.plainText).joined()
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
