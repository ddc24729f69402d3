extension LawFit {
  /// Fits a law.
  ///
  /// The search needs no starting values. Its end is confirmed twice: by the Newton decrement of
  /// the descent, and by derivatives taken by differences of the printed formula.
  ///
  /// - Throws: `FitError` when the runs cannot carry the law, saying which coefficient and why.
  public init(_ data: LawData, settings: Settings = Settings()) throws(FitError) {
    let form = settings.form
    precondition(data.columns.count == form.inputs.count, "the data have other inputs")
    try TrainingLaw.check(settings.fixed, for: form)
    let kernel = try Self.kernel(data, settings)
    let free = try Self.freeCoordinates(settings)
    try Self.check(data, settings, freeCount: free.count)
    let rows = LawRows(columns: kernel.columns(data), logLoss: data.logLoss)
    let given = Self.given(kernel, settings)
    var search = LawSearch(
      kernel: kernel, rows: rows, objective: settings.objective, free: free, given: given,
      threads: settings.threads)
    search.knownStarts = Self.knownStarts(kernel, given, free: free, settings)
    var result: LawSearch.Result
    var diagnostics: [LawDiagnostic] = []
    switch settings.search {
    case _ where settings.start != nil:
      result = search.single(try Self.start(kernel, given, free: free, settings))
      let best = search.profile(kernel.shapeGrid(data))
      if best.value < result.value * (1 - 1e-6) {
        let factor = settings.objective.reportingFactor(rows: Double(data.count))
        diagnostics.append(
          LawDiagnostic(
            code: .betterElsewhere,
            message: "this is the minimum below --start, but not the lowest: the search finds "
              + "\(best.value * factor) against \(result.value * factor); leave --start out"))
      }
    case .profile: result = search.profile(kernel.shapeGrid(data))
    case .grid:
      guard form == .hoffmann, settings.fixed.isEmpty else {
        throw FitError(
          code: .outOfRange,
          description: "the published grid of starts is one for the five coefficients of the law "
            + "hoffmann; leave --search out.")
      }
      result = search.grid(centres: data.logCentres)
    }
    guard result.value.isFinite else {
      throw FitError(
        code: .outOfRange,
        description: "no start of the search for \(form.formula) has a finite objective; look at "
          + "the data with: scaling inspect.")
    }
    let law = Self.law(kernel, result.theta, settings)
    let check = LawCheck(
      kernel: kernel, rows: rows, objective: settings.objective, free: free, theta: result.theta,
      data: data, law: law)
    let isConfirmed = free.isEmpty || result.converged || check.isStationary
    self.init(
      settings: settings, data: data, law: law,
      value: settings.objective.value(of: law, on: data),
      termination: Termination(
        converged: isConfirmed && (free.isEmpty || check.isStationary),
        reason: free.isEmpty
          ? "nothing to estimate"
          : check.isStationary ? "small gradient" : "no further progress",
        iterations: result.evaluations, starts: result.starts),
      agreeingStarts: result.agreeing,
      otherMinima: result.alternatives.prefix(3).map { other in
        let law = Self.law(kernel, other.theta, settings)
        return LawMinimum(law: law, value: settings.objective.value(of: law, on: data))
      },
      searchedNodes: result.nodes, diagnostics: diagnostics + check.diagnostics,
      theta: result.theta, free: free, kernel: kernel, rows: rows)
  }

  /// The law at some coordinates, fixed coefficients as they were given.
  private static func law(
    _ kernel: any LawKernel, _ theta: [Double], _ settings: Settings
  ) -> TrainingLaw {
    var values = theta.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(kernel.coefficients) ?? []
    }
    for (index, name) in settings.form.coefficientNames.enumerated() {
      if let fixed = settings.fixed[name] { values[index] = fixed }
    }
    return TrainingLaw(settings.form, coefficients: values)
  }

  /// The coordinates of `--start`, those of fixed coefficients as they are.
  private static func start(
    _ kernel: any LawKernel, _ given: [Double], free: [Int], _ settings: Settings
  ) throws(FitError) -> [Double] {
    let start = settings.start ?? [:]
    try TrainingLaw.check(start, for: settings.form)
    var values: [Double] = []
    for (index, name) in settings.form.coefficientNames.enumerated() {
      let base = settings.form == .repeats && index < 5 ? PublishedLaw.muennighoffBase[index] : nil
      guard let value = settings.fixed[name] ?? start[name] ?? base else {
        throw FitError(
          code: .outOfRange,
          description: "the start has no \(name); it needs every coefficient that is not fixed.")
      }
      values.append(value)
    }
    let coordinates = kernel.coordinates(values)
    return given.indices.map { free.contains($0) ? coordinates[$0] : given[$0] }
  }

  /// Published optima of the same form.
  private static func knownStarts(
    _ kernel: any LawKernel, _ given: [Double], free: [Int], _ settings: Settings
  ) -> [[Double]] {
    guard settings.form == .repeats else { return [] }
    return PublishedLaw.all.filter { $0.law.form == settings.form }.map { published in
      let coordinates = kernel.coordinates(published.law.coefficients)
      return given.indices.map { free.contains($0) ? coordinates[$0] : given[$0] }
    }
  }

  /// The form in coordinates that suit the data. Where a coefficient is fixed the columns are not
  /// centred: a centred intercept is no coefficient of the law.
  private static func kernel(
    _ data: LawData, _ settings: Settings
  ) throws(FitError) -> any LawKernel {
    let centres =
      settings.fixed.isEmpty ? data.logCentres : data.columns.map { _ in 0 }
    switch settings.form {
    case .brokenPower: return BrokenPowerKernel(centre: centres[0])
    case .repeats:
      var base: [Double] = []
      for (index, name) in settings.form.coefficientNames.prefix(5).enumerated() {
        base.append(settings.fixed[name] ?? PublishedLaw.muennighoffBase[index])
      }
      return RepeatsKernel(base: base)
    default: return PowerSumKernel(settings.form, centres: centres)
    }
  }

  private static func freeCoordinates(_ settings: Settings) throws(FitError) -> [Int] {
    let fixed = settings.fixed
    switch settings.form {
    case .repeats:
      return [0, 1].filter { fixed[["r_D", "r_N"][$0]] == nil }
    case .kaplan:
      guard fixed.isEmpty || fixed.count == 4 else {
        throw FitError(
          code: .outOfRange,
          description: "the coefficients of the law kaplan are fixed together or not at all.")
      }
      return fixed.isEmpty ? [0, 1, 2, 3] : []
    default:
      // Coordinates and coefficients stand in the same order.
      return settings.form.coefficientNames.indices.filter {
        fixed[settings.form.coefficientNames[$0]] == nil
      }
    }
  }

  /// All coordinates, those of fixed coefficients in place.
  private static func given(_ kernel: any LawKernel, _ settings: Settings) -> [Double] {
    let values = settings.form.coefficientNames.map { settings.fixed[$0] ?? 1 }
    return kernel.coordinates(values).map { $0.isFinite ? $0 : ($0 < 0 ? -600 : 400) }
  }

  private static func check(
    _ data: LawData, _ settings: Settings, freeCount: Int
  ) throws(FitError) {
    let form = settings.form
    guard data.count >= max(freeCount, 1) else {
      throw FitError(
        code: .tooFewPoints,
        description: "\(data.count) \(data.count == 1 ? "row" : "rows") cannot carry the "
          + "\(freeCount) coefficients of \(form.formula); it needs at least \(freeCount), and "
          + "more to say how certain they are.")
    }
    guard freeCount > 0 else { return }
    for (index, input) in form.inputs.enumerated()
    where data.isConstant(index) && input != .uniqueTokens {
      let exponent =
        switch (form, input) {
        case (.hoffmann, .tokens): "beta"
        case (.kaplan, .parameters): "alphaN"
        case (.kaplan, .tokens): "alphaD"
        case (.repeats, .parameters): "r_N"
        case (.repeats, .tokens): "r_D"
        case (.brokenPower, _): "c0"
        default: "alpha"
        }
      if settings.fixed[exponent] != nil { continue }
      throw FitError(
        code: .allXEqual,
        description: "all \(data.count) rows have the same \(data.names[index]) "
          + "(\(data.columns[index][0])), so \(exponent) is not identified; add runs with other "
          + "values, or give it with --fix \(exponent)=NUMBER.")
    }
    guard data.loss.contains(where: { $0 != data.loss[0] }) else {
      throw FitError(
        code: .allYEqual,
        description: "all \(data.count) rows have the same \(data.names.last ?? "loss"); "
          + "there is nothing for a law to explain.")
    }
  }
}
