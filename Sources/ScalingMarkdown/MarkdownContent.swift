public import HTML

/// Markdown, as GitHub reads it, as the content of a page.
///
/// HTML in the text does not go into the page: of elements within a line the text stays, blocks
/// are left out, and `omittedLines` says where.
///
/// ```swift
/// let content = MarkdownContent("# Title\n\nSome *text*.")
/// content.nodes.map(\.text).joined()
/// // <h1 id="title">Title</h1>\n<p>Some <em>text</em>.</p>\n
/// ```
public struct MarkdownContent: Sendable, Equatable {
  /// The text as nodes of a page.
  public let nodes: [HTMLNode]
  /// The first heading.
  public let title: String?
  /// The lines of blocks of HTML that are left out, comments aside.
  public let omittedLines: [Int]

  /// Reads Markdown.
  ///
  /// - Parameters:
  ///   - text: the Markdown.
  ///   - link: where a link of the text leads in the page.
  ///   - picture: the address of a picture in the page, such as a data URL; nil to show its
  ///     description only.
  public init(
    _ text: String, link: @escaping (_ address: String) -> String = { $0 },
    picture: @escaping (_ address: String) -> String? = { $0 }
  ) {
    var reading = MarkdownReading(link: link, picture: picture)
    nodes = MarkdownTree(text).read { reading.content(of: $0) } ?? []
    title = reading.title
    omittedLines = reading.omittedLines
  }
}
