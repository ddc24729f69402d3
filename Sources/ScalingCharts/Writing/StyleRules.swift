import SVG

/// Writes the style sheet of a figure.
struct StyleRules {
  let theme: Theme
  let classes: ClassTable

  /// The rules for a colour scheme.
  func bytes(_ scheme: RenderOptions.ColorScheme) -> [UInt8] {
    var bytes: [UInt8] = []
    let base = scheme == .dark ? theme.dark : theme.light
    for (number, style) in classes.styles.enumerated() {
      open(number, to: &bytes)
      appendColors(style.paint, base, to: &bytes)
      appendLook(style, to: &bytes)
      close(&bytes)
    }
    if scheme == .automatic {
      bytes.append(contentsOf: "@media(prefers-color-scheme:dark){".utf8)
      for (number, style) in classes.styles.enumerated() {
        open(number, to: &bytes)
        appendColors(style.paint, theme.dark, to: &bytes)
        close(&bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    return bytes
  }

  private func open(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "."))
    bytes.append(contentsOf: classes.name(number).utf8)
    bytes.append(UInt8(ascii: "{"))
  }

  private func close(_ bytes: inout [UInt8]) {
    if bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendColors(_ paint: Paint, _ palette: Palette, to bytes: inout [UInt8]) {
    if let fill = paint.fill { append("fill", palette.color(for: fill).css, to: &bytes) }
    if let stroke = paint.stroke {
      append("stroke", palette.color(for: stroke).css, to: &bytes)
    } else if paint.hasHalo {
      append("stroke", palette.background.css, to: &bytes)
    }
  }

  private func appendLook(_ style: ElementStyle, to bytes: inout [UInt8]) {
    let paint = style.paint
    if paint.fill == nil { append("fill", "none", to: &bytes) }
    if paint.stroke != nil { appendStroke(paint, to: &bytes) }
    if paint.hasHalo {
      append("paint-order", "stroke", to: &bytes)
      append("stroke-width", "3px", to: &bytes)
      append("stroke-linejoin", "round", to: &bytes)
    }
    // Not of the group, in which shapes that overlap would merge into one.
    if paint.opacity < 1, paint.fill != nil { append("fill-opacity", paint.opacity, to: &bytes) }
    if paint.opacity < 1, paint.stroke != nil {
      append("stroke-opacity", paint.opacity, to: &bytes)
    }
    if style.isContinuation { append("font-weight", "400", to: &bytes) }
    guard let size = style.textSize else { return }
    append("font-size", FixedDecimal.string(size, decimals: 1) + "px", to: &bytes)
    if style.weight == .semibold { append("font-weight", "600", to: &bytes) }
    switch style.anchor {
    case .start: break
    case .middle: append("text-anchor", "middle", to: &bytes)
    case .end: append("text-anchor", "end", to: &bytes)
    }
  }

  private func appendStroke(_ paint: Paint, to bytes: inout [UInt8]) {
    if paint.strokeWidth != 1 { append("stroke-width", paint.strokeWidth, to: &bytes) }
    if paint.isRound {
      append("stroke-linejoin", "round", to: &bytes)
      append("stroke-linecap", "round", to: &bytes)
    }
    switch paint.pattern {
    case .solid: break
    case .dashed: append("stroke-dasharray", paint.isRound ? "5 6" : "4 4", to: &bytes)
    case .dotted: append("stroke-dasharray", paint.isRound ? "0 5" : "1 3", to: &bytes)
    }
  }

  private func append(_ property: StaticString, _ value: Double, to bytes: inout [UInt8]) {
    append(property, FixedDecimal.string(value, decimals: 2), to: &bytes)
  }

  private func append(_ property: StaticString, _ value: String, to bytes: inout [UInt8]) {
    property.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: value.utf8)
    bytes.append(UInt8(ascii: ";"))
  }
}
