import Foundation

@testable import ScalingData

/// A table in a temporary file that is removed with the value.
final class TemporaryTable {
  let path: String

  init(_ text: String, name: String = "table.csv") throws {
    try path = Self.write(Data(text.utf8), name)
  }

  init(bytes: [UInt8], name: String = "table.csv") throws {
    try path = Self.write(Data(bytes), name)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }

  var location: InputLocation { .file(path) }

  private static func write(_ data: Data, _ name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try data.write(to: file)
    return file.path
  }
}

/// The message of the error that a reading throws, with the folder of the file taken out.
func message(
  _ text: String, name: String = "table.csv", change: (inout TableRequest) throws -> Void = { _ in }
) throws -> String {
  let table = try TemporaryTable(text, name: name)
  return try message(table, change: change)
}

/// The message of the error that a reading throws, with the folder of the file taken out.
func message(
  _ table: TemporaryTable, change: (inout TableRequest) throws -> Void = { _ in }
) throws -> String {
  var request = TableRequest(inputs: [table.location])
  try change(&request)
  do {
    _ = try SeriesTable(reading: request)
    return "no error"
  } catch {
    let folder = (table.path as NSString).deletingLastPathComponent + "/"
    return error.description.replacingOccurrences(of: folder, with: "")
  }
}

/// Reads a text as a table.
func read(
  _ text: String, name: String = "table.csv", limits: ReadingLimits = .standard,
  change: (inout TableRequest) throws -> Void = { _ in }
) throws -> SeriesTable {
  let table = try TemporaryTable(text, name: name)
  var request = TableRequest(inputs: [table.location])
  try change(&request)
  // Without this the file could be gone before it is read: the table is not used again.
  return try withExtendedLifetime(table) { try SeriesTable(reading: request, limits: limits) }
}
