/// One observation: a position, an optional interval and an optional tooltip.
public struct PointDatum: Sendable, Equatable {
  /// Position along x.
  public var x: Double
  /// Position along y.
  public var y: Double
  /// The interval of y that is drawn as a whisker.
  public var low: Double?, high: Double?
  /// Shown when a pointer rests on the point.
  public var label: String?

  /// An observation.
  public init(
    x: Double, y: Double, low: Double? = nil, high: Double? = nil, label: String? = nil
  ) {
    self.x = x
    self.y = y
    self.low = low
    self.high = high
    self.label = label
  }
}

/// How strongly points stand out.
public enum PointEmphasis: Sendable, Equatable, Hashable {
  /// Filled, with a thin outline in the colour of the paper.
  case normal
  /// An outline only: points that were not used, or of lower standing.
  case hollow
  /// Small and translucent: replicates behind their mean.
  case faint
}

/// Points of one series, with whiskers where an interval is given.
public struct PointsMark: Sendable, Equatable {
  /// The observations.
  public var points: [PointDatum]
  /// Colour and shape.
  public var style: SeriesStyle
  /// Named in the key, unless a line of the same style and name is named already.
  public var label: SeriesLabel?
  /// How strongly the points stand out.
  public var emphasis: PointEmphasis

  /// Points of one series.
  public init(
    _ points: [PointDatum], style: SeriesStyle, label: SeriesLabel? = nil,
    emphasis: PointEmphasis = .normal
  ) {
    self.points = points
    self.style = style
    self.label = label
    self.emphasis = emphasis
  }

  /// How many points its own must be told from.
  private func crowd(among pointCount: Int) -> Int { max(points.count, pointCount / 2) }

  /// The paint of a symbol. Among very many points, which are small, an outline in the colour of the
  /// paper would leave little of them: they are translucent instead.
  func paint(among pointCount: Int) -> Paint {
    switch emphasis {
    case .normal:
      crowd(among: pointCount) > Self.manyPoints
        ? .fill(style.markRole, opacity: 0.6)
        : Paint(fill: style.markRole, stroke: .background, strokeWidth: 1.2)
    case .hollow: Paint(fill: .background, stroke: style.markRole, strokeWidth: 1.6)
    case .faint: .fill(style.markRole, opacity: 0.5)
    }
  }

  private static let manyPoints = 200

  /// The radius of a point in pixels: small when there are many in the plot area, or when they
  /// are replicates.
  func radius(among pointCount: Int) -> Double {
    let count = crowd(among: pointCount)
    return switch emphasis {
    case .faint: points.count > Self.manyPoints ? 1.6 : 2.4
    case .normal, .hollow:
      count > Self.manyPoints ? 2 : count > 60 ? 3 : count > 30 ? 3.8 : 4.4
    }
  }
}
