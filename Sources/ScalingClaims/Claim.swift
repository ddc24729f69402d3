internal import ScalingAnalysis
public import ScalingData

/// A sentence about scaling that data can support or contradict.
public struct Claim: Sendable, Equatable {
  /// What is claimed.
  public enum Content: Sendable, Equatable {
    /// The shape of a curve.
    case shape(ShapeClaim)
    /// The size of a figure of one curve.
    case size(SizeClaim)
    /// How two curves compare.
    case comparison(ComparisonClaim)
    /// A figure that follows from others.
    case arithmetic(ArithmeticClaim)

    /// Whether it is judged from a table of observations.
    public var needsData: Bool {
      if case .arithmetic = self { return false }
      return true
    }

    /// Whether it is on ratios of x, such as doublings.
    var comparesRatios: Bool {
      switch self {
      case .shape: true
      case .size(let claim): !claim.isDoublingTime && claim.model.comparesRatios
      case .comparison(let claim): claim.model.comparesRatios
      case .arithmetic: false
      }
    }
  }

  /// A short name, unique in its file.
  public var id: String
  /// The words of the source.
  public var quote: String?
  /// What is claimed in other words, where there are no words to quote.
  public var paraphrase: String?
  /// Who said it, where and when.
  public var source: String?
  /// Where it can be read.
  public var link: String?
  /// The table and the roles of its columns; absent where none is needed.
  public var data: TableRequest?
  /// The series that is meant, where the table has several.
  public var seriesName: String?
  /// What is claimed.
  public var content: Content

  /// A claim from its parts.
  public init(
    id: String, quote: String? = nil, paraphrase: String? = nil, source: String? = nil,
    link: String? = nil,
    data: TableRequest? = nil, seriesName: String? = nil, content: Content
  ) {
    self.id = id
    self.quote = quote
    self.paraphrase = paraphrase
    self.source = source
    self.link = link
    self.data = data
    self.seriesName = seriesName
    self.content = content
  }
}

extension ModelName {
  /// Whether its curve is one of log x.
  fileprivate var comparesRatios: Bool {
    switch self {
    case .constant, .linear, .saturatingExponential, .formula: false
    case .logLinear, .powerLaw, .saturatingPower, .logistic, .hinge, .brokenPower: true
    }
  }
}
