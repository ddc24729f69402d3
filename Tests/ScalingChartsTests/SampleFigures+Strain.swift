import Foundation
import ScalingCharts

/// Figures that strain the layout: many series, many panels, names of every length and script.
extension SampleFigures {
  static let strains: [(name: String, figure: Figure)] = [
    ("15 series", manySeries(15) { "model-\($0)-preview-2025-0\($0 % 9 + 1)" }),
    ("40 series", manySeries(40) { "series \($0)" }),
    ("200 series", manySeries(200) { "series \($0)" }),
    ("20 facets", facets(20, seriesPerFacet: 10)),
    (
      "long names",
      manySeries(5) {
        "gpt-\($0).1-mini-with-a-very-long-suffix-2025-04-14-reasoning-effort-high-run-\($0)"
      }
    ),
    ("500 characters", manySeries(3) { String(repeating: "label \($0) ", count: 62) }),
    ("right to left", manySeries(4) { "نموذج لغوي كبير رقم \($0)" }),
    ("points of 500 characters", longPointNames),
  ]

  static func curve(_ index: Int, of count: Int, name: String) -> [Mark] {
    let x = (0..<9).map { pow(2, Double($0 + 8)) }
    let y = x.indices.map { step in
      0.15 + 0.05 * Double(step) + 0.3 * Double(index) / Double(count)
        - 0.004 * Double(step * index % 7)
    }
    return [
      .line(
        LineMark(
          x: x, y: y, style: SeriesStyle(index), line: .thin, label: SeriesLabel(name))),
      .points(
        PointsMark(
          zip(x, y).map { PointDatum(x: $0, y: $1) }, style: SeriesStyle(index),
          label: SeriesLabel(name))),
    ]
  }

  static func manySeries(_ count: Int, name: (Int) -> String) -> Figure {
    Figure(
      title: "\(count) models on one axis", subtitle: "Accuracy by tokens (log axis)",
      source: "Example data.", description: "\(count) curves.",
      panels: [
        Panel(
          x: Axis("Tokens", scale: .log2, format: .tokens),
          y: Axis("Accuracy", format: .percent),
          marks: (0..<count).flatMap { curve($0, of: count, name: name($0)) })
      ])
  }

  static func facets(_ count: Int, seriesPerFacet: Int) -> Figure {
    Figure(
      title: "\(count) benchmarks, \(count * seriesPerFacet) curves",
      subtitle: "Accuracy by tokens (log axis)", source: "Example data.",
      description: "\(count) panels.",
      panels: (0..<count).map { facet in
        Panel(
          heading: "Benchmark \(facet + 1)", x: Axis("Tokens", scale: .log2, format: .tokens),
          y: Axis("Accuracy", format: .percent),
          marks: (0..<seriesPerFacet).flatMap {
            curve($0, of: seriesPerFacet + facet % 3, name: "model \($0)")
          })
      })
  }

  static let longPointNames = Figure(
    title: "Names that no figure has room for", source: "Example data.",
    description: "Six points.",
    panels: [
      Panel(
        x: Axis("Cost", scale: .log10, format: .dollars), y: Axis("Score", format: .percent),
        marks: [
          .points(
            PointsMark(
              (1...6).map { PointDatum(x: pow(2, Double($0)), y: 0.1 * Double($0)) },
              style: SeriesStyle(0))),
          .pointLabels(
            PointLabels(
              (1...6).map {
                .init(
                  String(repeating: "point \($0) ", count: 60), x: pow(2, Double($0)),
                  y: 0.1 * Double($0))
              })),
          .text(TextMark(String(repeating: "remark ", count: 70), x: 8, y: 0.3)),
        ])
    ])
}
