internal import LeastSquares

/// Whether accuracy ever falls where training compute rises, tested instead of assumed.
///
/// Two clusters of a group are compared at the largest inference compute that both were measured
/// at. A fall is set against the noise of two shares of their questions; for shares of the same
/// questions, which go together, that noise is too large and the test careful. The p-value of the
/// clearest fall is multiplied by the number of comparisons (Bonferroni).
public struct MonotoneTest: Sendable, Equatable {
  /// A fall from one training compute to a larger one.
  public struct Fall: Sendable, Equatable {
    /// The group in which it happens, such as a model size; empty when there is one group.
    public let group: String
    /// log10 of the smaller training compute.
    public let from: Double
    /// log10 of the larger one.
    public let to: Double
    /// log10 of the inference compute of both.
    public let logInference: Double
    /// The accuracy at the smaller training compute.
    public let accuracyBefore: Double
    /// The accuracy at the larger one.
    public let accuracyAfter: Double
    /// The fall in standard errors; absent where questions are unknown.
    public let statistic: Double?
  }

  /// Pairs of clusters that were compared.
  public let comparisons: Int
  /// How many of them fall.
  public let fallCount: Int
  /// The clearest falls, at most three, the clearest first.
  public let falls: [Fall]
  /// The p-value of "never falls"; absent where questions are unknown or nothing was compared.
  public let pValue: Double?

  /// Whether the data rule out that accuracy never falls, at 5 %; absent where that is unknown.
  public var isContradicted: Bool? { pValue.map { $0 < 0.05 } }

  private static let shown = 3

  /// Compares the clusters of each group; `groups` names the group of each row.
  init(_ data: SurfaceData, groups: [String]?) {
    var comparisons = 0
    var falls: [Fall] = []
    let clusters = data.rowsOfClusters.compactMap { Cluster($0, data, groups: groups) }
    for (number, one) in clusters.enumerated() {
      for other in clusters[(number + 1)...] where one.group == other.group {
        let (first, second) = one.logTraining < other.logTraining ? (one, other) : (other, one)
        guard first.logTraining < second.logTraining, let pair = first.shared(with: second) else {
          continue
        }
        comparisons += 1
        let (before, after) = (data.accuracy[pair.first], data.accuracy[pair.second])
        guard after < before else { continue }
        falls.append(
          Fall(
            group: first.group, from: first.logTraining, to: second.logTraining,
            logInference: data.logInference[pair.first], accuracyBefore: before,
            accuracyAfter: after, statistic: Self.statistic(pair, data)))
      }
    }
    falls.sort { one, other in
      (one.statistic ?? one.accuracyBefore - one.accuracyAfter)
        > (other.statistic ?? other.accuracyBefore - other.accuracyAfter)
    }
    self.comparisons = comparisons
    fallCount = falls.count
    self.falls = Array(falls.prefix(Self.shown))
    guard data.items != nil, comparisons > 0 else {
      pValue = nil
      return
    }
    let clearest = falls.first?.statistic ?? 0
    let single = Distribution.normalProbability(-clearest)
    pValue = min(1, Double(comparisons) * single)
  }

  private static func statistic(_ pair: (first: Int, second: Int), _ data: SurfaceData) -> Double? {
    guard let items = data.items else { return nil }
    let (p, q) = (data.accuracy[pair.first], data.accuracy[pair.second])
    let (m, n) = (items[pair.first], items[pair.second])
    let pooled = (p * m + q * n) / (m + n)
    let variance = pooled * (1 - pooled) * (1 / m + 1 / n)
    return variance > 0 ? (p - q) / variance.squareRoot() : nil
  }

  /// The rows of one cluster by their inference compute; none when its training compute differs.
  private struct Cluster {
    var group: String
    var logTraining: Double
    var rows: [Double: Int] = [:]

    init?(_ rows: [Int], _ data: SurfaceData, groups: [String]?) {
      guard let first = rows.first,
        rows.allSatisfy({ data.logTraining[$0] == data.logTraining[first] })
      else { return nil }
      group = groups?[first] ?? ""
      logTraining = data.logTraining[first]
      for row in rows { self.rows[data.logInference[row]] = row }
    }

    func shared(with other: Cluster) -> (first: Int, second: Int)? {
      guard let place = rows.keys.filter({ other.rows[$0] != nil }).max(),
        let first = rows[place], let second = other.rows[place]
      else { return nil }
      return (first, second)
    }
  }
}
