import Foundation
import Testing

@testable import ScalingAnalysis

/// The certified problems of NIST as formulas, from both published starts and from none.
@Suite(.enabled(if: NISTReference.isPresent, "no copy of the reference tables at hand"))
struct NISTFormulaTests {
  @Test(arguments: NISTReference.names, [1, 2])
  func nineDigitsFromThePublishedStarts(name: String, start: Int) throws {
    let problem = try #require(NISTReference.all[name])
    let fit = try problem.fit(name, start: start == 1 ? problem.start1 : problem.start2)
    let digits = problem.digits(fit)
    #expect(fit.termination.converged)
    #expect(digits.parameters >= 9)
    if name != "Lanczos1" { #expect(digits.errors >= 9) }
  }

  /// Without a start the same minimum is found; its parameters may come in another order.
  @Test(arguments: NISTReference.names)
  func noStartIsNeeded(name: String) throws {
    let problem = try #require(NISTReference.all[name])
    let fit = try problem.fit(name, start: nil)
    let rss = fit.statistics.residualSumOfSquares
    if name != "Lanczos1" { #expect(abs(rss / problem.residualSumOfSquares - 1) < 1e-8) }
  }
}
