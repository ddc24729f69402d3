/// Finds the corners of insets, and makes panels of those that have no room.
struct InsetPlacement {
  /// The width of the figure.
  let width: Double

  private static let smallestFigure = 560.0
  /// The part of the plot area that an inset takes, with its labels.
  struct Share: Equatable {
    var width: Double
    var height: Double
  }

  /// From the largest to the one that an inset needs.
  static let shares = [
    Share(width: 0.62, height: 0.56), Share(width: 0.62, height: 0.46),
    Share(width: 0.5, height: 0.56), Share(width: 0.5, height: 0.46),
    Share(width: 0.4, height: 0.46),
  ]

  /// The panels, with insets in free corners and the others behind the panels.
  func arranged(_ panels: [Panel]) -> [Panel] {
    guard panels.contains(where: { !$0.insets.isEmpty }) else { return panels }
    var result = panels
    var own: [Panel] = []
    for index in panels.indices {
      let insets = panels[index].insets
      result[index].insets = []
      var free =
        panels.count == 1 && width >= Self.smallestFigure
        ? places(in: panels[index], isAlone: insets.count == 1) : []
      for inset in insets {
        guard let place = free.first(where: { [nil, $0.corner].contains(inset.corner) }),
          !PanelExtent(inset.panel).isEmpty
        else {
          own.append(inset.panel)
          continue
        }
        free.removeAll { $0.corner == place.corner }
        var placed = Inset(inset.panel, corner: place.corner)
        placed.share = place.share
        result[index].insets.append(placed)
      }
    }
    return result + own
  }

  /// Corners where no mark of the panel has ink, with the room there, the widest first; the least
  /// room where several insets share the panel.
  private func places(
    in panel: Panel, isAlone: Bool
  ) -> [(corner: Inset.Corner, share: Share)] {
    guard let draft = try? PanelDraft(panel, index: 0) else { return [] }
    let unit = Rect(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let frame = PlotFrame(
      index: 0, plot: unit, x: Scale(panel.x.scale, domain: draft.xDomain, from: 0, to: 1),
      y: Scale(panel.y.scale, domain: draft.yDomain, from: 1, to: 0))
    let ink = panel.marks.flatMap { places(of: $0, in: frame) }.filter(\.isFinite)
    return Self.shares.suffix(isAlone ? Self.shares.count : 1).flatMap { share in
      Inset.Corner.allCases.filter { corner in
        let room = Self.rect(corner, share, in: unit, margin: -0.02)
        return !ink.contains(where: room.contains)
      }.map { ($0, share) }
    }
  }

  /// Places that stand for the ink of a mark.
  private func places(of mark: Mark, in frame: PlotFrame) -> [Point] {
    switch mark {
    case .points(let mark):
      mark.points.flatMap { datum in
        [datum.y, datum.low, datum.high].compactMap(\.self).map { frame.point(datum.x, $0) }
      }
    case .line(let mark):
      Self.dense(zip(mark.x, mark.y).map { frame.point($0, $1) })
    case .band(let mark):
      Self.dense(mark.edges(in: frame).map(\.low)) + Self.dense(mark.edges(in: frame).map(\.high))
    case .rectangles(let mark):
      mark.items.flatMap { item in
        Self.dense([
          frame.lowerEnd(item.x.lowerBound, item.y.lowerBound),
          frame.point(item.x.upperBound, item.y.upperBound),
        ])
      }
    case .contours(let mark):
      mark.levels.flatMap { mark.lines(of: $0, in: frame).flatMap(Self.dense) }
    case .text(let mark): [frame.point(mark.x, mark.y)]
    case .rule, .region, .pointLabels: []
    }
  }

  /// The points with others between them, so that no long segment crosses a corner unseen.
  private static func dense(_ points: [Point]) -> [Point] {
    zip(points, points.dropFirst()).flatMap { start, end in
      (0...12).map { step in
        let share = Double(step) / 12
        return Point(
          x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
      }
    }
  }

  /// The rectangle of a corner of a plot area, moved inwards by a margin.
  static func rect(
    _ corner: Inset.Corner, _ share: Share, in plot: Rect, margin: Double
  ) -> Rect {
    let width = plot.width * share.width
    let height = plot.height * share.height
    let isLeft = corner == .topLeft || corner == .bottomLeft
    let isTop = corner == .topLeft || corner == .topRight
    let left = isLeft ? plot.minX + margin : plot.maxX - margin - width
    let top = isTop ? plot.minY + margin : plot.maxY - margin - height
    return Rect(minX: left, minY: top, maxX: left + width, maxY: top + height)
  }
}
