import SVG

/// Prints a scene as SVG. Neighbours that look the same share a group or a path.
struct SceneWriter {
  let scene: Scene
  let options: RenderOptions
  let prefix: String

  private var writer = SVGWriter()
  private var continuationClass = ""

  init(scene: Scene, options: RenderOptions, prefix: String) {
    self.scene = scene
    self.options = options
    self.prefix = prefix
  }

  /// The finished document.
  mutating func document() -> [UInt8] {
    var classes = ClassTable(prefix: prefix)
    let numbers = scene.items.map { classes.number(for: ElementStyle($0)) }
    if scene.textBoxes.contains(where: { !$0.continuation.isEmpty }) {
      continuationClass = classes.name(classes.number(for: .continuation))
    }
    openRoot()
    writer.styleSheet(StyleRules(theme: options.theme, classes: classes).bytes(options.colorScheme))
    writeClips()
    var first = 0
    while first < scene.items.count {
      var end = first + 1
      while end < scene.items.count, numbers[end] == numbers[first],
        scene.items[end].clip == scene.items[first].clip
      {
        end += 1
      }
      writeRun(scene.items[first..<end], className: classes.name(numbers[first]))
      first = end
    }
    writer.newline()
    writer.close()
    writer.newline()
    return writer.bytes
  }

  private mutating func openRoot() {
    writer.open("svg")
    writer.attribute("xmlns", "http://www.w3.org/2000/svg")
    writer.attribute("width", (scene.width * scene.magnification).rounded())
    writer.attribute("height", (scene.height * scene.magnification).rounded())
    let width = FixedDecimal.string(scene.width, decimals: 1)
    let height = FixedDecimal.string(scene.height, decimals: 1)
    writer.attribute("viewBox", "0 0 \(width) \(height)")
    writer.attribute("role", "img")
    let hasDescription = !scene.description.isEmpty
    writer.attribute(
      "aria-labelledby", hasDescription ? "\(prefix)-t \(prefix)-d" : "\(prefix)-t")
    writer.attribute("font-family", options.theme.fontFamily)
    writer.newline()
    writer.open("title")
    writer.attribute("id", "\(prefix)-t")
    writer.content(scene.title)
    writer.close()
    writer.newline()
    if hasDescription {
      writer.open("desc")
      writer.attribute("id", "\(prefix)-d")
      writer.content(scene.description)
      writer.close()
      writer.newline()
    }
  }

  private mutating func writeClips() {
    for index in Set(scene.items.compactMap(\.clip)).sorted() {
      writer.newline()
      writer.open("clipPath")
      writer.attribute("id", "\(prefix)-c\(index)")
      writer.open("rect")
      write(rectangle: scene.plotAreas[index])
      writer.close()
      writer.close()
    }
  }

  /// Writes items of one look: alone with the class, several in a group that carries it.
  private mutating func writeRun(_ items: ArraySlice<SceneItem>, className: String) {
    writer.newline()
    let groups = mergedLines(items)
    let needsGroup = groups.count > 1 || items.first?.clip != nil
    if needsGroup {
      writer.open("g")
      writer.attribute("class", className)
      if let clip = items.first?.clip { writer.attribute("clip-path", "url(#\(prefix)-c\(clip))") }
    }
    for item in groups { write(item, className: needsGroup ? nil : className) }
    if needsGroup { writer.close() }
  }

  /// The items with neighbouring lines joined, because one path says them in fewer bytes.
  private func mergedLines(_ items: ArraySlice<SceneItem>) -> [SceneItem] {
    var merged: [SceneItem] = []
    for item in items {
      if case .lines(let pieces) = item.shape, item.tooltip == nil, let last = merged.last,
        last.tooltip == nil, case .lines(let earlier) = last.shape
      {
        merged[merged.count - 1].shape = .lines(earlier + pieces)
      } else {
        merged.append(item)
      }
    }
    return merged
  }

  private mutating func write(_ item: SceneItem, className: String?) {
    switch item.shape {
    case .rectangle(let rect):
      open("rect", className)
      write(rectangle: rect)
    case .lines(let pieces):
      open("path", className)
      writer.attribute("d", path(pieces, isClosed: false))
    case .areas(let pieces):
      open("path", className)
      writer.attribute("d", path(pieces, isClosed: true))
    case .symbol(.circle, let center, let radius):
      open("circle", className)
      writer.attribute("cx", center.x)
      writer.attribute("cy", center.y)
      writer.attribute("r", radius)
    case .symbol(let shape, let center, let radius):
      open("path", className)
      writer.attribute("d", path([shape.outline(center: center, radius: radius)], isClosed: true))
    case .text(let box):
      open("text", className)
      write(box)
    }
    if let tooltip = item.tooltip {
      writer.open("title")
      writer.content(tooltip)
      writer.close()
    }
    writer.close()
  }

  private mutating func open(_ name: StaticString, _ className: String?) {
    writer.open(name)
    if let className { writer.attribute("class", className) }
  }

  private mutating func write(rectangle rect: Rect) {
    if rect.minX != 0 { writer.attribute("x", rect.minX) }
    if rect.minY != 0 { writer.attribute("y", rect.minY) }
    writer.attribute("width", rect.width)
    writer.attribute("height", rect.height)
  }

  private mutating func write(_ box: TextBox) {
    writer.attribute("x", box.position.x)
    writer.attribute("y", box.position.y)
    writer.content(box.label.text)
    if !box.label.superscript.isEmpty {
      writer.open("tspan")
      writer.attribute("dy", -0.36 * box.size)
      writer.attribute("font-size", box.size * TextBox.superscriptSize)
      writer.content(box.label.superscript)
      writer.close()
    }
    if !box.continuation.isEmpty {
      writer.open("tspan")
      writer.attribute("class", continuationClass)
      writer.attribute("dx", TextBox.continuationGap)
      writer.content(box.continuation)
      writer.close()
    }
  }

  private func path(_ pieces: [[Point]], isClosed: Bool) -> PathData {
    var path = PathData()
    for piece in pieces {
      guard let first = piece.first else { continue }
      path.move(x: first.x, y: first.y)
      for point in piece.dropFirst() { path.line(x: point.x, y: point.y) }
      if isClosed { path.close() }
    }
    return path
  }
}
