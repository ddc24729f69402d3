/// What a bootstrap found: the coefficients of every replicate that reached an optimum.
public struct BootstrapResult: Sendable {
  /// The fit that was resampled.
  public let fit: Fit
  /// How it was resampled.
  public let settings: Bootstrap

  private let parameters: [Double]
  private let width: Int

  init(fit: Fit, settings: Bootstrap, parameters: [Double], width: Int) {
    self.fit = fit
    self.settings = settings
    self.parameters = parameters
    self.width = width
  }

  /// Replicates that reached an optimum; the rest are counted, not hidden.
  public var convergedCount: Int {
    (0..<settings.replicateCount).count { !parameters[$0 * width].isNaN }
  }

  private func replicate(_ index: Int) -> (linear: [Double], shape: [Double])? {
    let row = parameters[(index * width)..<((index + 1) * width)]
    guard let first = row.first, !first.isNaN else { return nil }
    return (Array(row.prefix(fit.linear.count)), Array(row.dropFirst(fit.linear.count)))
  }

  /// Percentile intervals of the estimated and derived coefficients, by name.
  public func intervals() -> [String: Interval] {
    var values: [String: [Double]] = [:]
    for index in 0..<settings.replicateCount {
      guard let (linear, shape) = replicate(index) else { continue }
      for (name, value) in zip(fit.model.linearNames, linear) {
        values[name, default: []].append(value)
      }
      for (parameter, value) in zip(fit.model.shapeParameters, shape) {
        values[parameter.name, default: []].append(parameter.reported(value))
      }
      for quantity in fit.model.derivedQuantities {
        let (weights, constant) = quantity.weights(shape + [0])
        values[quantity.name, default: []].append(
          zip(weights, linear).reduce(constant) { $0 + $1.0 * $1.1 })
      }
    }
    return values.mapValues { sample in
      var sample = sample
      let ends = percentileEnds(&sample, level: fit.level)
      return Interval(level: fit.level, lower: ends.lower, upper: ends.upper, method: .bootstrap)
    }
  }

  /// The pointwise percentile band of the curve, or `nil` when hardly any replicate converged.
  public func band(at x: [Double]) -> Band? {
    let good = convergedCount
    guard good >= 20 else { return nil }
    let problem = fit.problem(at: x)
    let rows = x.count
    var curves = Array(repeating: 0.0, count: rows * good)
    var lower = Array(repeating: 0.0, count: rows)
    var upper = lower
    let replicates = (0..<settings.replicateCount).compactMap(replicate)
    curves.withUnsafeMutableBufferPointer { buffer in
      let output = SendableBuffer(buffer)
      parallelChunks(of: good, threads: settings.threads) { range in
        var basis = Array(repeating: 0.0, count: rows * max(problem.linearCount, 1))
        var offset = Array(repeating: 0.0, count: rows)
        for index in range {
          let (linear, shape) = replicates[index]
          problem.fillBasis(shape: shape + [0], basis: &basis, offset: &offset)
          for row in 0..<rows {
            var value = offset[row]
            for j in linear.indices { value += linear[j] * basis[j * rows + row] }
            output.pointer[row * good + index] = value
          }
        }
      }
    }
    for row in 0..<rows {
      var sample = Array(curves[(row * good)..<((row + 1) * good)])
      let ends = percentileEnds(&sample, level: fit.level)
      lower[row] = ends.lower
      upper[row] = ends.upper
    }
    return Band(
      level: fit.level, x: x, fitted: fit.values(at: x), lower: lower, upper: upper)
  }
}

/// The two percentiles that leave out the tails of a level (type 7 of Hyndman and Fan 1996).
private func percentileEnds(_ sample: inout [Double], level: Double) -> (
  lower: Double, upper: Double
) {
  let tail = (1 - level) / 2
  return (quantile(&sample, tail), quantile(&sample, 1 - tail))
}

/// A quantile by selection; reorders the sample.
func quantile(_ sample: inout [Double], _ probability: Double) -> Double {
  let position = Double(sample.count - 1) * probability
  let index = Int(position)
  select(&sample, index)
  let value = sample[index]
  guard index + 1 < sample.count else { return value }
  let next = sample[(index + 1)...].min() ?? value
  return value + (position - Double(index)) * (next - value)
}

/// Hoare's selection: afterwards the element at `rank` is in its sorted place.
private func select(_ sample: inout [Double], _ rank: Int) {
  var low = 0
  var high = sample.count - 1
  while low < high {
    let pivot = sample[low + (high - low) / 2]
    var left = low
    var right = high
    while left <= right {
      while sample[left] < pivot { left += 1 }
      while sample[right] > pivot { right -= 1 }
      if left <= right {
        sample.swapAt(left, right)
        left += 1
        right -= 1
      }
    }
    if rank <= right {
      high = right
    } else if rank >= left {
      low = left
    } else {
      return
    }
  }
}
