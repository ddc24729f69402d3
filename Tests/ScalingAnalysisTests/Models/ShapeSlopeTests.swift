import Testing

@testable import ScalingAnalysis

@Suite struct ShapeSlopeTests {
  @Test(arguments: everyModel.indices)
  func `derivatives in the shape equal finite differences`(_ number: Int) {
    let model = everyModel[number]
    let data = CurveData(
      x: [30, 47, 81, 300, 911, 2000], y: [1, 2, 3, 4, 5, 6], isAccuracy: false)
    let problem = CurveProblem(model, data)
    let linear = [0.7, -0.4].prefix(problem.linearCount).map(\.self)
    let shape: [Double] =
      switch model.name {
      case .constant, .linear, .logLinear: []
      case .powerLaw: [0.31]
      case .saturatingPower: [-0.8]
      case .saturatingExponential: [logarithm(200)]
      case .logistic: [7.3, -0.4]
      case .hinge: [8.1]
      case .brokenPower: [0.1, 2, logarithm(300), -1.2]
      case .formula: []
      }
    let jacobian = problem.jacobian(linear: linear, shape: shape)
    for index in shape.indices {
      let step = 1e-6
      var (above, below) = (shape, shape)
      above[index] += step
      below[index] -= step
      let high = problem.values(linear: linear, shape: above)
      let low = problem.values(linear: linear, shape: below)
      for row in high.indices {
        let slope = (high[row] - low[row]) / (2 * step)
        #expect(abs(slope - jacobian[problem.linearCount + index][row]) < 1e-8)
      }
    }
  }

  @Test(arguments: everyModel.indices)
  func `the curve is its basis times its coefficients as users see them`(_ number: Int) {
    let model = everyModel[number]
    let names = model.linearCoefficients(from: 50).map(\.name)
    #expect(names == model.linearNames)
  }
}
