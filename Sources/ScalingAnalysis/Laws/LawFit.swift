/// A training law fitted to runs.
public struct LawFit: Sendable {
  /// What the law is fitted by, and how.
  public struct Settings: Sendable, Equatable {
    /// The form of the law.
    public var form: LawForm
    /// What is minimised.
    public var objective: LawObjective
    /// Coefficients that are held fixed, by name.
    public var fixed: [String: Double]
    /// How starts are chosen.
    public var search: LawSearchMethod
    /// The one start of a descent, with every coefficient that is not fixed, instead of a search.
    public var start: [String: Double]?
    /// Threads; the result is the same for any number.
    public var threads: Int

    /// Settings; the objective is the form's own unless given.
    public init(
      form: LawForm = .hoffmann, objective: LawObjective? = nil, fixed: [String: Double] = [:],
      search: LawSearchMethod = .profile, start: [String: Double]? = nil, threads: Int = 1
    ) {
      self.form = form
      self.objective = objective ?? form.standardObjective
      self.fixed = fixed
      self.search = search
      self.start = start
      self.threads = threads
    }
  }

  /// What was fitted, and how.
  public let settings: Settings
  /// The runs.
  public let data: LawData
  /// The law at the optimum.
  public let law: TrainingLaw
  /// The objective at the optimum.
  public let value: Double
  /// How the search ended.
  public let termination: Termination
  /// How many of the starts ended at the same value.
  public let agreeingStarts: Int
  /// Local minima at most a tenth above the value, apart from it and from each other, the lowest
  /// first: what a search that stopped earlier would have returned.
  public let otherMinima: [LawMinimum]
  /// Nodes of the grid of exponents that the search looked at.
  public let searchedNodes: Int
  /// Weaknesses.
  public let diagnostics: [LawDiagnostic]

  /// The logarithm of a factor that is zero.
  static let vanished = -800.0

  let theta: [Double]
  let free: [Int]
  let kernel: any LawKernel
  let rows: LawRows

  /// Whether a coefficient was estimated.
  public func isEstimated(_ name: String) -> Bool {
    settings.fixed[name] == nil
  }

  /// The fitted loss of each run.
  public var fitted: [Double] { data.count == 0 ? [] : LawFit.values(of: law, on: data) }

  static func values(of law: TrainingLaw, on data: LawData) -> [Double] {
    (0..<data.count).map { row in law.loss(at: data.columns.map { $0[row] }) }
  }

  /// 1 − RSS/TSS of the loss itself; absent when all losses are equal.
  public var rSquared: Double? {
    let mean = data.loss.reduce(0, +) / Double(data.count)
    let total = data.loss.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let rest = zip(fitted, data.loss).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return total > 0 ? 1 - rest / total : nil
  }
}

/// A local minimum of the objective.
public struct LawMinimum: Sendable, Equatable {
  /// The law there.
  public let law: TrainingLaw
  /// The objective there.
  public let value: Double
}

extension LawObjective {
  /// The objective of a law on runs, whether it was fitted to them or not.
  public func value(of law: TrainingLaw, on data: LawData) -> Double {
    var sum = 0.0
    for (fitted, loss) in zip(LawFit.values(of: law, on: data), data.loss) {
      sum += rowLoss(logarithm(fitted), logLoss: logarithm(loss)).value
    }
    return sum * reportingFactor(rows: Double(data.count))
  }
}
