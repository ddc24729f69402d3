import Foundation
import ScalingData

@testable import ScalingAnalysis

/// Published runs, where a copy is at hand: `SCALING_REFERENCE` names the folder, or it lies in
/// `../shared/reference` beside the package. Tests that need them are skipped without.
enum ReferenceRuns {
  static let folder =
    ProcessInfo.processInfo.environment["SCALING_REFERENCE"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/reference").path

  static let absence: String = "the published runs are not there: set SCALING_REFERENCE"

  static var arePresent: Bool {
    FileManager.default.fileExists(atPath: folder + "/README.md")
      || FileManager.default.fileExists(atPath: folder + "/chinchilla-epoch/points.csv")
  }

  static func columns(
    _ path: String, _ names: [String], where conditions: [String] = []
  ) throws -> [[Double]] {
    try NumberTable(
      reading: NumberTableRequest(
        input: .file(folder + "/" + path),
        columns: names.map {
          .init(option: "--column", meaning: $0, name: $0, wellKnownNames: [])
        },
        conditions: try conditions.map { try RowCondition($0) })
    ).values
  }

  static func data(
    _ path: String, _ names: [String], where conditions: [String] = []
  ) throws -> LawData {
    let columns = try columns(path, names, where: conditions)
    return try LawData(
      columns: Array(columns.dropLast()), loss: columns[columns.count - 1], names: names)
  }

  static func chinchilla(_ conditions: String...) throws -> LawData {
    try data("chinchilla-epoch/points.csv", ["params_n", "tokens_d", "loss"], where: conditions)
  }
}

extension Double {
  /// Whether a value lies within a relative tolerance.
  func isNear(_ other: Double, _ relative: Double) -> Bool {
    abs(self - other) <= relative * abs(other)
  }
}
