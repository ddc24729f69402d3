/// The elements that pages are made of.
public enum HTMLTag: String, Sendable, Equatable {
  case html, head, title, meta, body, header, main, footer, nav, section, div, span
  case h1, h2, h3, h4, h5, h6, p, a, strong, em, s, code, pre, blockquote, br, hr, img, small
  case ul, ol, li, dl, dt, dd, figure, figcaption
  case table, caption, thead, tbody, tr, th, td
  case fieldset, legend, label, input, noscript

  /// Whether it has no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .meta, .br, .hr, .img, .input: true
    default: false
    }
  }

  /// Whether a line ends after it, which keeps differences between versions readable.
  var endsLine: Bool {
    switch self {
    case .span, .a, .strong, .em, .s, .code, .br, .img, .small, .label, .input, .th, .td: false
    default: true
    }
  }

  /// Whether its content begins on a new line.
  var opensLine: Bool {
    switch self {
    case .html, .head, .body, .header, .main, .footer, .nav, .section, .div, .ul, .ol, .dl,
      .figure, .table, .thead, .tbody, .fieldset, .blockquote:
      true
    default: false
    }
  }
}
