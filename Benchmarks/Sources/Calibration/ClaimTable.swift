import ScalingAnalysis

/// The error rates of `scaling check` as a Markdown document.
struct ClaimTable {
  let runs: Int
  let seed: UInt64

  /// Runs everything on two threads.
  func markdown() -> String {
    ([
      "# How often a verdict is wrong, and how often one is reached", "",
      "Written by `make calibration` (seed \(seed)), at the default level of 5 %: every accuracy is a "
        + "binomial share of its questions. Wrong verdicts in more than 5 % of runs are in bold. ",
      "",
    ] + shapes.lines + figures.lines).joined(separator: "\n")
  }

  private var shapes: CoverageTable {
    let cells = ClaimTruth.all.flatMap { truth in
      ShapeClaimSimulation.designs.map { (truth, $0) }
    }.enumerated().map {
      ShapeClaimSimulation(
        truth: $1.0, design: $1.1, runs: Sampling(first: runs), seed: seed &+ UInt64($0))
    }
    let verdicts = parallelMap(cells.count, threads: 2) { cells[$0].run() }
    var table = CoverageTable(
      title: "Claims on the shape of a curve",
      explanation:
        "Supported / contradicted, in percent of \(runs) simulated curves a row, \(Sampling(first: runs).most) where a wrong "
        + "verdict came up in more than 5 % of those, with "
        + "\(ShapeClaimSimulation.simulations) simulations for each family; the Monte Carlo error of 5 % is "
        + "\(Self.error(runs)) points. ✓ marks claims that hold: \"contradicted\" is wrong there. "
        + "Where they do not, \"supported\" is wrong, unless the truth departs from the nearest "
        + "straight line, logarithmic curve or power law by less than a tenth of its own spread "
        + "over the points (≈): such a curve is the claimed one to within the margin that every "
        + "finding states, and neither verdict is wrong. A logistic curve has diminishing returns "
        + "where it slows down from the start, and to within the margin (≈) where it accelerates "
        + "over less than a tenth of its rise. Of a flat curve, which belongs to every family and shows none, both verdicts are "
        + "wrong. The far ceiling is a power-law approach to a ceiling of 2.1 beyond all "
        + "accuracies, almost logarithmic in range. Verdicts that are right are the power.",
      header: ["truth", "points", "decades", "questions"]
        + ShapeClaimSimulation.shapes.map(\.rawValue))
    table.rows = zip(cells, verdicts).map { $0.row($1) }
    return table
  }

  private var figures: CoverageTable {
    let cells = FigureClaimSimulation.figures.flatMap { figure in
      FigureClaimSimulation.designs.map { (figure, $0) }
    }.enumerated().map {
      FigureClaimSimulation(
        figure: $1.0, design: $1.1, runs: figureRuns, seed: seed &+ 7000 &+ UInt64($0))
    }
    let shares = parallelMap(cells.count, threads: 2) { cells[$0].run() }
    var table = CoverageTable(
      title: "Claims on sizes and comparisons",
      explanation: "\(figureRuns.first) curves, or pairs of curves, a row, \(figureRuns.most) "
        + "where a wrong verdict came up in more than 5 % of those; the Monte Carlo errors of 5 % "
        + "are \(Self.error(figureRuns.first)) and \(Self.error(figureRuns.most)) points. The first two claims are true and "
        + "\"contradicted\" is counted; the next two are false by a hair and \"supported\" is "
        + "counted; the last two show the power, of \"supported\" and of \"contradicted\". The margin is a "
        + "fifth of gains, ratios and positions, and 5 points of levels and differences. The "
        + "second curve of a comparison rises 0.7 times as far from 6 points higher.",
      header: ["figure", "family", "points", "decades", "questions"]
        + FigureClaimSimulation.header)
    table.rows = zip(cells, shares).map { $0.row($1) }
    return table
  }

  private var figureRuns: Sampling { Sampling(first: 4 * runs) }

  /// The standard error of a share of 5 %, in points.
  private static func error(_ runs: Int) -> Double {
    ((0.05 * 0.95 / Double(runs)).squareRoot() * 1000).rounded() / 10
  }
}
