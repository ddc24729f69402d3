public import ScalingData

/// A claim that a figure follows from others.
public struct ArithmeticClaim: Sendable, Equatable {
  /// Where a figure comes from.
  public enum Figure: Sendable, Equatable {
    /// As it was printed.
    case printed(PrintedFigure)
    /// One cell of a table: a column of numbers in the only row that meets the conditions.
    case cell(InputLocation, column: String, conditions: [RowCondition], unit: String)
  }

  /// How the result stands to the claimed figure.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// The same, to within the tolerance, or else the rounding of the claimed figure.
    case equals
    /// That much or more.
    case atLeast = "at-least"
    /// That much or less.
    case atMost = "at-most"
  }

  /// The figures by name, in the order they were given.
  public var figures: [(name: String, figure: Figure)]
  /// How the result follows from them.
  public var formula: ArithmeticExpression
  /// What is claimed of the result.
  public var kind: Kind
  /// The claimed figure.
  public var claimed: PrintedFigure
  /// How far the result may be from the claimed figure; its rounding decides when absent.
  public var tolerance: Double?

  /// The tables of the figures that are cells.
  public var inputs: [InputLocation] {
    figures.compactMap { if case .cell(let input, _, _, _) = $0.figure { input } else { nil } }
  }

  /// A claim from its parts.
  public init(
    figures: [(name: String, figure: Figure)], formula: ArithmeticExpression, _ kind: Kind,
    claimed: PrintedFigure, tolerance: Double? = nil
  ) {
    self.figures = figures
    self.formula = formula
    self.kind = kind
    self.claimed = claimed
    self.tolerance = tolerance
  }

  /// Whether both say the same of the same figures.
  public static func == (left: ArithmeticClaim, right: ArithmeticClaim) -> Bool {
    left.formula == right.formula && left.kind == right.kind && left.claimed == right.claimed
      && left.tolerance == right.tolerance
      && left.figures.map(\.name) == right.figures.map(\.name)
      && left.figures.map(\.figure) == right.figures.map(\.figure)
  }
}
