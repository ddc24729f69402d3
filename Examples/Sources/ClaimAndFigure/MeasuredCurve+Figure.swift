import Foundation
import ScalingAnalysis
import ScalingCharts

extension MeasuredCurve {
  /// The points with the best curve and its band, as the text of an SVG.
  func figure(xTitle: String, yTitle: String) throws -> String {
    let style = SeriesStyle(0)
    var marks: [Mark] = [.points(PointsMark(points, style: style))]
    if let best = ranking.preferred {
      let x = positions
      marks.append(
        .line(
          LineMark(
            x: x, y: best.fit.values(at: x), style: style,
            label: SeriesLabel(name, detail: "\(best.fit.name)"))))
      if let band = best.fit.confidenceBand(at: x) {
        marks.append(.band(BandMark(x: x, low: band.lower, high: band.upper, style: style)))
      }
    }
    return try render(
      Figure(
        title: "\(name) by \(xTitle)", subtitle: "Best of eight families, with its 95 % band",
        panels: [
          Panel(
            x: Axis(xTitle, scale: .log2, format: .tokens),
            y: Axis(yTitle, format: data.isAccuracy ? .percent : .plain), marks: marks)
        ]))
  }

  private var points: [PointDatum] {
    zip(data.x, data.y).map { PointDatum(x: $0, y: $1) }
  }

  /// A hundred positions from the first x to the last, at equal ratios.
  private var positions: [Double] {
    guard let first = data.x.first, let last = data.x.last else { return [] }
    return (0..<100).map { first * pow(last / first, Double($0) / 99) }
  }
}
