#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the fit of a training law minimises.
///
/// All are sums over the rows, except ``logOnePlus``, which its authors print as a mean. A mean
/// changes no optimum, but it makes gradients so small that optimisers with an absolute
/// tolerance stop early: that is how the numbers of Hoffmann et al. came about (Besiroglu et al.
/// 2024).
public enum LawObjective: Sendable, Equatable {
  /// Σ Huber(ln ŷ − ln y): r²/2 for |r| ≤ delta, delta·(|r| − delta/2) beyond.
  case huberLog(delta: Double)
  /// Σ (ŷ − y)².
  case leastSquares
  /// Σ (ln ŷ − ln y)².
  case logLeastSquares
  /// Mean of (ln(1 + ŷ) − ln(1 + y))² (Caballero et al. 2023).
  case logOnePlus

  /// The delta of Hoffmann et al. 2022.
  public static let standardDelta = 1e-3

  /// The names, as `--objective` takes them.
  public static let names = [
    "huber-log", "least-squares", "log-least-squares", "log1p-least-squares",
  ]

  /// An objective by its name; `nil` when there is no such name.
  public init?(name: String, delta: Double = standardDelta) {
    switch name {
    case "huber-log": self = .huberLog(delta: delta)
    case "least-squares": self = .leastSquares
    case "log-least-squares": self = .logLeastSquares
    case "log1p-least-squares": self = .logOnePlus
    default: return nil
    }
  }

  /// Its name.
  public var name: String {
    switch self {
    case .huberLog: Self.names[0]
    case .leastSquares: Self.names[1]
    case .logLeastSquares: Self.names[2]
    case .logOnePlus: Self.names[3]
    }
  }

  /// The factor from the sum over the rows to the reported value.
  func reportingFactor(rows: Double) -> Double { self == .logOnePlus ? 1 / rows : 1 }
}

/// The contribution of one row with its first two derivatives in m = ln ŷ.
struct RowLoss {
  var value: Double
  var slope: Double
  var curvature: Double

  @inline(__always)
  init(value: Double, slope: Double, curvature: Double) {
    (self.value, self.slope, self.curvature) = (value, slope, curvature)
  }
}

extension LawObjective {
  /// The contribution of a row at m = ln ŷ.
  @inline(__always)
  func rowLoss(_ m: Double, logLoss: Double) -> RowLoss {
    switch self {
    case .huberLog(let delta):
      let r = m - logLoss
      let size = abs(r)
      return size <= delta
        ? RowLoss(value: 0.5 * r * r, slope: r, curvature: 1)
        : RowLoss(
          value: delta * (size - 0.5 * delta), slope: r < 0 ? -delta : delta, curvature: 0)
    case .logLeastSquares:
      let r = m - logLoss
      return RowLoss(value: r * r, slope: 2 * r, curvature: 2)
    case .leastSquares:
      let fitted = exp(m)
      let r = fitted - exp(logLoss)
      return RowLoss(
        value: r * r, slope: 2 * r * fitted, curvature: 2 * fitted * (r + fitted))
    case .logOnePlus:
      let fitted = exp(m)
      let r = log1p(fitted) - log1p(exp(logLoss))
      let slope = fitted / (1 + fitted)
      return RowLoss(
        value: r * r, slope: 2 * r * slope, curvature: 2 * slope * (slope + r * (1 - slope)))
    }
  }
}
