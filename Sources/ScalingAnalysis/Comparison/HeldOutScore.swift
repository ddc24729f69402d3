/// How well one fit predicts observations that it did not see.
public struct HeldOutScore: Sendable, Equatable {
  /// The family.
  public let model: ModelName
  /// The predictions, in the order of the held-out observations.
  public let points: [HeldOutPoint]
  /// √(mean((ln predicted − ln observed)²)); absent unless all of them are positive. For a
  /// formula of a logarithm, `log(y) ~ ...`, it is that of y itself.
  public let rmsle: Double?
  /// √(mean(error²)).
  public let rootMeanSquareError: Double?
  /// mean(|error|).
  public let meanAbsoluteError: Double?
  /// The error of largest size, with its sign.
  public let worstError: Double?
  /// mean(predicted − observed): positive when the curve promises too much.
  public let meanError: Double?

  /// Predictions that have a band.
  public var bandedCount: Int { points.count { $0.isCovered != nil } }
  /// Observations inside the prediction band.
  public var coveredCount: Int { points.count { $0.isCovered == true } }

  /// Scores a fit on observations that it did not see.
  public init(_ fit: Fit, heldOut: CurveData) {
    model = fit.name
    let problem = fit.problem(for: heldOut)
    let values = problem.values(linear: fit.linear, shape: fit.shape)
    let band = fit.predictionBand(problem, at: heldOut.x, observed: heldOut)
    points = heldOut.x.indices.map { index in
      HeldOutPoint(
        x: heldOut.x[index], observed: heldOut.y[index],
        predicted: values[index].isFinite ? values[index] : nil,
        interval: band.map { band in
          Interval(
            level: band.level, lower: band.lower[index], upper: band.upper[index],
            method: fit.bandMethod)
        }, doublingsBeyond: fit.data.doublingsBeyond(heldOut.x[index]),
        distanceBeyond: fit.data.distanceBeyond(heldOut.x[index]))
    }
    let errors = points.compactMap(\.error)
    let isComplete = !errors.isEmpty && errors.count == points.count
    let count = Double(errors.count)
    rootMeanSquareError = isComplete ? Self.rootMeanSquare(errors) : nil
    meanAbsoluteError = isComplete ? errors.reduce(0) { $0 + abs($1) } / count : nil
    meanError = isComplete ? errors.reduce(0, +) / count : nil
    worstError = isComplete ? errors.max { abs($0) < abs($1) } : nil
    if let unit = (fit.model as? FormulaModel)?.source.responseLogarithm {
      rmsle = rootMeanSquareError.map { $0 * unit }
    } else if isComplete, zip(values, heldOut.y).allSatisfy({ $0 > 0 && $1 > 0 }) {
      rmsle = Self.rootMeanSquare(zip(values, heldOut.y).map { logarithm($0) - logarithm($1) })
    } else {
      rmsle = nil
    }
  }

  private static func rootMeanSquare(_ values: [Double]) -> Double {
    (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
  }
}

extension Formula {
  /// Natural logarithms in one unit of a response that is a logarithm; otherwise absent.
  var responseLogarithm: Double? {
    switch response {
    case .call(.log, _): 1
    case .call(.log2, _): naturalLogarithmOf2
    case .call(.log10, _): naturalLogarithmOf10
    default: nil
    }
  }
}
