import Testing

@testable import ScalingAnalysis

/// Fits of simulated runs, and what is refused.
struct LawFitTests {
  static let truths = [
    TrainingLaw(.hoffmann, coefficients: [406.4, 2000, 1.7, 0.34, 0.37]),
    TrainingLaw(.tied, coefficients: [300, 900, 1.9, 0.33]),
    TrainingLaw(.kaplan, coefficients: [8.8e13, 5.4e13, 0.076, 0.095]),
    TrainingLaw(.repeats, coefficients: PublishedLaw.muennighoffBase + [15, 5]),
    TrainingLaw(.power, coefficients: [100, 1.5, 0.3]),
    TrainingLaw(.brokenPower, coefficients: [0.4, 3, 0.1, 0.8, 3e9, 0.4]),
  ]

  /// Runs on a grid of N and D, with noise in the logarithm.
  static func runs(_ law: TrainingLaw, noise: Double) throws -> LawData {
    var columns = Array(repeating: [Double](), count: law.form.inputs.count)
    var loss: [Double] = []
    var random = RandomSource(seed: 3, stream: 0)
    for n in 0..<8 {
      for d in 0..<8 {
        let inputs = [
          1e7 * exponentialBase2(1.3 * Double(n)), 1e9 * exponentialBase2(1.1 * Double(d)), 3e9,
        ]
        let taken = law.form.inputs == [.x] ? [inputs[1] * (1 + 0.1 * Double(n))] : inputs
        for index in columns.indices { columns[index].append(taken[index]) }
        loss.append(
          law.loss(at: Array(taken.prefix(columns.count)))
            * exponential(noise * random.normal()))
      }
    }
    return try LawData(columns: columns, loss: loss)
  }

  @Test("noiseless runs give back the truth", arguments: truths)
  func recovery(truth: TrainingLaw) throws {
    let data = try Self.runs(truth, noise: 0)
    let fit = try LawFit(
      data, settings: .init(form: truth.form, objective: .logLeastSquares, threads: 2))
    for (found, value) in zip(fit.law.coefficients, truth.coefficients) {
      #expect(found.isNear(value, 2e-3), "\(fit.law) \(fit.value)")
    }
    #expect(fit.value < 1e-12)
  }

  @Test("the exact derivatives agree with differences", arguments: truths)
  func derivatives(truth: TrainingLaw) throws {
    let data = try Self.runs(truth, noise: 0.05)
    let objectives: [LawObjective] = [
      .huberLog(delta: 0.02), .leastSquares, .logLeastSquares, .logOnePlus,
    ]
    for objective in objectives {
      let fit = try LawFit(
        data, settings: .init(form: truth.form, objective: objective, threads: 2))
      let problem = LawProblem(fit.kernel, fit.rows, objective, free: fit.free)
      let count = fit.free.count
      var x = fit.free.map { fit.theta[$0] + 0.01 }
      for (index, value) in fit.theta.enumerated() { problem.theta[index] = value }
      var gradient = Array(repeating: 0.0, count: count)
      var hessian = Array(repeating: 0.0, count: count * count)
      var scratch = hessian
      var above = gradient
      var below = gradient
      let value = problem.evaluate(at: x, gradient: &gradient, hessian: &hessian)
      let step = 1e-6
      for j in 0..<count {
        x[j] += step
        let up = problem.evaluate(at: x, gradient: &above, hessian: &scratch)
        x[j] -= 2 * step
        let down = problem.evaluate(at: x, gradient: &below, hessian: &scratch)
        x[j] += step
        let scale = 1e-5 * (abs(gradient[j]) + value)
        #expect(abs((up - down) / (2 * step) - gradient[j]) < scale)
        guard case .huberLog = objective else {
          for k in 0..<count {
            let size = abs(hessian[j * count + k]) + abs(hessian[j * count + j]) + value
            #expect(
              abs((above[k] - below[k]) / (2 * step) - hessian[j * count + k]) < 1e-4 * size)
          }
          continue
        }
      }
    }
  }

  @Test("the number of threads changes nothing")
  func threads() throws {
    let data = try Self.runs(Self.truths[0], noise: 0.01)
    let results = try [1, 3].map { threads in
      let fit = try LawFit(data, settings: .init(threads: threads))
      let refits = LawBootstrap(replicateCount: 40, seed: 5, threads: threads).run(fit)
      return (fit.law, refits.laws)
    }
    #expect(results[0].0 == results[1].0)
    #expect(results[0].1 == results[1].1)
  }

  @Test("a coefficient that is fixed stays, the others follow")
  func fixed() throws {
    let data = try Self.runs(Self.truths[0], noise: 0)
    let fit = try LawFit(data, settings: .init(fixed: ["E": 1.7, "alpha": 0.34]))
    #expect(fit.law["E"] == 1.7)
    #expect(try #require(fit.law["beta"]).isNear(0.37, 1e-3))
    #expect(try #require(fit.law["A"]).isNear(406.4, 1e-3))
  }

  @Test("a law without a floor says that there is none")
  func vanishingTerm() throws {
    let truth = TrainingLaw(.hoffmann, coefficients: [400, 900, 1e-12, 0.3, 0.3])
    let fit = try LawFit(
      try Self.runs(truth, noise: 0.02), settings: .init(objective: .logLeastSquares))
    #expect(try #require(fit.law["E"]) < 0.5)
  }

  @Test("where the best factor is zero it is zero, and refits may find it above")
  func bound() throws {
    // Losses that bend the wrong way for a floor.
    let x = (0..<20).map { 1e6 * Double(1 << ($0 / 2)) }
    let loss = x.indices.map { row in
      let log = logarithm(x[row] / 1e6)
      let wobble = 0.03 * (Double(row * row * 7 % 11) / 5 - 1)
      return exponential(1 - 0.3 * log - 0.001 * log * log + wobble)
    }
    let data = try LawData(columns: [x], loss: loss)
    let fit = try LawFit(data, settings: .init(form: .power, objective: .logLeastSquares))
    #expect(fit.law["E"] == 0)
    #expect(fit.termination.converged)
    #expect(fit.diagnostics.map(\.code) == [.termVanishes])
    let plain = try LawFit(
      data, settings: .init(form: .power, objective: .logLeastSquares, fixed: ["E": 0]))
    #expect(fit.value.isNear(plain.value, 1e-12))
    let refits = LawBootstrap(replicateCount: 200).run(fit)
    #expect(refits.convergedCount == 200)
    #expect(refits.laws.contains { ($0["E"] ?? 0) > 0.01 })
  }

  @Test("runs that cannot carry a law are refused")
  func refusals() throws {
    let few = try LawData(columns: [[1, 2], [3, 4]], loss: [3, 2])
    #expect(throws: FitError.self) { try LawFit(few) }
    let same = try LawData(
      columns: [Array(repeating: 1e6, count: 8), (1...8).map { 1e8 * Double($0) }],
      loss: (1...8).map { 3 - 0.1 * Double($0) })
    let error = #expect(throws: FitError.self) { try LawFit(same) }
    #expect(error?.description.contains("alpha is not identified") == true)
    #expect(throws: FitError.self) { try LawData(columns: [[1], [0]], loss: [1]) }
    #expect(throws: FitError.self) { try LawData(columns: [[1], [1]], loss: [-1]) }
    #expect(throws: FitError.self) { try TrainingLaw(.hoffmann, ["gamma": 1]) }
  }

  @Test("the closed form of the optimum beats its neighbours", arguments: truths.prefix(3))
  func optimum(law: TrainingLaw) throws {
    let best = try #require(law.optimum(compute: 1e21))
    #expect((6 * best.parameters * best.tokens).isNear(1e21, 1e-12))
    for factor in [0.99, 1.01] {
      let n = best.parameters * factor
      #expect(law.loss(n, 1e21 / 6 / n) > best.loss)
    }
  }
}
