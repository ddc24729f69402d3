internal import LeastSquares

/// The check of a fitted law that uses nothing of the search but its end, and what it finds weak.
struct LawCheck {
  let kernel: any LawKernel
  let rows: LawRows
  let objective: LawObjective
  let free: [Int]
  let theta: [Double]
  let data: LawData
  let law: TrainingLaw

  /// Whether derivatives by differences of the printed formula vanish: for each coordinate, what
  /// a Newton step in it alone would gain is below a millionth of the value.
  var isStationary: Bool {
    let value = objective.value(of: law, on: data)
    guard value > 0 else { return value == 0 }
    return free.allSatisfy { coordinate in
      // Small against the narrowest Huber zone, large against rounding.
      let step = 2e-6
      let above = shifted(coordinate, by: step)
      let below = shifted(coordinate, by: -step)
      let slope = (above - below) / (2 * step)
      let wide = 1e-3
      let curvature =
        (shifted(coordinate, by: wide) + shifted(coordinate, by: -wide) - 2 * value)
        / (wide * wide)
      guard curvature > 0 else { return abs(slope) <= 1e-6 * value }
      return slope * slope / (2 * curvature) <= 1e-6 * value
    }
  }

  private func shifted(_ coordinate: Int, by step: Double) -> Double {
    var moved = theta
    moved[coordinate] += step
    let coefficients = moved.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(kernel.coefficients) ?? []
    }
    return objective.value(of: TrainingLaw(law.form, coefficients: coefficients), on: data)
  }

  /// What is weak.
  var diagnostics: [LawDiagnostic] {
    guard !free.isEmpty else { return [] }
    var result: [LawDiagnostic] = []
    if !isStationary {
      result.append(
        LawDiagnostic(
          code: .notConverged,
          message: "the objective still falls at the end of the search; do not use these "
            + "coefficients"))
    }
    let vanishing = vanishingTerms
    result += vanishing + signs + budgets
    let condition = vanishing.isEmpty ? reciprocalCondition : 1
    if condition < 1e-6 {
      result.append(
        LawDiagnostic(
          code: .nearSingular,
          message:
            "the coefficients can hardly be told apart (reciprocal condition \(rounded(condition))): "
            + "the law fits, its coefficients mean little"))
    }
    let largest = zip(LawFit.values(of: law, on: data), data.loss).map { abs($0 / $1 - 1) }.max()
    if let largest, largest < 1e-10 {
      result.append(
        LawDiagnostic(code: .exactFit, message: "the law passes through every run"))
    }
    return result
  }

  private func rounded(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    let digits = Int((-logarithm(value) / logarithm(10)).rounded(.up))
    return "below 1e-\(max(digits - 1, 0))"
  }

  /// Terms whose share of every fitted value is below a millionth.
  private var vanishingTerms: [LawDiagnostic] {
    let names = ["A", "B", "E"]
    let factors: [(term: Int, name: String, rest: String)]
    switch law.form {
    case .hoffmann: factors = [(0, "A", "alpha"), (1, "B", "beta"), (2, "E", "")]
    case .tied: factors = [(0, names[0], ""), (1, names[1], ""), (2, names[2], "")]
    case .power: factors = [(0, "A", "alpha"), (1, "E", "")]
    case .brokenPower: factors = [(0, "a", ""), (1, "b", "c0, c1, d1 and f1")]
    case .kaplan, .repeats: factors = []
    }
    return theta.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      return factors.compactMap { term, name, rest in
        guard free.contains(kernel.intercepts[term]) else { return nil }
        let largest = (0..<rows.count).map { row in
          base[kernel.intercepts[term]] + kernel.logBasis(base, rows, row, term: term)
            - kernel.logPrediction(base, rows, row)
        }.max()
        guard let largest, largest < logarithm(1e-6) else { return nil }
        return LawDiagnostic(
          code: .termVanishes,
          message: "the best \(name) is zero: the runs show no such term"
            + (rest.isEmpty ? "" : ", and do not identify \(rest)"))
      }
    }
  }

  private var signs: [LawDiagnostic] {
    ["alpha", "beta", "alphaN", "alphaD"].compactMap { name in
      guard let value = law[name], value <= 0 else { return nil }
      return LawDiagnostic(
        code: .exponentSign,
        message: "\(name) is \(value): by these runs, more would not lower the loss")
    }
      + law.form.coefficientNames.compactMap { name in
        guard let range = law.form.tellable(name), let value = law[name], value.isFinite,
          !range.contains(value)
        else { return nil }
        return LawDiagnostic(
          code: .atBound, message: "\(name) ran away to \(value): the runs do not limit it")
      }
  }

  private var budgets: [LawDiagnostic] {
    guard law.form.hasComputeOptimum else { return [] }
    let budgets = zip(data.columns[0], data.columns[1]).map { $0 * $1 }
    guard let low = budgets.min(), let high = budgets.max(), high < 1.1 * low else { return [] }
    return [
      LawDiagnostic(
        code: .oneBudget,
        message: "all runs have about the same N·D, so that N and D cannot be told apart; add runs "
          + "of other budgets")
    ]
  }

  /// How independent the derivatives of ln ŷ in the coordinates are.
  private var reciprocalCondition: Double {
    let n = kernel.coordinateCount
    var columns = Array(repeating: Array(repeating: 0.0, count: rows.count), count: free.count)
    var buffer = Array(repeating: 0.0, count: n * (n + 1))
    buffer.withUnsafeMutableBufferPointer { buffer in
      theta.withUnsafeBufferPointer { theta in
        guard let gradient = buffer.baseAddress, let theta = theta.baseAddress else { return }
        for row in 0..<rows.count {
          let single = LawRows(
            columns: (0..<rows.columnCount).map { [rows.column($0)[row]] },
            logLoss: [kernel.logPrediction(theta, rows, row) - 0.5])
          for index in 0..<(n * (n + 1)) { gradient[index] = 0 }
          // At a residual of ½ the slope of r² is one, and the gradient that of ln ŷ.
          _ = kernel.accumulate(
            theta, single, .logLeastSquares, gradient: gradient, hessian: gradient + n)
          for (index, coordinate) in free.enumerated() {
            columns[index][row] = gradient[coordinate]
          }
        }
      }
    }
    return JacobianDecomposition(columns: columns).reciprocalCondition
  }
}
