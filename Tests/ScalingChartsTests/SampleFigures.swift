import Foundation
import ScalingCharts

/// Figures that stand for what readers will see; used by several tests.
enum SampleFigures {
  static let all: [(name: String, figure: Figure)] =
    [
      ("voting", voting), ("four-series", fourSeries), ("twelve-series", twelveSeries),
      ("frontier", frontier), ("both-lenses", bothLenses), ("compute", compute),
      ("narrow-range", narrowRange), ("odd-text", oddText), ("replicates", replicates),
      ("small-multiples", smallMultiples),
    ] + marks

  static func wilson(_ share: Double, _ count: Double) -> (low: Double, high: Double) {
    let z = 1.96
    let center = (share + z * z / (2 * count)) / (1 + z * z / count)
    let half =
      z / (1 + z * z / count)
      * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return (center - half, center + half)
  }

  static func points(_ pairs: [(Double, Double)], count: Double = 30) -> [PointDatum] {
    pairs.map { x, y in
      let interval = wilson(y, count)
      return PointDatum(x: x, y: y, low: interval.low, high: interval.high)
    }
  }

  static func logSpaced(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
    (0..<count).map {
      exp(log(lower) + (log(upper) - log(lower)) * Double($0) / Double(count - 1))
    }
  }

  static let voting: Figure = {
    let single = points([
      (363, 0.2), (421, 0.267), (471, 0.2), (1108, 0.433), (2194, 0.367), (5340, 0.4),
      (8650, 0.6), (11090, 0.533),
    ])
    let voted = points([
      (22000, 0.533), (42800, 0.667), (88400, 0.7), (174_000, 0.667), (348_000, 0.667),
      (695_000, 0.65), (1_390_000, 0.667),
    ])
    let x = logSpaced(363, 1_390_000, 100)
    let breakpoint = 49_500.0
    let y = x.map { 0.23 + 0.062 * log2(min($0, breakpoint) / 363) }
    let low = zip(x, y).map { x, y in y - 0.06 - 0.02 * abs(log2(x / 8000)) / 5 }
    let high = zip(x, y).map { x, y in min(1, y + 0.05 + 0.015 * abs(log2(x / 8000)) / 5) }
    return Figure(
      title: "Majority voting stops paying near 50,000 tokens",
      subtitle:
        "o1-mini, share of 30 AIME 2024 problems solved, by tokens used per problem (log scale)",
      notes: [
        "Bars: 95 % Wilson intervals, 30 problems each. Band: 95 % bootstrap of the fit. The last four points were read off a published figure."
      ],
      source: "H. Zhang and C. Chen, 2024.",
      description:
        "Accuracy rises 6.2 points per doubling of tokens up to 50,000 tokens, then stays flat at 67 percent.",
      panels: [
        Panel(
          x: Axis("Tokens used per problem", scale: .log2, format: .tokens),
          y: Axis("Problems solved", format: .percent),
          marks: [
            .region(RegionMark(from: breakpoint, label: "no further gain")),
            .band(BandMark(x: x, low: low, high: high, style: SeriesStyle(0))),
            .line(
              LineMark(
                x: x, y: y, style: SeriesStyle(0),
                label: SeriesLabel("flat at 67 %", detail: "95 % interval 49–81"))),
            .points(
              PointsMark(
                single, style: SeriesStyle(0), label: SeriesLabel("one answer, longer"))),
            .points(
              PointsMark(voted, style: SeriesStyle(1), label: SeriesLabel("majority vote"))),
            .text(
              TextMark(
                "+6.2 points per doubling", x: 3000, y: 0.42, style: SeriesStyle(0))),
          ])
      ])
  }()

  static func saturating(_ index: Int, ceiling: Double, rate: Double, name: String) -> [Mark] {
    let style = SeriesStyle(index)
    let model = { (x: Double) in ceiling * (1 - exp(-rate * log2(x + 1))) }
    let observed = (0..<10).map { pow(2, Double($0)) }
    let x = logSpaced(1, 2048, 100)
    return [
      .band(
        BandMark(
          x: x, low: x.map { model($0) - 0.02 - 0.003 * log2($0) },
          high: x.map { model($0) + 0.02 + 0.003 * log2($0) }, style: style)),
      .line(
        LineMark(
          x: x, y: x.map(model), style: style, line: LineStyle(solidRange: 1...512),
          label: SeriesLabel(name, detail: "\(Int(ceiling * 100)) % ceiling"))),
      .points(
        PointsMark(
          observed.enumerated().map { offset, x in
            PointDatum(x: x, y: model(x) + 0.015 * sin(Double(offset * 7 + index * 3)))
          }, style: style, label: SeriesLabel(name))),
    ]
  }

  static let fourSeries = Figure(
    title: "More samples help every model, but the ceilings differ",
    subtitle:
      "Share of MATH problems answered correctly by majority vote, by samples per problem (log scale)",
    notes: ["Lines: saturating fits, dashed beyond the data. Bands: 95 % bootstrap."],
    source: "Example data.", description: "Four curves rise and flatten at 44 to 91 percent.",
    panels: [
      Panel(
        x: Axis("Samples per problem", scale: .log2, format: .tokens),
        y: Axis("Problems solved", format: .percent),
        marks: saturating(0, ceiling: 0.91, rate: 0.42, name: "Qwen2.5 72B")
          + saturating(1, ceiling: 0.82, rate: 0.36, name: "Llama 3.1 70B")
          + saturating(2, ceiling: 0.79, rate: 0.25, name: "Llama 3.1 8B")
          + saturating(3, ceiling: 0.44, rate: 0.3, name: "Gemma 2B"))
    ])

  static let twelveSeries = Figure(
    title: "Twelve models end within nine points of each other",
    subtitle: "Accuracy by reasoning tokens (log scale)",
    source: "Example data.", description: "Twelve curves with near-equal ends.",
    panels: [
      Panel(
        x: Axis("Reasoning tokens per problem", scale: .log2, format: .tokens),
        y: Axis("Accuracy", format: .percent),
        marks: (0..<12).flatMap { index -> [Mark] in
          let x = (0..<9).map { pow(2, Double($0 + 8)) }
          let y = x.enumerated().map { step, _ in
            0.2 + 0.06 * Double(step) + 0.008 * Double(index)
              - 0.004 * Double(step * index % 7)
          }
          return [
            .line(
              LineMark(
                x: x, y: y, style: SeriesStyle(index), line: .thin,
                label: SeriesLabel("model-\(index)-preview"))),
            .points(
              PointsMark(
                zip(x, y).map { PointDatum(x: $0, y: $1) }, style: SeriesStyle(index),
                label: SeriesLabel("model-\(index)-preview"))),
          ]
        })
    ])

  static let frontier: Figure = {
    let rows: [(String, Double, Double, Bool)] = [
      ("gpt-5-nano-2025-08-07-minimal", 0.0021, 0.31, true),
      ("gpt-5-nano-2025-08-07-medium", 0.0068, 0.61, true),
      ("gpt-5-nano-2025-08-07-high", 0.0151, 0.66, false),
      ("gpt-5-mini-2025-08-07-minimal", 0.0094, 0.47, false),
      ("gpt-5-mini-2025-08-07-medium", 0.0187, 0.74, true),
      ("gpt-5-mini-2025-08-07-high", 0.0442, 0.79, true),
      ("gpt-5-2025-08-07-minimal", 0.041, 0.58, false),
      ("gpt-5-2025-08-07-low", 0.071, 0.765, false),
      ("gpt-5-2025-08-07-medium", 0.112, 0.842, true),
      ("gpt-5-2025-08-07-high", 0.231, 0.862, true),
      ("o4-mini-2025-04-16-high", 0.101, 0.781, false),
      ("o3-2025-04-16-high", 0.29, 0.823, false),
      ("claude-sonnet-4-5-thinking", 0.244, 0.833, false),
      ("claude-opus-4-1-thinking", 1.31, 0.821, false),
      ("gemini-2.5-pro", 0.224, 0.838, false),
      ("gemini-2.5-flash", 0.061, 0.741, false),
      ("deepseek-r1-0528", 0.052, 0.732, false),
    ]
    let best = rows.filter(\.3).sorted { $0.1 < $1.1 }
    return Figure(
      title: "Six configurations are worth their price",
      subtitle: "GPQA Diamond accuracy by cost per question (log scale)",
      notes: ["Line: no other model is both cheaper and better."],
      source: "Example data.", description: "A Pareto frontier of cost and accuracy.",
      panels: [
        Panel(
          x: Axis("Cost per question", scale: .log10, format: .dollars),
          y: Axis("Accuracy", format: .percent),
          marks: [
            .line(
              LineMark(
                x: best.map(\.1), y: best.map(\.2), style: SeriesStyle(0), line: .thin)),
            .points(
              PointsMark(
                rows.filter { !$0.3 }.map { PointDatum(x: $0.1, y: $0.2, label: $0.0) },
                style: .neutral, emphasis: .hollow)),
            .points(
              PointsMark(
                rows.filter(\.3).map { PointDatum(x: $0.1, y: $0.2, label: $0.0) },
                style: SeriesStyle(0))),
            .pointLabels(
              PointLabels(
                rows.filter(\.3).map { .init($0.0, x: $0.1, y: $0.2, priority: 1) },
                style: SeriesStyle(0))),
            .pointLabels(
              PointLabels(rows.filter { !$0.3 }.map { .init($0.0, x: $0.1, y: $0.2) })),
          ])
      ])
  }()

  static let bothLenses: Figure = {
    let x = logSpaced(256, 131_072, 120)
    let y = x.map { 0.18 + 0.055 * log2($0 / 256) }
    let observed = points(
      (0..<10).map { (256 * pow(2, Double($0)), 0.18 + 0.055 * Double($0)) }, count: 198)
    let marks: [Mark] = [
      .band(
        BandMark(
          x: x, low: y.map { $0 - 0.04 }, high: y.map { $0 + 0.04 }, style: SeriesStyle(0))),
      .line(
        LineMark(
          x: x, y: y, style: SeriesStyle(0),
          label: SeriesLabel("fit", detail: "+5.5 points per doubling"))),
      .points(PointsMark(observed, style: SeriesStyle(0), label: SeriesLabel("o1 replica"))),
    ]
    let vertical = Axis("Questions answered correctly", format: .percent)
    return Figure(
      title: "The same curve looks like a wall or like a ladder",
      subtitle: "Accuracy on GPQA Diamond by reasoning tokens, on two kinds of axis",
      notes: ["Bars: 95 % Wilson intervals, 198 questions each."], source: "Example data.",
      description: "Two panels with the same data.",
      panels: [
        Panel(
          heading: "Linear axis",
          x: Axis("Reasoning tokens per question", format: .tokens), y: vertical, marks: marks),
        Panel(
          heading: "Logarithmic axis",
          x: Axis("Reasoning tokens per question", scale: .log2, format: .tokens), y: vertical,
          marks: marks),
      ])
  }()

  static let compute: Figure = {
    let x = logSpaced(1e18, 1e26, 60)
    let y = x.map { 1.7 + 900 * pow($0, -0.155) }
    return Figure(
      title: "Loss falls as a power of compute, down to a floor",
      subtitle: "Test loss in nats per token by training compute in FLOP (log scale)",
      source: "Example data.", description: "A power law with an irreducible error.",
      panels: [
        Panel(
          x: Axis("Training compute (FLOP)", scale: .log10, format: .powersOfTen),
          y: Axis("Test loss (nats per token)"),
          marks: [
            .rule(RuleMark(.horizontal, at: 1.7, label: "irreducible error 1.70")),
            .rule(RuleMark(.vertical, at: 1e24, label: "largest run")),
            .line(
              LineMark(
                x: x, y: y, style: SeriesStyle(2), line: LineStyle(solidRange: 0...1e24),
                label: SeriesLabel("power law", detail: "exponent −0.155"))),
            .points(
              PointsMark(
                stride(from: 18.0, through: 24, by: 0.5).map {
                  PointDatum(
                    x: pow(10, $0),
                    y: 1.7 + 900 * pow(pow(10, $0), -0.155) * (1 + 0.03 * sin($0 * 9)))
                }, style: SeriesStyle(2))),
          ])
      ])
  }()

  static let narrowRange = Figure(
    title: "Two points separate the best prompt from the worst",
    subtitle: "Accuracy by year of release",
    source: "Example data.", description: "Few points in a narrow range.",
    panels: [
      Panel(
        x: Axis("Year", format: .year), y: Axis("Accuracy", format: .percent),
        marks: [
          .points(
            PointsMark(
              [(2021, 0.712), (2022, 0.716), (2023, 0.721), (2024, 0.732)].map {
                PointDatum(x: $0.0, y: $0.1)
              }, style: SeriesStyle(3), label: SeriesLabel("prompt A")))
        ])
    ])

  static let oddText = Figure(
    title: "A <title> & a \"quote\"\u{1}\u{7} with 改进的推理能力随着计算量的增加而提高并且没有停止的迹象 in it",
    subtitle: String(repeating: "verylongwordwithoutspaces", count: 20),
    notes: [String(repeating: "A note that goes on. ", count: 20)], source: "‏مصدر البيانات",
    description: "Text that must not break anything.",
    panels: [
      Panel(
        x: Axis("x", scale: .log10), y: Axis("y"),
        marks: [
          .line(
            LineMark(
              x: [1, 2, .nan, 4, 8, 16, -3], y: [1, 2, 3, .infinity, 5, 7, 1],
              style: SeriesStyle(0),
              label: SeriesLabel(String(repeating: "label ", count: 90), detail: "نموذج"))),
          .line(
            LineMark(
              x: [1, 20], y: [7, 7.1], style: SeriesStyle(1),
              label: SeriesLabel("نموذج لغوي كبير"))),
          .points(
            PointsMark([PointDatum(x: 0, y: 1), PointDatum(x: 4, y: .nan)], style: SeriesStyle(1))),
        ])
    ])

  static let replicates: Figure = {
    func curve(_ x: Double, _ ceiling: Double) -> Double { ceiling * (1 - exp(-x / 9000)) }
    let short = (1...8).map { Double($0) * 1500 }
    let long = (1...12).map { Double($0) * 2500 }
    let runs = long.flatMap { x in
      (0..<20).map { run in
        PointDatum(x: x, y: curve(x, 42) + 4 * sin(Double(run * 5) + x / 700))
      }
    }
    return Figure(
      title: "The long run keeps its lead",
      subtitle: "Score by steps; small points are single runs",
      notes: ["Hollow points were not used in the fit."], source: "Example data.",
      description: "Two curves, one of which stops early.",
      panels: [
        Panel(
          x: Axis("Steps", format: .count), y: Axis("Score (points)"),
          marks: [
            .region(RegionMark(to: 4000, label: "warm-up")),
            .rule(RuleMark(.horizontal, at: 30, label: "human baseline")),
            .rule(RuleMark(.vertical, at: 12_000, label: "early stop")),
            .rule(RuleMark(.vertical, at: 13_500, label: "rate cut")),
            .points(PointsMark(runs, style: SeriesStyle(0), emphasis: .faint)),
            .line(
              LineMark(
                x: long, y: long.map { curve($0, 42) }, style: SeriesStyle(0),
                label: SeriesLabel("long run", detail: "20 seeds"))),
            .line(
              LineMark(
                x: short, y: short.map { curve($0, 25) }, style: SeriesStyle(1), line: .dashed,
                label: SeriesLabel("short run"))),
            .points(
              PointsMark(
                short.map { PointDatum(x: $0, y: curve($0, 25) + sin($0)) },
                style: SeriesStyle(1), label: SeriesLabel("short run, left out"),
                emphasis: .hollow)),
            .text(
              TextMark(
                "crosses the baseline", x: 11_300, y: 30, detail: "after 11,300 steps")),
          ])
      ])
  }()

  static let smallMultiples = Figure(
    title: "Every benchmark bends at its own place",
    subtitle: "Accuracy by samples per problem (log scale)",
    source: "Example data.", description: "Four panels with one curve each.",
    panels: ["AIME 2024", "MATH 500", "GPQA Diamond", "LiveCodeBench"].enumerated().map {
      index, name in
      Panel(
        heading: name, x: Axis("Samples", scale: .log2, format: .tokens),
        y: Axis("Accuracy", format: .percent),
        marks: saturating(0, ceiling: 0.9 - 0.15 * Double(index), rate: 0.5, name: "Qwen2.5 72B")
          + saturating(1, ceiling: 0.7 - 0.12 * Double(index), rate: 0.3, name: "Llama 3.1 8B"))
    })
}
