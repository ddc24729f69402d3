/// Lines of equal value of a surface that is given on a grid, named in place.
///
/// Between neighbouring places of the grid the surface counts as linear on the axes as drawn, so a
/// grid that is even on a logarithmic axis needs no more places than one on a linear axis. A value
/// that is not finite leaves a hole.
public struct ContourMark: Sendable, Equatable {
  /// A value along which a line is drawn.
  public struct Level: Sendable, Equatable {
    /// The value.
    public var value: Double
    /// Written on the line.
    public var label: String?

    /// A value with a name.
    public init(_ value: Double, label: String? = nil) {
      self.value = value
      self.label = label
    }
  }

  /// Places of the grid along x, in order.
  public var x: [Double]
  /// Places of the grid along y, in order.
  public var y: [Double]
  /// The surface: a row for each y, a value for each x.
  public var values: [[Double]]
  /// The values along which lines are drawn.
  public var levels: [Level]
  /// Colour of lines and names.
  public var style: SeriesStyle
  /// Dashes and width.
  public var line: LineStyle

  /// Contours of a grid; places without a value, and values without a place, count as missing.
  public init(
    x: [Double], y: [Double], values: [[Double]], levels: [Level], style: SeriesStyle,
    line: LineStyle = .thin
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.levels = levels
    self.style = style
    self.line = line
  }
}

extension ContourMark {
  /// The lines of one level in the drawing.
  func lines(of level: Level, in frame: PlotFrame) -> [[Point]] {
    let grid = MarchingSquares(
      x: x.map { frame.x($0) }, y: y.map { frame.y($0) },
      values: y.indices.map { row in
        x.indices.map { column in
          values.indices.contains(row) && values[row].indices.contains(column)
            ? values[row][column] : .nan
        }
      })
    return grid.lines(at: level.value).map { Polyline.simplified($0) }
  }

  func draw(in frame: PlotFrame, to scene: inout Scene) {
    for level in levels {
      let pieces = lines(of: level, in: frame)
      if pieces.isEmpty { continue }
      scene.items.append(
        SceneItem(
          .contour, .lines(pieces),
          .stroke(style.markRole, width: line.width, pattern: line.pattern, isRound: true),
          clip: frame.clip(for: pieces.joined()), series: style.colorIndex))
    }
  }
}
