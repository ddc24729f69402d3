import Foundation

@testable import ScalingCharts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The texts and points of a finished SVG figure, read back from its elements and classes.
final class DrawnText: NSObject, XMLParserDelegate {
  /// The size of the canvas.
  private(set) var canvas = Rect(minX: 0, minY: 0, maxX: 0, maxY: 0)
  private(set) var texts: [(text: String, extent: Rect)] = []
  private(set) var points: [Point] = []
  /// Dashed lines straight across the plot.
  private(set) var rules: [(x: ClosedRange<Double>, y: Double)] = []

  private struct Look {
    var size = 0.0
    var anchor = TextBox.Anchor.start
    var weight = FontWeight.regular
    var isDashed = false
  }

  private var looks: [String: Look] = [:]
  /// The look of every open element.
  private var open: [Look] = []
  private var position: Point?
  private var pieces: [(text: String, look: Look)] = []
  private var isInTitle = false
  private var isInStyle = false
  private var style = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let number = { (key: String) in attributes[key].flatMap(Double.init) ?? 0 }
    var look = open.last ?? Look()
    if let named = attributes["class"].flatMap({ looks[$0] }) {
      if named.size > 0 { look.size = named.size }
      if name != "tspan" { look.anchor = named.anchor }
      look.weight = named.weight
      look.isDashed = named.isDashed
    }
    if let size = attributes["font-size"].flatMap(Double.init) { look.size = size }
    open.append(look)
    switch name {
    case "svg":
      canvas = Rect(minX: 0, minY: 0, maxX: number("width"), maxY: number("height"))
    case "style": isInStyle = true
    case "title", "desc": isInTitle = true
    case "circle": points.append(Point(x: number("cx"), y: number("cy")))
    case "path" where look.isDashed: readRule(attributes["d"] ?? "")
    case "text": position = Point(x: number("x"), y: number("y"))
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInStyle {
      style += text
    } else if position != nil, !isInTitle, let look = open.last {
      pieces.append((text, look))
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let look = open.removeLast()
    switch name {
    case "style":
      isInStyle = false
      readLooks()
    case "title", "desc": isInTitle = false
    case "text": finishText(look)
    default: break
    }
  }

  private func readRule(_ path: String) {
    guard let parts = path.wholeMatch(of: /M([0-9.]+) ([0-9.]+)h([0-9.]+)/),
      let x = Double(parts.1), let y = Double(parts.2), let length = Double(parts.3)
    else { return }
    rules.append((x...(x + length), y))
  }

  private func readLooks() {
    let light = style.components(separatedBy: "@media").first ?? style
    for rule in light.matches(of: /\.([a-zA-Z0-9-]+)\{([^}]*)\}/) {
      var look = Look()
      look.size = rule.2.firstMatch(of: /font-size:([0-9.]+)px/).flatMap { Double($0.1) } ?? 0
      if rule.2.contains("text-anchor:middle") { look.anchor = .middle }
      if rule.2.contains("text-anchor:end") { look.anchor = .end }
      if rule.2.contains("font-weight:600") { look.weight = .semibold }
      look.isDashed = rule.2.contains("stroke-dasharray")
      looks[String(rule.1)] = look
    }
  }

  private func finishText(_ look: Look) {
    guard let start = position else { return }
    let width = pieces.reduce(0) {
      $0 + TextMetrics.width($1.text, size: $1.look.size, weight: $1.look.weight)
    }
    var box = TextBox("", at: start, anchor: look.anchor, size: look.size)
    let left =
      switch look.anchor {
      case .start: start.x
      case .middle: start.x - width / 2
      case .end: start.x - width
      }
    box.extent.minX = left
    box.extent.maxX = left + width
    texts.append((pieces.map(\.text).joined(), box.extent))
    pieces = []
    position = nil
  }

  /// Texts that meet, leave the canvas, cover a point or are struck by a dashed line.
  var issues: [String] {
    var issues: [String] = []
    for (index, text) in texts.enumerated() {
      // Extents were measured for wide fonts; coordinates are rounded to tenths.
      let extent = text.extent.insetBy(0.15)
      for other in texts[(index + 1)...] where extent.intersects(other.extent) {
        issues.append("“\(text.text)” overlaps “\(other.text)”")
      }
      if !canvas.contains(extent) { issues.append("“\(text.text)” leaves the canvas") }
      if rules.contains(where: { isStruck(extent, by: $0) }) {
        issues.append("“\(text.text)” is struck by a dashed line")
      }
      if points.contains(where: extent.contains) { issues.append("“\(text.text)” covers a point") }
    }
    return issues
  }

  /// Whether a line runs through the letters; it may touch what hangs below them.
  private func isStruck(_ text: Rect, by rule: (x: ClosedRange<Double>, y: Double)) -> Bool {
    rule.x.overlaps(text.minX...text.maxX) && text.minY + 2 < rule.y && rule.y < text.maxY - 3.5
  }
}
