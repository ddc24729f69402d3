public import ScalingCharts

/// Choices about a figure of fitted curves.
public struct FigureOptions: Sendable, Equatable {
  /// Which x axes are drawn.
  public enum Lens: String, Sendable, CaseIterable {
    /// One panel with a linear x axis.
    case linear
    /// One panel with a logarithmic x axis.
    case log
    /// The same data twice, side by side: what a logarithmic axis hides.
    case both

    /// What a subtitle says of the x axis, given whether it can be logarithmic.
    func axisPhrase(isLogarithmic: Bool) -> String {
      switch self {
      case .both: "on two axes"
      case .linear: "linear axis"
      case .log: isLogarithmic ? "log axis" : "linear axis"
      }
    }
  }

  /// Which x axes are drawn.
  public var lens: Lens
  /// Replaces the title that states the finding.
  public var title: String?
  /// Replaces the subtitle.
  public var subtitle: String?
  /// Replaces the title of the x axis.
  public var xTitle: String?
  /// Replaces the title of the y axis, also in the finding.
  public var yTitle: String?
  /// Where the data come from.
  public var source: String?
  /// How far curves are drawn beyond the data, dashed.
  public var extendTo: Double?
  /// The series column with a panel for each of its values.
  public var facet: String?
  /// Whether the interval of a new observation is drawn too.
  public var showsPrediction: Bool
  /// The x axis in another unit, below the first.
  public var secondaryX: SecondaryAxis?
  /// The part of the x axis that is drawn once more, enlarged, inside the figure.
  public var inset: ClosedRange<Double>?

  /// A logarithmic axis and words that the report finds, unless said otherwise.
  public init(
    lens: Lens = .log, title: String? = nil, subtitle: String? = nil,
    xTitle: String? = nil, yTitle: String? = nil, source: String? = nil,
    extendTo: Double? = nil, facet: String? = nil, showsPrediction: Bool = false
  ) {
    self.lens = lens
    self.title = title
    self.subtitle = subtitle
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.source = source
    self.extendTo = extendTo
    self.facet = facet
    self.showsPrediction = showsPrediction
  }
}
