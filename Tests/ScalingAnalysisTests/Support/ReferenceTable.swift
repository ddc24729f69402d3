import Foundation

/// A table of the reference folder, which is not part of the package: it is taken from
/// SCALING_REFERENCE, or from shared/reference beside the package. Tests of it are skipped where
/// it is missing.
struct ReferenceTable {
  let rows: [[String: String]]

  static let folder: String? = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared/reference").standardizedFileURL.path()
    let candidates = [ProcessInfo.processInfo.environment["SCALING_REFERENCE"], beside]
    return candidates.compactMap(\.self).first { FileManager.default.fileExists(atPath: $0) }
  }()

  static var isPresent: Bool { folder != nil }

  /// Reads a table without quoted cells.
  init(_ path: String) throws {
    let text = try String(contentsOfFile: (Self.folder ?? "") + "/" + path, encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    rows = lines.dropFirst().map { cells in
      Dictionary(zip(lines[0], cells)) { first, _ in first }
    }
  }

  /// The rows that have both numbers.
  func points(
    _ x: String, _ y: String, where keeps: ([String: String]) -> Bool = { _ in true }
  ) -> [(x: Double, y: Double)] {
    rows.filter(keeps).compactMap { row in
      guard let x = row[x].flatMap(Double.init), let y = row[y].flatMap(Double.init) else {
        return nil
      }
      return (x, y)
    }
  }
}
