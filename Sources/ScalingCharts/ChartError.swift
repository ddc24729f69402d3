/// A figure that cannot be drawn.
public enum ChartError: Error, Sendable, Equatable, CustomStringConvertible {
  case noPanels
  /// No mark of the panel has a value that is finite and possible on its axes.
  case noDrawableData(panel: Int, heading: String?)
  /// A domain that was asked for has no length or is impossible on its axis.
  case invalidDomain(panel: Int, axis: String)
  /// The height that was asked for leaves no room for the plot areas.
  case tooLow(height: Int, needed: Int)

  /// What is wrong and what to do next.
  public var description: String {
    switch self {
    case .noPanels:
      "the figure has no panel; add at least one"
    case .noDrawableData(let panel, let heading):
      "panel \(panel + 1)\(heading.map { " (\($0))" } ?? "") has nothing to draw; give it at "
        + "least one finite point (and positive values on a logarithmic axis)"
    case .tooLow(let height, let needed):
      "the figure needs \(needed) pixels of height, but was given \(height); use a taller size, "
        + "fewer panels (fewer series or groups), or a shorter title, subtitle and source"
    case .invalidDomain(let panel, let axis):
      "panel \(panel + 1): the domain of the \(axis) axis has no length or does not fit its "
        + "scale; a logarithmic axis needs positive bounds"
    }
  }
}
