extension LineMark {
  /// Solid where data stand behind the line, dashed elsewhere; with a margin of paper over crowds of
  /// points, which may have the colour of the line.
  func draw(in frame: PlotFrame, to scene: inout Scene) {
    for part in parts {
      let pieces = Polyline.pieces(x: part.x, y: part.y, in: frame)
      if pieces.isEmpty { continue }
      let clip = frame.clip(for: pieces.joined())
      if frame.binsFrom < Int.max {
        scene.items.append(
          SceneItem(
            .line, .lines(pieces),
            .stroke(.background, width: line.width + 3.4, isRound: true), clip: clip))
      }
      let paint = Paint.stroke(
        style.markRole, width: line.width, opacity: part.isBeyondData ? 0.8 : 1,
        pattern: part.pattern, isRound: true)
      scene.items.append(
        SceneItem(
          .line, .lines(pieces), paint, clip: clip,
          series: style.colorIndex))
    }
  }

  /// Where the line ends inside the plot area, for its label.
  func end(in frame: PlotFrame) -> Point? {
    zip(x, y).lazy.map { frame.point($0, $1) }
      .filter { $0.isFinite && $0.x >= frame.plot.minX - 0.05 && $0.x <= frame.plot.maxX + 0.05 }
      .max { $0.x < $1.x }
      .map { Point(x: $0.x, y: min(max($0.y, frame.plot.minY), frame.plot.maxY)) }
  }

  private struct Part {
    var x: [Double] = []
    var y: [Double] = []
    var pattern: LineStyle.Pattern
    var isBeyondData: Bool
  }

  /// The line cut at the ends of its solid range, with a shared point at every cut.
  private var parts: [Part] {
    let (x, y) = interpolation.corners(x: x, y: y)
    guard let range = line.solidRange else {
      return [Part(x: x, y: y, pattern: line.pattern, isBeyondData: false)]
    }
    var parts: [Part] = []
    var previous: (x: Double, y: Double)?
    for (xValue, yValue) in zip(x, y) {
      let isInside = range.contains(xValue)
      if let last = parts.last, last.isBeyondData != isInside {
        append(xValue, yValue, to: &parts)
      } else {
        var part = Part(
          pattern: isInside ? line.pattern : .dashed, isBeyondData: !isInside)
        if let previous {
          if isInside {
            append(xValue, yValue, to: &parts)
          } else {
            part.x.append(previous.x)
            part.y.append(previous.y)
          }
        }
        part.x.append(xValue)
        part.y.append(yValue)
        parts.append(part)
      }
      previous = (xValue, yValue)
    }
    return parts
  }

  private func append(_ x: Double, _ y: Double, to parts: inout [Part]) {
    parts[parts.count - 1].x.append(x)
    parts[parts.count - 1].y.append(y)
  }
}
