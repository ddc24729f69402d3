import Foundation
import ScalingAnalysis

/// How often comparisons of two series cover the truth: series of different sizes and noises.
enum PairSimulation {
  /// Two true curves of one family and the places and noise of their series.
  private struct Cell: Sendable {
    let family: ModelName
    let points: (Int, Int)
    let sd: (Double, Double)
    /// How much the second truth lies above the first, and times what it rises.
    let shift = 0.06
    let factor = 0.7

    var label: [String] {
      [family.rawValue, "\(points.0), \(points.1)", "\(sd.0), \(sd.1)"]
    }

    func design(_ which: Int) -> Design {
      Design(
        points: which == 0 ? points.0 : points.1, decades: 3.5,
        noise: .gaussian(which == 0 ? sd.0 : sd.1))
    }

    func value(_ which: Int, at x: Double) -> Double {
      let value = Truth(family: family).value(at: x, design(which))
      if which == 0 { return value }
      // Of the same family: a power law is moved on its logarithms.
      return family == .powerLaw
        ? 0.15 * 1.4 * pow(value / 0.15, factor) : 0.2 + shift + factor * (value - 0.2)
    }

    /// Where the true curves meet.
    var crossing: Double {
      var (low, high) = (Design.smallestX, design(0).largestX)
      for _ in 0..<80 {
        let middle = (low * high).squareRoot()
        if value(0, at: middle) < value(1, at: middle) { low = middle } else { high = middle }
      }
      return low
    }

    func data(_ which: Int, _ random: inout RandomSource) -> CurveData {
      let design = design(which)
      return CurveData(
        x: design.x, y: design.x.map { design.observe(value(which, at: $0), &random) },
        isAccuracy: false)
    }
  }

  private static let cells: [Cell] = [ModelName.linear, .logLinear, .logistic, .hinge, .powerLaw]
    .flatMap { family in
      [
        Cell(family: family, points: (8, 8), sd: (0.02, 0.02)),
        Cell(family: family, points: (8, 24), sd: (0.02, 0.06)),
        Cell(family: family, points: (24, 8), sd: (0.02, 0.06)),
        Cell(family: family, points: (15, 40), sd: (0.05, 0.05)),
      ]
    }

  private static let judged = ["difference", "average", "crossing", "ratio"]

  static func table(pairs: Sampling, seed: UInt64) -> CoverageTable {
    let shares = parallelMap(cells.count, threads: 2) { number in
      coverage(cells[number], pairs: pairs, seed: seed &+ 3000 &+ UInt64(number))
    }
    var table = CoverageTable(
      title: "Two series compared",
      explanation: "\(pairs), over 3.5 decades; the second curve rises 0.7 times as far "
        + "from a higher start and crosses the first. **Difference** is at the end of the "
        + "range, **average** over it. A logistic with its floor free is fitted to the logistics. "
        + "**Unbounded** is the share of ratios whose set is not bounded.",
      header: [
        "truth", "points", "sd", "difference", "average", "crossing", "slope ratio", "unbounded",
      ])
    for (cell, share) in zip(cells, shares) {
      table.rows.append(
        cell.label
          + judged.map { CoverageTable.judged(share[$0]) }
          + [CoverageTable.percent(share["unbounded"])])
    }
    return table
  }

  private static func coverage(_ cell: Cell, pairs: Sampling, seed: UInt64) -> [String: Share] {
    var result: [String: Share] = [:]
    let crossing = cell.crossing
    let last = cell.design(0).largestX
    pairs.run(
      into: &result, isDoubtful: { shares in judged.contains { shares[$0]?.isOutside() ?? false } }
    ) {
      number, result in
      var random = RandomSource(seed: seed, stream: UInt64(number))
      let selection = FamilySelection(floor: .free)
      let fits = [0, 1].compactMap { which -> Fit? in
        let data = cell.data(which, &random)
        return try? selection.model(cell.family, for: data).fit(to: data)
      }
      guard fits.count == 2 else { return }
      let pair = FitPair(fits[0], fits[1])
      let set = { (kind: PairQuantity.Kind) -> ConfidenceSet? in
        try? pair.estimate(PairQuantity(kind, first: "A", second: "B"))?.set
      }
      func tally(_ name: String, _ set: ConfidenceSet?, _ value: Double) {
        guard let set else { return }
        result[name, default: Share()].count(set.contains(value))
      }
      tally(
        "difference", set(.difference(at: last)),
        cell.value(0, at: last) - cell.value(1, at: last))
      tally("average", set(.difference(at: nil)), average(cell))
      tally("crossing", set(.crossing(within: nil)), crossing)
      if let ratio = set(.slopeRatio) {
        tally("ratio", ratio, 1 / cell.factor)
        result["unbounded", default: Share()].count(!ratio.isBounded)
      }
    }
    return result
  }

  /// The true difference on average over equal ratios, by the rule of the library.
  private static func average(_ cell: Cell) -> Double {
    let places = cell.design(0).grid(65)
    return places.enumerated().reduce(0) { sum, place in
      let weight = (place.offset == 0 || place.offset == 64 ? 0.5 : 1) / 64
      return sum + weight * (cell.value(0, at: place.element) - cell.value(1, at: place.element))
    }
  }
}
