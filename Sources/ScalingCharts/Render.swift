/// Lays a figure out without printing it, to examine or to draw it by other means.
///
/// - Throws: `ChartError` when there is nothing to draw.
public func layout(
  _ figure: Figure, options: RenderOptions = RenderOptions()
) throws(ChartError) -> Scene {
  try FigureLayout(figure, options: options).scene()
}

/// Draws a figure as SVG text. The same figure and options give the same bytes.
///
/// - Throws: `ChartError` when there is nothing to draw.
public func render(
  _ figure: Figure, options: RenderOptions = RenderOptions()
) throws(ChartError) -> String {
  String(decoding: try renderBytes(figure, options: options), as: UTF8.self)
}

/// Draws a figure as the bytes of SVG text.
///
/// - Throws: `ChartError` when there is nothing to draw.
public func renderBytes(
  _ figure: Figure, options: RenderOptions = RenderOptions()
) throws(ChartError) -> [UInt8] {
  let scene = try layout(figure, options: options)
  let prefix = figure.idPrefix.map(sanitizedPrefix) ?? ContentDigest(scene).prefix
  var writer = SceneWriter(scene: scene, options: options, prefix: prefix)
  return writer.document()
}

/// A prefix made of the letters, digits and hyphens of a wish; it starts with a letter.
private func sanitizedPrefix(_ wish: String) -> String {
  let kept = wish.unicodeScalars.filter {
    ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
  }
  let text = String(String.UnicodeScalarView(kept))
  return text.first?.isLetter == true ? text : "f" + text
}
