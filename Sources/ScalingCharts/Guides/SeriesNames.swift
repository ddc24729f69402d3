/// What makes marks belong to one series.
struct SeriesIdentity: Sendable, Hashable {
  var name: String
  var colorIndex: Int?

  init(_ label: SeriesLabel, _ style: SeriesStyle) {
    name = label.name
    colorIndex = style.colorIndex
  }
}

/// A series with a name, as the key and the labels at curve ends show it.
struct NamedSeries: Sendable, Equatable {
  var label: SeriesLabel
  var style: SeriesStyle
  /// The paint and size of its points, when it has points.
  var points: PointsMark?
  /// The paint of its rectangles, when it has some.
  var area: Paint?
  /// The line it is drawn with, when it has one.
  var line: LineStyle?
  /// Where its curve ends, by panel and mark.
  var ends: [LineMark] = []
  /// Whether panels say different things about the series, so that the key says none.
  private var hasConflict = false

  init(label: SeriesLabel, style: SeriesStyle) {
    self.label = label
    self.style = style
  }

  /// A remark, shown with the marks of its style; nil where it belongs to none.
  init?(_ remark: TextMark, among marks: [Mark]) {
    guard remark.style.colorIndex != nil else { return nil }
    self.init(label: SeriesLabel(remark.text, detail: remark.detail), style: remark.style)
    for mark in marks {
      switch mark {
      case .line(let mark) where mark.style == style: line = mark.line
      case .points(let mark) where mark.style == style: points = mark
      case .band(let mark) where mark.style == style: area = mark.paint
      case .rectangles(let mark) where mark.style == style: area = mark.paint
      default: break
      }
    }
    if line != nil { points = nil }
    if line != nil || points != nil { area = nil }
    if line == nil, points == nil, area == nil { return nil }
  }

  var identity: SeriesIdentity { SeriesIdentity(label, style) }

  mutating func add(detail: String) {
    if let known = label.detail, known != detail { hasConflict = true }
    label.detail = hasConflict ? nil : detail
  }
}

/// Collects the names in panels, in order of appearance, each once.
enum SeriesNames {
  static func collect(_ panels: [Panel]) -> [NamedSeries] {
    var series: [NamedSeries] = []
    var known: [SeriesIdentity: Int] = [:]
    for mark in panels.flatMap(\.marks) {
      switch mark {
      case .line(let line):
        guard let label = line.label else { continue }
        let index = index(of: label, line.style, &known, &series)
        series[index].line = line.line
        series[index].ends.append(line)
      case .points(let points):
        guard let label = points.label else { continue }
        let index = index(of: label, points.style, &known, &series)
        if series[index].points == nil {
          var sample = points
          sample.points = Array(points.points.prefix(1))
          series[index].points = sample
        }
      case .rectangles(let mark):
        guard let label = mark.label else { continue }
        series[index(of: label, mark.style, &known, &series)].area = mark.paint
      default: continue
      }
    }
    return series
  }

  private static func index(
    of label: SeriesLabel, _ style: SeriesStyle, _ known: inout [SeriesIdentity: Int],
    _ series: inout [NamedSeries]
  ) -> Int {
    let identity = SeriesIdentity(label, style)
    if let index = known[identity] {
      if let detail = label.detail { series[index].add(detail: detail) }
      return index
    }
    known[identity] = series.count
    series.append(NamedSeries(label: label, style: style))
    return series.count - 1
  }
}
