public import HTML

/// A page that needs no other file, no network and no script: the frame of reports and notebooks.
///
/// It follows the reader's choice of light or dark, prints, and has a link that skips to the
/// content. Scripts add what is convenient; without them all is there.
public struct PageShell: Sendable {
  /// The name of the page.
  public var title: String
  /// What the page says.
  public var content: [HTMLNode]
  /// Who made the page from what.
  public var footer: [HTMLNode]

  /// A page from its parts.
  public init(title: String, content: [HTMLNode], footer: [HTMLNode] = []) {
    self.title = title
    self.content = content
    self.footer = footer
  }

  /// The whole page.
  public var bytes: [UInt8] { document(version: nil) }

  /// The page as a server of this machine gives it out: it asks there whether there is a newer
  /// version, and shows that when there is.
  public func bytes(version: String) -> [UInt8] { document(version: version) }

  private func document(version: String?) -> [UInt8] {
    var attributes = [HTMLAttribute.language("en")]
    if let version { attributes.append(.data("version", version)) }
    let scripts = [PageScript.conveniences] + (version == nil ? [] : [PageScript.renewal])
    return HTMLNode.element(
      .html, attributes,
      [
        .element(.head, [], head(isServed: version != nil)),
        .element(
          .body, [],
          [
            .element(
              .a, [.class("skip"), .href("#content")], text: "Skip to the content"),
            .element(.main, [.id("content"), .tabIndex(-1)], content),
            .element(.footer, [], footer),
          ] + scripts.map(HTMLNode.script)),
      ]
    ).document
  }

  private func head(isServed: Bool) -> [HTMLNode] {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
      + (isServed ? "; connect-src 'self'" : "")
    let refresh = HTMLNode.element(
      .meta, [.named("http-equiv", "refresh"), .named("content", "2")])
    return [
      .element(.meta, [.named("charset", "utf-8")]),
      .element(
        .meta, [.named("http-equiv", "Content-Security-Policy"), .named("content", policy)]),
      .element(
        .meta,
        [.named("name", "viewport"), .named("content", "width=device-width, initial-scale=1")]),
      .element(.meta, [.named("name", "color-scheme"), .named("content", "light dark")]),
      .element(
        .meta,
        [
          .named("name", "generator"),
          .named("content", "\(ToolIdentity.name) \(ToolIdentity.version)"),
        ]),
      .element(.title, text: title), .style(PageStyle().rules),
    ] + (isServed ? [.element(.noscript, [], [refresh])] : [])
  }
}
