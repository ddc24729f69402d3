/// A training law with its coefficients: loss as a function of parameters N and tokens D.
///
/// ```swift
/// let law = try TrainingLaw(.hoffmann, ["A": 406.4, "B": 410.7, "E": 1.69, "alpha": 0.34, "beta": 0.28])
/// law.loss(70e9, 1.4e12)                   // 1.937
/// law.optimum(compute: 5.88e23)?.tokensPerParameter
/// ```
public struct TrainingLaw: Sendable, Equatable {
  /// Its form.
  public let form: LawForm
  /// Its coefficients in the order of ``LawForm/coefficientNames``.
  public let coefficients: [Double]

  /// A law from all of its coefficients in order.
  public init(_ form: LawForm, coefficients: [Double]) {
    precondition(coefficients.count == form.coefficientNames.count, "coefficients are missing")
    self.form = form
    self.coefficients = coefficients
  }

  /// A law from its coefficients by name.
  ///
  /// - Throws: `FitError` when one is missing, unknown or not positive where it must be.
  public init(_ form: LawForm, _ values: [String: Double]) throws(FitError) {
    try Self.check(values, for: form)
    var coefficients: [Double] = []
    for name in form.coefficientNames {
      guard let value = values[name] else {
        throw FitError(
          code: .outOfRange,
          description: "the law \(form.rawValue) needs \(name); it has "
            + form.coefficientNames.joined(separator: ", ") + ".")
      }
      coefficients.append(value)
    }
    self.init(form, coefficients: coefficients)
  }

  /// Refuses names that the form does not have, and values outside its domain.
  static func check(_ values: [String: Double], for form: LawForm) throws(FitError) {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard form.coefficientNames.contains(name) else {
        throw FitError(
          code: .outOfRange,
          description: "the law \(form.rawValue) has no coefficient \"\(name)\"; it has "
            + form.coefficientNames.joined(separator: ", ") + ".")
      }
      let mayBeInfinite = form == .repeats && (name == "r_D" || name == "r_N")
      guard value.isFinite || (mayBeInfinite && value > 0) else {
        throw FitError(code: .outOfRange, description: "\(name) must be finite, not \(value).")
      }
      if form.positiveNames.contains(name), value < 0 || (value == 0 && name != "E") {
        throw FitError(
          code: .outOfRange,
          description: "\(name) is \(value), but must be above zero in \(form.formula).")
      }
    }
  }

  /// A coefficient by its name.
  public subscript(name: String) -> Double? {
    form.coefficientNames.firstIndex(of: name).map { coefficients[$0] }
  }

  /// The loss at N parameters and D tokens, `unique` of which are different; at x for laws of one
  /// variable.
  public func loss(_ inputs: Double...) -> Double { loss(at: inputs) }

  /// The loss at one value per input.
  public func loss(at inputs: [Double]) -> Double {
    precondition(inputs.count == form.inputs.count, "an input is missing")
    let c = coefficients
    switch form {
    case .hoffmann:
      return c[2] + c[0] * power(inputs[0], -c[3]) + c[1] * power(inputs[1], -c[4])
    case .tied:
      return c[2] + c[0] * power(inputs[0], -c[3]) + c[1] * power(inputs[1], -c[3])
    case .kaplan:
      return power(power(c[0] / inputs[0], c[2] / c[3]) + c[1] / inputs[1], c[3])
    case .repeats:
      let needed = min(
        inputs[0],
        RepeatsKernel(base: Array(c.prefix(5))).optimalParameters(tokens: inputs[2]))
      let excess = max(inputs[0] / needed - 1, 0)
      let repeats = max(inputs[1] / inputs[2] - 1, 0)
      let parameters = needed + needed * Self.kept(excess, rate: c[6])
      let tokens = inputs[2] + inputs[2] * Self.kept(repeats, rate: c[5])
      return c[2] + c[0] / power(parameters, c[3]) + c[1] / power(tokens, c[4])
    case .power: return c[1] + c[0] * power(inputs[0], -c[2])
    case .brokenPower:
      let u = logarithm(inputs[0])
      let curve = BrokenPowerCurve(
        c0: c[2], c1: c[3], logBreak: logarithm(c[4]), logWidth: logarithm(c[5]))
      return c[0] + c[1] * exponential(curve.logValue(u, curve.place(u)))
    }
  }

  /// What `repeats` are worth when their value fades at `rate`.
  private static func kept(_ repeats: Double, rate: Double) -> Double {
    rate.isFinite ? rate * (1 - exponential(-repeats / rate)) : repeats
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    exponential(exponent * logarithm(base))
  }
}
