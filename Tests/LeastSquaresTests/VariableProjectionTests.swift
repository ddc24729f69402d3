import Testing

@testable import LeastSquares

@Suite struct VariableProjectionTests {
  static let problem = ExponentialDecay(x: [0, 1, 2, 3, 5])
  static let response = [2.0, 1.21, 0.75, 0.44, 0.16]

  @Test func `the reduced search and GSL's trust region agree`() {
    let reduced = VariableProjection(Self.problem, response: Self.response)
    let minimum = reduced.minimize(from: [0.1], bounds: [0...3])
    let polished = TrustRegion.solve(
      Self.problem, response: Self.response, linear: [1], shape: [0.1])
    #expect(minimum.isConverged)
    #expect(polished.stop != .failed)
    #expect(abs(minimum.shape[0] - polished.parameters[1]) < 1e-8)
    #expect(abs(reduced.linear[0] - polished.parameters[0]) < 1e-8)
    #expect(
      abs(minimum.residualSumOfSquares - polished.residualSumOfSquares)
        < 1e-12 * polished.residualSumOfSquares)
  }

  @Test func `counting a row twice is repeating it`() {
    let weighted = VariableProjection(Self.problem, response: Self.response)
    weighted.setCounts([1, 2, 0, 1, 3])
    let repeated = VariableProjection(
      ExponentialDecay(x: [0, 1, 1, 3, 5, 5, 5]),
      response: [2.0, 1.21, 1.21, 0.44, 0.16, 0.16, 0.16])
    let a = weighted.minimize(from: [0.4], bounds: [0...3])
    let b = repeated.minimize(from: [0.4], bounds: [0...3])
    #expect(abs(a.shape[0] - b.shape[0]) < 1e-9)
    #expect(abs(weighted.linear[0] - repeated.linear[0]) < 1e-9)
  }

  @Test func `a search held by its bounds ends on them`() {
    let reduced = VariableProjection(Self.problem, response: Self.response)
    let minimum = reduced.minimize(from: [0.2], bounds: [0.1...0.3])
    #expect(minimum.shape == [0.3])
    #expect(minimum.isConverged)
  }

  @Test func `a response that is not finite ends the search at once`() {
    let reduced = VariableProjection(Self.problem, response: [1, .nan, 1, 1, 1])
    let minimum = reduced.minimize(from: [0.2], bounds: [0...1])
    #expect(!minimum.isConverged)
    #expect(minimum.iterations == 0)
  }

  @Test func `the trust region fails in words on too few rows`() {
    let result = TrustRegion.solve(
      ExponentialDecay(x: [1]), response: [1], linear: [1], shape: [0.1])
    #expect(result.stop == .failed)
  }

  @Test func `the trust region fails in words on values that are not finite`() {
    let result = TrustRegion.solve(
      Self.problem, response: [1, .infinity, 1, 1, 1], linear: [1], shape: [0.1])
    #expect(result.stop == .failed)
  }
}
