public import ScalingAnalysis
public import ScalingData

/// Everything `scaling law` knows about a table of runs: the law, how certain it is, and what
/// follows from it.
public struct LawReport: Sendable {
  /// What is asked of the law.
  public struct Settings: Sendable {
    /// The fit.
    public var fit: LawFit.Settings
    /// Refits, or `nil` for none.
    public var bootstrap: LawBootstrap?
    /// Training budgets in FLOP to divide.
    public var budgets: [Double]
    /// Inputs at which the loss is wanted.
    public var positions: [[Double]]
    /// Laws to compare with.
    public var against: [NamedLaw]

    /// Settings for a report.
    public init(
      fit: LawFit.Settings = LawFit.Settings(), bootstrap: LawBootstrap? = nil,
      budgets: [Double] = [], positions: [[Double]] = [], against: [NamedLaw] = []
    ) {
      self.fit = fit
      self.bootstrap = bootstrap
      self.budgets = budgets
      self.positions = positions
      self.against = against
    }
  }

  /// A law with a name.
  public struct NamedLaw: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// The law.
    public var law: TrainingLaw

    /// A law with a name.
    public init(name: String, law: TrainingLaw) {
      self.name = name
      self.law = law
    }
  }

  /// A loss that follows from the law.
  public struct Prediction: Sendable, Equatable {
    /// One value per input of the law.
    public let inputs: [Double]
    /// The loss.
    public let loss: Double
    /// Its interval over the refits.
    public let interval: Interval?
  }

  /// A division of a budget, with intervals over the refits.
  public struct Optimum: Sendable, Equatable {
    /// The division.
    public let optimum: ComputeOptimum
    /// The interval of N.
    public let parameters: Interval?
    /// The interval of D.
    public let tokens: Interval?
    /// The interval of D/N.
    public let tokensPerParameter: Interval?
    /// The interval of the loss.
    public let loss: Interval?
  }

  /// How a law does on runs that were kept out of its fit.
  public struct HoldOut: Sendable, Equatable {
    /// The condition.
    public let condition: String
    /// Runs kept out.
    public let rows: Int
    /// The root mean square of ln y − ln ŷ on them.
    public let logError: Double
    /// The same on the runs of the fit.
    public let fittedLogError: Double
  }

  /// The table.
  public let input: InputIdentity
  /// The columns by input of the law, the loss last.
  public let columns: [String]
  /// What was asked.
  public let settings: Settings
  /// The fit.
  public let fit: LawFit
  /// The refits.
  public let bootstrap: LawBootstrapResult?
  /// Divisions of the budgets.
  public let optima: [Optimum]
  /// Losses at the positions.
  public let predictions: [Prediction]
  /// Comparisons with other laws.
  public let comparisons: [LawComparison]
  /// The hold-out, if there was one.
  public let holdOut: HoldOut?
  /// Weaknesses of the fit, the refits and the predictions.
  public let diagnostics: [LawDiagnostic]
  /// Choices made by the reading.
  public let notes: [String]

  /// Fits the law and computes what is asked.
  ///
  /// - Throws: `FitError` when the runs cannot carry the law.
  public init(
    _ data: LawData, input: InputIdentity, notes: [String] = [], settings: Settings,
    holdOut: (condition: String, data: LawData)? = nil
  ) throws(FitError) {
    self.input = input
    self.notes = notes
    self.settings = settings
    columns = data.names
    let fit = try LawFit(data, settings: settings.fit)
    self.fit = fit
    let hasFreedom = settings.fit.form.coefficientNames.contains(where: fit.isEstimated)
    let bootstrap = hasFreedom ? settings.bootstrap?.run(fit) : nil
    self.bootstrap = bootstrap
    optima = settings.budgets.compactMap { Self.optimum($0, fit.law, bootstrap) }
    predictions = settings.positions.map { inputs in
      Prediction(
        inputs: inputs, loss: fit.law.loss(at: inputs),
        interval: bootstrap?.interval { $0.loss(at: inputs) })
    }
    var comparisons: [LawComparison] = []
    for other in settings.against {
      comparisons.append(
        try LawComparison(other.law, named: other.name, with: fit, bootstrap: bootstrap))
    }
    self.comparisons = comparisons
    self.holdOut = holdOut.map { held in
      HoldOut(
        condition: held.condition, rows: held.data.count,
        logError: Self.logError(fit.law, held.data), fittedLogError: Self.logError(fit.law, data))
    }
    diagnostics =
      fit.diagnostics + Self.anotherOptimum(fit) + Self.lost(bootstrap)
      + Self.openIntervals(bootstrap) + Self.extrapolations(settings.budgets, data, fit)
  }

  private static func logError(_ law: TrainingLaw, _ data: LawData) -> Double {
    (LawObjective.logLeastSquares.value(of: law, on: data) / Double(data.count)).squareRoot()
  }

  private static func optimum(
    _ compute: Double, _ law: TrainingLaw, _ bootstrap: LawBootstrapResult?
  ) -> Optimum? {
    guard let optimum = law.optimum(compute: compute) else { return nil }
    return Optimum(
      optimum: optimum,
      parameters: bootstrap?.interval { $0.optimum(compute: compute)?.parameters },
      tokens: bootstrap?.interval { $0.optimum(compute: compute)?.tokens },
      tokensPerParameter: bootstrap?.interval { $0.optimum(compute: compute)?.tokensPerParameter },
      loss: bootstrap?.interval { $0.optimum(compute: compute)?.loss })
  }
}

extension LawReport {
  /// A coefficient as it is reported.
  struct Row {
    var name: String
    var role: Coefficient.Role
    var estimate: Double
    var standardError: Double?
    var interval: Interval?
  }

  /// The coefficients, then what follows from them.
  var rows: [Row] {
    var result = fit.settings.form.coefficientNames.map(row)
    guard let exponent = fit.law.parameterExponent else { return result }
    var derived = Row(name: "a", role: .derived, estimate: exponent)
    // With one exponent for N and D, a is one half whatever the data.
    if let bootstrap, fit.settings.form != .tied {
      derived.standardError = bootstrap.standardError(of: \.parameterExponent)
      derived.interval = bootstrap.interval(of: \.parameterExponent)
    }
    result.append(derived)
    return result
  }

  private func row(_ name: String) -> Row {
    var row = Row(name: name, role: .fixed, estimate: fit.law[name] ?? .nan)
    guard fit.isEstimated(name), !isBase(name) else { return row }
    row.role = .estimated
    if let bootstrap {
      row.interval = bootstrap.interval(ofCoefficient: name)
      // Refits that ran away have no meaningful spread.
      if row.interval?.isClosed == true {
        row.standardError = bootstrap.standardError { law in law[name] }
      }
    }
    return row
  }

  /// Hoffmann's coefficients are never estimated by the repeats law.
  func isBase(_ name: String) -> Bool { Self.isBase(name, of: fit) }

  static func isBase(_ name: String, of fit: LawFit) -> Bool {
    fit.settings.form == .repeats && name != "r_D" && name != "r_N"
  }
}
