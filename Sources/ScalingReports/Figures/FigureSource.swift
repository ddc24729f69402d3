internal import ScalingData

/// The source line of a figure.
enum FigureSource {
  /// The name of a file without its folder.
  static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The files of a table.
  static func names(_ table: SeriesTable) -> String {
    table.inputs.map { name($0.path) }.joined(separator: ", ")
  }
}
