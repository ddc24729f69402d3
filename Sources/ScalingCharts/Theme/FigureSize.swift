/// Sizes by what a figure is for.
public enum FigureSize: String, Sendable, CaseIterable {
  /// 760 pixels wide: the text column of a blog or a paper.
  case post
  /// 360 pixels wide: a phone.
  case phone
  /// 340 pixels wide: one of two columns of a paper.
  case column
  /// 1,200 pixels wide.
  case wide
  /// 1,280 by 720 pixels, with type for the last row.
  case slide
  /// 1,200 by 630 pixels: the preview of a link.
  case card
  /// 1,080 by 1,080 pixels: a picture in a feed.
  case square

  /// Width in pixels.
  public var width: Double {
    switch self {
    case .post: 760
    case .phone: 360
    case .column: 340
    case .wide, .card: 1200
    case .slide: 1280
    case .square: 1080
    }
  }

  /// Height in pixels, where it is fixed.
  public var height: Double? {
    switch self {
    case .post, .phone, .column, .wide: nil
    case .slide: 720
    case .card: 630
    case .square: 1080
    }
  }

  /// How much larger than in a post everything is.
  public var magnification: Double {
    switch self {
    case .post, .phone, .column, .wide: 1
    case .slide, .card: 1.5
    case .square: 1.6
    }
  }

  /// Sets width and height, and makes everything larger.
  public func apply(to options: inout RenderOptions) {
    options.width = width
    options.height = height
    options.theme.magnification *= magnification
  }
}
