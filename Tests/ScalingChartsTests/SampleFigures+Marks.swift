import Foundation
import ScalingCharts

/// Figures that use every mark, and figures that strain the layout.
extension SampleFigures {
  static let marks: [(name: String, figure: Figure)] = [
    ("every-mark", everyMark), ("equal-accuracy", equalAccuracy), ("histogram", histogram),
    ("inset", inset), ("crowd", crowd(20_000)), ("empty-facet", emptyFacet),
  ]

  /// One panel with each kind of mark and a second unit.
  static let everyMark: Figure = {
    let cost = [0.02, 0.05, 0.1, 0.2, 0.6, 1.5, 4]
    let best = [0.31, 0.38, 0.38, 0.52, 0.6, 0.66, 0.68]
    let grid = (0...20).map { 0.012 * pow(600, Double($0) / 20) }
    let shares = (0...12).map { Double($0) / 40 }
    return Figure(
      title: "Each mark once: a frontier of steps between a price and a panel of people",
      subtitle: "Accuracy by cost per task (log axis), tokens below",
      notes: ["Band: 95 % interval."], source: "Example data.",
      description: "A frontier in steps with a band, rules, a region, bars, contours and names.",
      panels: [
        Panel(
          x: Axis("Cost per task (dollars), log scale", scale: .log10, format: .dollars),
          y: Axis("Tasks solved", format: .percent, domain: 0...1),
          secondaryX: SecondaryAxis(
            "Tokens per task, log scale", factor: 400_000, format: .tokens),
          marks: [
            .region(RegionMark(from: 1, label: "dearer than people")),
            .rule(RuleMark(.horizontal, at: 0.85, label: "panel of people 85 %")),
            .rule(RuleMark(.vertical, at: 0.3, label: "budget")),
            .rectangles(
              RectanglesMark(
                zip(cost, best).map {
                  .init(x: ($0 * 0.93)...($0 * 1.07), y: 0...($1 / 4), label: "tasks \($1)")
                }, style: SeriesStyle(4), opacity: 0.7, label: SeriesLabel("easy tasks"))),
            .contours(
              ContourMark(
                x: grid, y: shares,
                values: shares.map { share in grid.map { share + 0.05 * log10($0) } },
                levels: [.init(0.15, label: "equal worth")], style: .neutral)),
            .band(
              BandMark(
                x: cost, low: best.map { $0 - 0.06 }, high: best.map { $0 + 0.06 },
                style: SeriesStyle(0), interpolation: .step)),
            .line(
              LineMark(
                x: cost, y: best, style: SeriesStyle(0), interpolation: .step,
                label: SeriesLabel("frontier", detail: "68 % at $4"))),
            .points(
              PointsMark(zip(cost, best).map { PointDatum(x: $0, y: $1) }, style: SeriesStyle(0))),
            .text(
              TextMark("no gain for twice the price", x: 0.08, y: 0.38, detail: "5 to 10 cents")),
            .pointLabels(PointLabels([.init("o3-low-2025-04-16", x: 0.2, y: 0.52)])),
          ])
      ])
  }()

  static let equalAccuracy: Figure = {
    let train = (0...30).map { pow(10, 22 + Double($0) / 10) }
    let infer = (0...30).map { pow(10, 12 + Double($0) / 10) }
    let accuracy = infer.map { second in
      train.map { first in
        1 / (1 + exp(-(0.9 * (log10(first) - 23.5) + 0.6 * (log10(second) - 13.5))))
      }
    }
    return Figure(
      title: "A tenfold of inference replaces a fifth of a tenfold of training",
      subtitle: "Curves of equal accuracy, by training and inference compute (log axes)",
      source: "Example data.", description: "Falling lines of equal accuracy.",
      panels: [
        Panel(
          x: Axis("Training compute (FLOP)", scale: .log10, format: .powersOfTen),
          y: Axis("Inference compute (FLOP per task)", scale: .log10, format: .powersOfTen),
          marks: [
            .contours(
              ContourMark(
                x: train, y: infer, values: accuracy,
                levels: (1...9).map { .init(Double($0) / 10, label: "\($0 * 10) %") },
                style: SeriesStyle(0))),
            .points(
              PointsMark(
                (0..<8).map {
                  PointDatum(
                    x: pow(10, 22.3 + 0.33 * Double($0)), y: pow(10, 12.2 + 0.3 * Double($0)))
                }, style: SeriesStyle(1), label: SeriesLabel("measured"))),
          ])
      ])
  }()

  static let histogram = Figure(
    title: "Most questions are always or never solved",
    subtitle: "Questions by share of samples that solve them", source: "Example data.",
    description: "A histogram with two peaks.",
    panels: [
      Panel(
        x: Axis("Share of samples", format: .percent, domain: 0...1),
        y: Axis("Questions", format: .count, includesZero: true),
        marks: [
          .rectangles(
            RectanglesMark(
              [31, 12, 8, 6, 4, 5, 7, 9, 14, 40].enumerated().map {
                .init(
                  x: (Double($0) / 10 + 0.004)...(Double($0 + 1) / 10 - 0.004), y: 0...Double($1))
              }, style: SeriesStyle(0))),
          .text(TextMark("hard to say", x: 0.45, y: 4)),
        ])
    ])

  static let inset: Figure = {
    let x = logSpaced(100, 1_000_000, 60)
    let y = x.map { 0.1 + 0.055 * log2($0 / 100) }
    let line = LineMark(x: x, y: y, style: SeriesStyle(0), label: SeriesLabel("fit"))
    return Figure(
      title: "What the logarithmic axis hides is in the corner", subtitle: "Accuracy by tokens",
      source: "Example data.", description: "A rising line with an inset.",
      panels: [
        Panel(
          x: Axis("Tokens", scale: .log2, format: .tokens),
          y: Axis("Accuracy", format: .percent), marks: [.line(line)],
          insets: [
            Inset(
              Panel(
                heading: "Linear axis", x: Axis("Tokens", format: .tokens),
                y: Axis("Accuracy", format: .percent), marks: [.line(line)]))
          ])
      ])
  }()

  /// Points in two clouds; the same for the same count.
  static func crowd(_ count: Int) -> Figure {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
    func bell() -> Double { (0..<6).reduce(0.0) { sum, _ in sum + next() } - 3 }
    let points = (0..<count).map { index in
      index % 5 == 0
        ? PointDatum(x: pow(2, 15 + bell()), y: 0.75 + 0.06 * bell())
        : PointDatum(x: pow(2, 11 + 1.2 * bell()), y: 0.4 + 0.1 * bell())
    }
    return Figure(
      title: "Two kinds of answers", subtitle: "Share of steps checked by tokens written",
      source: "Example data.", description: "Two clouds of points.",
      panels: [
        Panel(
          x: Axis("Tokens", scale: .log2, format: .tokens),
          y: Axis("Steps checked", format: .percent),
          marks: [.points(PointsMark(points, style: SeriesStyle(0), label: SeriesLabel("answers")))]
        )
      ])
  }

  static let emptyFacet = Figure(
    title: "One benchmark was never run", subtitle: "Accuracy by samples (log axis)",
    source: "Example data.", description: "Three panels, one without data.",
    panels: ["AIME", "GPQA", "MATH"].enumerated().map { index, name in
      Panel(
        heading: name, x: Axis("Samples", scale: .log2, format: .tokens),
        y: Axis("Accuracy", format: .percent),
        marks: index == 1
          ? [] : saturating(0, ceiling: 0.9 - 0.2 * Double(index), rate: 0.5, name: "Qwen2.5 72B"))
    })
}
