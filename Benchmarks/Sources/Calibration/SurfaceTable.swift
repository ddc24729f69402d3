import ScalingAnalysis

/// What the interval of an exchange rate covers, as a Markdown document.
struct SurfaceTable {
  let runs: Sampling
  let seed: UInt64

  /// How often each interval holds the truth.
  private struct Tally: Sendable {
    var fieller = Share()
    var bootstrap = Share()
    /// The training of the least total cost, and the demand at which both ends cost the same.
    var training = Share()
    var breakEven = Share()
    var open = Share()
    var interaction = Share()
    var falls = Share()
  }

  private static let replicates = 200

  func markdown() -> String {
    let truths = SurfaceTruth.all
    let tallies = parallelMap(truths.count, threads: 2) { row in
      var tally = Tally()
      runs.run(into: &tally, isDoubtful: { $0.fieller.isOutside() || $0.training.isOutside() }) {
        number, tally in
        add(truths[row], UInt64(row) << 32 | UInt64(number), &tally)
      }
      return tally
    }
    let head = [
      "models", "deviation", "questions", "orders of training", "rate", "bootstrap", "open",
      "best training", "break-even",
      "interaction said", "falls said",
    ]
    var lines = [
      "# Does the interval of an exchange rate hold what it promises?", "",
      "Written by `make calibration` (seed \(seed)): \(runs); the Monte Carlo errors are "
        + "\(runs.errors) points. Each model has a training compute drawn evenly over the orders, "
        + "six inference computes over two orders, log-odds of its own with the standard deviation "
        + "of the row, and answers to the same questions throughout. **Rate** is the coverage of the "
        + "95 % interval that is reported: a delete-one-model jackknife, Student's t at the models "
        + "less one, and Fieller's theorem, on the additive surface, an open end covering. "
        + "**Bootstrap** is that of percentiles over \(Self.replicates) refits of models drawn with "
        + "replacement, for comparison. **Open** is how often an end is open. **Best training** is the "
        + "training of the least total cost for \(Int(100 * SurfaceTruth.target)) % at a demand for which "
        + "it lies in the middle, and **break-even** the demand at which the least and the most training "
        + "cost the same, both where they lie within the measurements. **Interaction said** and "
        + "**falls said** are how often the tests at 5 % find what is not there: an interaction, and "
        + "a fall of accuracy along training (which a model's own deviation can really cause).", "",
      CoverageTable.row(head), CoverageTable.row(head.map { _ in "---" }),
    ]
    for (truth, tally) in zip(truths, tallies) {
      lines.append(
        CoverageTable.row([
          "\(truth.clusters)", "\(truth.deviation)", truth.questions.map { "\($0)" } ?? "no noise",
          "\(truth.orders)", CoverageTable.judged(tally.fieller),
          CoverageTable.percent(tally.bootstrap), CoverageTable.percent(tally.open),
          CoverageTable.judged(tally.training), CoverageTable.judged(tally.breakEven),
          CoverageTable.percent(tally.interaction), CoverageTable.percent(tally.falls),
        ]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func add(_ truth: SurfaceTruth, _ stream: UInt64, _ tally: inout Tally) {
    var random = RandomSource(seed: seed, stream: stream)
    guard let data = try? truth.sample(&random),
      let analysis = try? SurfaceAnalysis(
        data, settings: .init(replicates: Self.replicates, seed: seed &+ stream))
    else { return }
    // Conditional on the form: the interval of the additive surface, which is true.
    if let interval = analysis.additiveRate.interval {
      tally.fieller.count(interval.covers(SurfaceTruth.rate))
      tally.open.count(!interval.isClosed)
    }
    count(analysis, &tally)
    if analysis.preferred.form == .additive, let interval = analysis.bootstrapInterval {
      tally.bootstrap.count(interval.covers(SurfaceTruth.rate))
    }
    tally.interaction.count(analysis.preferred.form == .interaction)
    if let isContradicted = analysis.monotone.isContradicted { tally.falls.count(isContradicted) }
  }

  private func count(_ analysis: SurfaceAnalysis, _ tally: inout Tally) {
    let question = SurfaceLifetime.Question(
      target: SurfaceTruth.target, demands: [SurfaceTruth.demand], unitCompute: SurfaceTruth.unit)
    guard let life = analysis.lifetime(question) else { return }
    if let interval = life.best.first?.training.interval {
      tally.training.count(interval.covers(1e21))
    }
    if let interval = life.breakEven?.queries.interval {
      tally.breakEven.count(interval.covers(SurfaceTruth.breakEven(analysis.data)))
    }
  }
}
