/// The votes of some samples when each joins the vote independently of the others: what they are
/// before it is known that k have voted.
enum IndependentVotes {
  /// Draws without replacement: each sample joins or does not.
  case binomial(trials: Int, probability: Double)
  /// Draws with replacement.
  case poisson(mean: Double)

  /// The probabilities where they matter.
  var table: DiscreteTable {
    switch self {
    case .binomial(let trials, let probability):
      .binomial(trials: trials, probability: probability)
    case .poisson(let mean): .poisson(mean: mean)
    }
  }

  /// The generating function at points of the unit circle.
  func generatingFunction(_ point: ComplexLanes) -> ComplexLanes {
    switch self {
    case .binomial(let trials, let probability):
      var base = ComplexLanes.zero
      base.add(.one, times: 1 - probability)
      base.add(point, times: probability)
      return base.raised(to: trials)
    case .poisson(let mean):
      var result = ComplexLanes.unit { mean * point.imaginary[$0] }
      for lane in 0..<8 {
        let size = exponential(mean * (point.real[lane] - 1))
        result.real[lane] *= size
        result.imaginary[lane] *= size
      }
      return result
    }
  }

  /// The size of the generating function at a point of the unit circle with this real part. It
  /// falls from 1 with the angle.
  func size(_ real: Double) -> Double {
    switch self {
    case .binomial(let trials, let probability):
      raise(1 - 2 * probability * (1 - probability) * (1 - real), to: Double(trials) / 2)
    case .poisson(let mean): exponential(mean * (real - 1))
    }
  }
}
