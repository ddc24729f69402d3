/// Runs of equal training compute: loss over parameters, with a minimum between too small and too
/// large a model.
public struct IsoflopProfile: Sendable, Equatable {
  /// The compute in FLOP.
  public let compute: Double
  /// Parameters, rising, each once.
  public let parameters: [Double]
  /// Tokens of each.
  public let tokens: [Double]
  /// Loss of each; the mean where runs share their parameters.
  public let loss: [Double]
  /// Model sizes whose runs have different losses.
  public let repeatedSizes: Int

  /// The profiles of runs, by rising compute; compute that differs by less than a percent is the
  /// same.
  public static func profiles(
    compute: [Double], parameters: [Double], tokens: [Double]?, loss: [Double]
  ) -> [IsoflopProfile] {
    let order = compute.indices.sorted {
      (compute[$0], parameters[$0], $0) < (compute[$1], parameters[$1], $1)
    }
    var groups: [[Int]] = []
    for row in order {
      if let first = groups.last?.first, compute[row] <= 1.01 * compute[first] {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups.map { rows in
      let mean = rows.reduce(0) { $0 + compute[$1] } / Double(rows.count)
      let sorted = rows.sorted { (parameters[$0], $0) < (parameters[$1], $1) }
      var members: [[Int]] = []
      for row in sorted {
        if let last = members.last?.first, parameters[row] <= (1 + 1e-9) * parameters[last] {
          members[members.count - 1].append(row)
        } else {
          members.append([row])
        }
      }
      let average = { (column: [Double]) in
        members.map { rows in rows.reduce(0) { $0 + column[$1] } / Double(rows.count) }
      }
      return IsoflopProfile(
        compute: mean, parameters: average(parameters),
        tokens: tokens.map(average) ?? members.map { mean / (6 * parameters[$0[0]]) },
        loss: average(loss), repeatedSizes: members.count { Set($0.map { loss[$0] }).count > 1 })
    }
  }
}

/// The minimum of a profile.
public struct IsoflopMinimum: Sendable, Equatable {
  /// The compute in FLOP.
  public let compute: Double
  /// Parameters at the minimum.
  public let parameters: Double
  /// Tokens at the minimum.
  public let tokens: Double
  /// Loss at the minimum; absent when only the place of the minimum is known.
  public let loss: Double?
  /// The standard deviation of ln N* under the noise of the losses; absent when unknown.
  public let logDeviation: Double?

  /// A minimum that is known from elsewhere.
  public init(
    compute: Double, parameters: Double, tokens: Double? = nil, loss: Double? = nil,
    logDeviation: Double? = nil
  ) {
    self.compute = compute
    self.parameters = parameters
    self.tokens = tokens ?? compute / (6 * parameters)
    self.loss = loss
    self.logDeviation = logDeviation
  }
}
