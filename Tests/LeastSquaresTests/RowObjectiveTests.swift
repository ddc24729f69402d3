import Testing

@testable import LeastSquares

/// Objectives that are no sum of squares, through the reduced search.
@Suite struct RowObjectiveTests {
  /// Squares, but linear beyond `edge`: Huber's loss.
  struct Huber: RowObjective {
    var edge: Double
    var approach: (any RowObjective)? { nil }

    func weigh(
      response: UnsafePointer<Double>, fitted: UnsafePointer<Double>, count: Int,
      rootWeights: UnsafeMutablePointer<Double>, losses: UnsafeMutablePointer<Double>
    ) {
      for row in 0..<count {
        let size = abs(response[row] - fitted[row])
        rootWeights[row] = (size <= edge ? 1 : edge / size).squareRoot()
        losses[row] = size <= edge ? size * size : edge * (2 * size - edge)
      }
    }
  }

  static let problem = ExponentialDecay(x: [0, 1, 2, 3, 5])
  static let response = [2.0, 1.21, 1.5, 0.44, 0.16]

  @Test func `an objective that is the sum of squares gives least squares`() {
    let plain = VariableProjection(Self.problem, response: Self.response)
    let own = VariableProjection(
      Self.problem, response: Self.response, objective: Huber(edge: 100))
    let a = plain.minimize(from: [0.4], bounds: [0...3])
    let b = own.minimize(from: [0.4], bounds: [0...3])
    #expect(abs(a.shape[0] - b.shape[0]) < 1e-9)
    #expect(abs(a.residualSumOfSquares - b.residualSumOfSquares) < 1e-12)
  }

  @Test func `at the minimum of an objective no change of a coefficient lowers it`() {
    let objective = Huber(edge: 0.05)
    let reduced = VariableProjection(
      Self.problem, response: Self.response, objective: objective)
    let minimum = reduced.minimize(from: [0.4], bounds: [0...3])
    #expect(minimum.isConverged)
    let value = { (linear: Double, shape: Double) -> Double in
      var basis = Self.response
      var offset = Self.response
      Self.problem.fillBasis(shape: [shape], basis: &basis, offset: &offset)
      return objective.total(response: Self.response, fitted: basis.map { $0 * linear })
    }
    let best = value(reduced.linear[0], minimum.shape[0])
    #expect(abs(best - minimum.residualSumOfSquares) < 1e-12)
    for step in [-1e-4, 1e-4] {
      #expect(value(reduced.linear[0] + step, minimum.shape[0]) >= best)
      #expect(value(reduced.linear[0], minimum.shape[0] + step) >= best)
    }
  }

  @Test func `counts multiply the losses of their rows`() {
    let objective = Huber(edge: 0.05)
    let counted = VariableProjection(
      Self.problem, response: Self.response, objective: objective)
    counted.setCounts([1, 2, 0, 1, 3])
    let repeated = VariableProjection(
      ExponentialDecay(x: [0, 1, 1, 3, 5, 5, 5]),
      response: [2.0, 1.21, 1.21, 0.44, 0.16, 0.16, 0.16], objective: objective)
    let a = counted.minimize(from: [0.4], bounds: [0...3])
    let b = repeated.minimize(from: [0.4], bounds: [0...3])
    #expect(abs(a.shape[0] - b.shape[0]) < 1e-7)
    #expect(abs(a.residualSumOfSquares - b.residualSumOfSquares) < 1e-10)
  }
}
