internal import ArgumentParser

/// The name of a file for a figure, which is always SVG.
enum FigurePath {
  /// Endings of other pictures and documents.
  private static let others = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "tif", "tiff", "pdf", "eps", "ps",
  ]

  /// Refuses a name that promises another form of picture.
  ///
  /// - Throws: `ValidationError` that names the option.
  static func requireSVG(_ path: String, option: String) throws {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last, others.contains(ending.lowercased()) else {
      return
    }
    let renamed = path.dropLast(ending.count) + "svg"
    throw ValidationError(
      "\(option) \(path): figures are written as SVG only. Name the file \(renamed), and convert it, "
        + "for instance with rsvg-convert.")
  }
}
