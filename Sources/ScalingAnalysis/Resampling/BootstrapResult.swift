/// What a bootstrap found: the coefficients of every replicate that reached an optimum.
public struct BootstrapResult: Sendable {
  /// The fit that was resampled.
  public let fit: Fit
  /// How it was resampled.
  public let settings: Bootstrap

  /// Which percentiles of the refits bound an interval.
  public let percentiles: BootstrapPercentiles

  private let parameters: [Double]
  private let width: Int

  init(fit: Fit, settings: Bootstrap, parameters: [Double], width: Int) {
    self.fit = fit
    self.settings = settings
    percentiles = BootstrapPercentiles(fit, settings.resample)
    self.parameters = parameters
    self.width = width
  }

  /// Replicates that reached an optimum; the rest are counted, not hidden.
  public var convergedCount: Int {
    (0..<settings.replicateCount).count { !parameters[$0 * width].isNaN }
  }

  /// What is wrong with the intervals when so few observations are resampled so seldom that their
  /// percentiles lie beyond the outermost refits; `nil` when nothing is.
  public var tailRemark: String? {
    guard percentiles.tail * Double(convergedCount) < 1, convergedCount > 0 else { return nil }
    let freedom = fit.statistics.residualDegreesOfFreedom
    return "with \(freedom) \(freedom == 1 ? "degree" : "degrees") of freedom the ends of an "
      + "interval lie beyond the outermost of \(convergedCount) refits, so that it is too narrow; "
      + "use more refits, or the profile interval"
  }

  /// Where the coefficients of each converged replicate start.
  private var starts: [Int] {
    (0..<settings.replicateCount).map { $0 * width }.filter { !parameters[$0].isNaN }
  }

  /// Intervals of the estimated and derived coefficients, by name.
  public func intervals() -> [String: Interval] {
    let starts = starts
    guard !starts.isEmpty else { return [:] }
    let linearCount = fit.linear.count
    var result: [String: Interval] = [:]
    var sample = Array(repeating: 0.0, count: starts.count)
    let quantities =
      fit.model.linearCoefficients(from: fit.data.smallestX) + fit.model.derivedQuantities
    var weights = Array(repeating: 0.0, count: linearCount + 1)
    parameters.withUnsafeBufferPointer { parameters in
      guard let base = parameters.baseAddress else { return }
      for quantity in quantities {
        for (index, start) in starts.enumerated() {
          quantity.fillWeights(base + start + linearCount, &weights)
          sample[index] = 0
          for j in 0..<linearCount { sample[index] += weights[j] * base[start + j] }
        }
        result[quantity.name] = interval(&sample)
      }
      for (position, parameter) in fit.model.shapeParameters.enumerated() {
        for (index, start) in starts.enumerated() {
          sample[index] = parameter.reported(base[start + linearCount + position])
        }
        result[parameter.name] = interval(&sample)
      }
    }
    return result
  }

  /// The interval of what `quantity` makes of the linear coefficients and the shape of
  /// each converged replicate; `nil` when hardly any converged. Infinite values count as such;
  /// when one is not a number the interval is absent.
  func interval(of quantity: (_ linear: [Double], _ shape: [Double]) -> Double) -> Interval? {
    let starts = starts
    guard starts.count >= Self.fewestForBand else { return nil }
    let linearCount = fit.linear.count
    var sample = starts.map { start in
      quantity(
        Array(parameters[start..<(start + linearCount)]),
        Array(parameters[(start + linearCount)..<(start + width)]))
    }
    guard !sample.contains(where: \.isNaN) else { return nil }
    return interval(&sample)
  }

  /// An end that is not finite is open.
  private func interval(_ sample: inout [Double]) -> Interval {
    let ends = sample.withUnsafeMutableBufferPointer { percentileEnds($0, tail: percentiles.tail) }
    return Interval(
      level: fit.level, lower: ends.lower.isFinite ? ends.lower : nil,
      upper: ends.upper.isFinite ? ends.upper : nil, method: percentiles.method)
  }

  /// The fewest converged replicates from which a percentile band is drawn.
  private static let fewestForBand = 20

  /// The pointwise percentile band of the curve, or `nil` when hardly any replicate converged.
  public func band(at x: [Double]) -> Band? {
    let starts = starts
    guard starts.count >= Self.fewestForBand, fit.isCurveOfX else { return nil }
    let rows = x.count
    var curves = Array(repeating: 0.0, count: rows * starts.count)
    var ends = Array(repeating: 0.0, count: 2 * rows)
    let tail = percentiles.tail
    curves.withUnsafeMutableBufferPointer { curves in
      ends.withUnsafeMutableBufferPointer { ends in
        guard let curves = SendableBuffer(curves), let ends = SendableBuffer(ends) else { return }
        fillCurves(curves, starts, at: x)
        parallelChunks(of: rows, threads: settings.threads) { range in
          for row in range {
            let sample = UnsafeMutableBufferPointer(
              start: curves.pointer + row * starts.count, count: starts.count)
            (ends.pointer[2 * row], ends.pointer[2 * row + 1]) = percentileEnds(
              sample, tail: tail)
          }
        }
      }
    }
    return Band(
      level: fit.level, x: x, fitted: fit.values(at: x), lower: (0..<rows).map { ends[2 * $0] },
      upper: (0..<rows).map { ends[2 * $0 + 1] })
  }

  /// Writes the curve of every replicate, all replicates of one x beside each other.
  private func fillCurves(_ curves: SendableBuffer, _ starts: [Int], at x: [Double]) {
    guard let problem = fit.problem(at: x) else { return }
    let rows = x.count
    let linearCount = fit.linear.count
    parallelChunks(of: starts.count, threads: settings.threads) { range in
      var basis = Array(repeating: 0.0, count: rows * max(linearCount, 1))
      var offset = Array(repeating: 0.0, count: rows)
      parameters.withUnsafeBufferPointer { parameters in
        guard let base = parameters.baseAddress else { return }
        for index in range {
          let linear = base + starts[index]
          problem.fillBasis(shape: linear + linearCount, basis: &basis, offset: &offset)
          for row in 0..<rows {
            var value = offset[row]
            for j in 0..<linearCount { value += linear[j] * basis[j * rows + row] }
            curves.pointer[row * starts.count + index] = value
          }
        }
      }
    }
  }
}
