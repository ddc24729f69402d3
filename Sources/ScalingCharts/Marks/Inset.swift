/// A small panel inside the plot area of another: a detail, or the same data on another axis.
///
/// It stands in a corner where it covers no data. Where there is none, on figures less than 560
/// pixels wide, and beside other panels it becomes a panel of its own after them.
public struct Inset: Sendable, Equatable {
  /// A corner of the plot area.
  public enum Corner: Sendable, Equatable, Hashable, CaseIterable {
    case topRight, bottomRight, topLeft, bottomLeft
  }

  /// The small panel; its heading says what it shows, axis titles have no room.
  public var panel: Panel
  /// Where it stands; where it covers nothing when nil.
  public var corner: Corner?
  /// The part of the plot area that it takes, with its labels.
  var share = InsetPlacement.shares[InsetPlacement.shares.count - 1]

  /// A small panel in a corner.
  public init(_ panel: Panel, corner: Corner? = nil) {
    self.panel = panel
    self.corner = corner
  }
}
