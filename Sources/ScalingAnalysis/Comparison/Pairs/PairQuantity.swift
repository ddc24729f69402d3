/// A figure that compares the fitted curves of two series, as users quote it.
public struct PairQuantity: Sendable, Equatable {
  /// What is compared.
  public enum Kind: Sendable, Equatable {
    /// The slope of the first over that of the second: `slope-ratio:A/B`.
    case slopeRatio
    /// A coefficient of the first over that of the second: `ratio@b:A/B`.
    case ratio(coefficient: String)
    /// The first curve minus the second at x (`difference@1e6:A-B`), or on average over the x that
    /// both series cover (`difference:A-B`).
    case difference(at: Double?)
    /// Where the curves meet: within the x that both series cover (`crossing:A,B`), or in a range
    /// (`crossing@1e3..1e9:A,B`).
    case crossing(within: ClosedRange<Double>?)

    /// What stands between the names of the two series.
    var separator: Character {
      switch self {
      case .slopeRatio, .ratio: "/"
      case .difference: "-"
      case .crossing: ","
      }
    }

    /// The figure as on the command line, without the series.
    var description: String {
      switch self {
      case .slopeRatio: "slope-ratio"
      case .ratio(let name): "ratio@\(name)"
      case .difference(nil): "difference"
      case .difference(let x?): "difference@\(DerivedQuantity.short(x))"
      case .crossing(nil): "crossing"
      case .crossing(let range?):
        "crossing@\(DerivedQuantity.short(range.lowerBound))"
          + "..\(DerivedQuantity.short(range.upperBound))"
      }
    }
  }

  /// What is compared.
  public let kind: Kind
  /// The name of the first series.
  public let first: String
  /// The name of the second series.
  public let second: String

  /// A comparison of two series by their names.
  public init(_ kind: Kind, first: String, second: String) {
    self.kind = kind
    self.first = first
    self.second = second
  }
}

extension PairQuantity: CustomStringConvertible {
  /// The comparison as on the command line.
  public var description: String { "\(kind.description):\(first)\(kind.separator)\(second)" }
}
