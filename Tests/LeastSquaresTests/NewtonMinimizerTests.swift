import LeastSquares
import Testing

/// Rosenbrock's valley.
private final class Valley: SmoothFunction {
  let variableCount = 2

  func evaluate(
    at x: UnsafePointer<Double>, gradient: UnsafeMutablePointer<Double>,
    hessian: UnsafeMutablePointer<Double>
  ) -> Double {
    let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
    gradient[0] = -2 * a - 400 * x[0] * b
    gradient[1] = 200 * b
    hessian[0] = 2 - 400 * (b - 2 * x[0] * x[0])
    hessian[1] = -400 * x[0]
    hessian[2] = -400 * x[0]
    hessian[3] = 200
    return 1 + a * a + 100 * b * b
  }
}

struct NewtonMinimizerTests {
  @Test("from the usual start, and from one with an indefinite Hessian", arguments: [-1.2, 0.0])
  func valley(start: Double) {
    var x = [start, 1.0]
    let outcome = NewtonMinimizer(variableCount: 2).minimize(Valley(), from: &x)
    #expect(outcome.converged)
    #expect(abs(x[0] - 1) < 1e-8)
    #expect(abs(x[1] - 1) < 1e-8)
  }

  @Test("the upper tail of chi-squared")
  func chiSquared() {
    #expect(abs(Distribution.chiSquaredUpperTail(11.0705, degreesOfFreedom: 5) - 0.05) < 1e-6)
  }
}
