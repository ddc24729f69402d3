internal import ScalingAnalysis
internal import ScalingData

/// What a reader of a frontier must know, one sentence each with a stable code.
struct FrontierRemarks {
  let report: FrontierReport

  private var analysis: FrontierAnalysis { report.analysis }

  var all: [String] {
    [
      mixed, mixedUnits, unknownCost, noCost, repetitions, withoutPrice, uncounted, readTokens,
      exact, simulated, shortLadders, contestedLadders, noScatter,
    ].compactMap(\.self)
  }

  private var mixed: String? {
    let identities = Set(analysis.records.map(\.identity)).count
    guard identities > 1 else { return nil }
    let names = report.table.roles.identity.map(\.column).joined(separator: ", ")
    return "mixed: records of \(identities) values of \(names) compete with each other; keep one "
      + "with --where"
  }

  private var mixedUnits: String? { report.table.y.remark }

  private var unknownCost: String? {
    let records = analysis.leftOut.unknownCost
    guard !records.isEmpty, report.prices == nil else { return nil }
    return "unknown-cost: \(counted(records.count, "record")) without a cost left out: "
      + Self.list(records.map(\.name))
  }

  private var noCost: String? {
    let records = analysis.leftOut.noCost
    guard !records.isEmpty else { return nil }
    return "no-cost: \(counted(records.count, "record")) with a cost of 0 or less left out, which "
      + "no axis of ratios holds: " + Self.list(records.map { "\($0.name) (line \($0.line))" })
  }

  private var repetitions: String? {
    let count = analysis.leftOut.repetitions
    return count == 0
      ? nil
      : "repeated: \(counted(count, "record")) that \(count == 1 ? "repeats" : "repeat") an "
        + "earlier one count once"
  }

  private var withoutPrice: String? {
    guard let models = report.prices?.records.modelsWithoutPrice, !models.isEmpty else {
      return nil
    }
    return "no-price: \(report.prices?.list.input.path ?? "") has no price for "
      + Self.list(models) + ": their records are left out"
  }

  private var uncounted: String? {
    guard let count = report.prices?.records.uncountedRecords, count > 0 else { return nil }
    return "no-tokens: \(counted(count, "record")) left out, whose tokens are unknown or of a kind "
      + "without a price"
  }

  private var readTokens: String? {
    guard report.prices != nil,
      analysis.records.allSatisfy({ $0.tokens.input == nil && $0.tokens.cached == nil })
    else { return nil }
    return "written-only: no column counts the tokens read, so costs are those of written tokens"
  }

  private var exact: String? {
    let count = analysis.spreads.count { $0 == .none }
    guard count > 0 else { return nil }
    let isAccuracy = report.table.y.unit != .number
    let source = isAccuracy ? "questions (--items) or standard errors" : "standard errors"
    return count == analysis.spreads.count
      ? "exact-scores: scores are taken as exact, because no \(source) (--stderr) are known; no "
        + "chance can be given"
      : "exact-scores: \(counted(count, "record")) without \(source) count as exact"
  }

  private var simulated: String? {
    guard analysis.chances != nil else { return nil }
    return "simulated: chances are good to ±\(FrontierWords(report).simulationError) points "
      + "(standard error of \(report.settings.draws) draws); true scores are drawn independently: "
      + "where records answered the same questions, differences are known better than that, and "
      + "chances lie nearer to 0 or 1"
  }

  private var shortLadders: String? {
    let short = analysis.ladders.count { $0.isShort }
    guard short > 0 else { return nil }
    return "few-points: \(counted(short, "ladder")) of 2 or 3 records: R² of a line through so few "
      + "is no evidence of a shape"
  }

  /// Records that contradict each other have no place on a ladder, which a single one of them may
  /// leave with too few.
  private var contestedLadders: String? {
    let sizes = Dictionary(
      grouping: analysis.records.indices.compactMap { analysis.records[$0].ladder }, by: \.self
    ).mapValues(\.count)
    let names = analysis.conflicts.flatMap(\.records).map { analysis.records[$0] }
      .filter { $0.ladder.map { sizes[$0] ?? 0 > 1 } ?? false }.map(\.name)
    guard !names.isEmpty else { return nil }
    return "contested: records that contradict each other are on no ladder, since it is not known "
      + "which of them is its rung: \(Self.list(names))"
  }

  private var noScatter: String? {
    let names = analysis.ladders.filter(\.hasNoScatter).map(\.name)
    guard !names.isEmpty else { return nil }
    return "no-scatter: all records lie exactly on the line of \(Self.list(names)): how far they "
      + "scatter is not known from them, so the slope has no interval"
  }

  /// At most five different names, and how many more there are.
  private static func list(_ all: [String]) -> String {
    var known = Set<String>()
    let names = all.filter { known.insert($0).inserted }
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? shown + " and \(names.count - 5) more" : shown
  }
}
