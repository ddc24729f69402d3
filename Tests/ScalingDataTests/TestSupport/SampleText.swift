import Foundation

@testable import ScalingData

/// Reads a text as a table of samples.
func samples(
  _ text: String, name: String = "votes.csv", limits: ReadingLimits = .standard,
  change: (inout SampleRequest) throws -> Void = { _ in }
) throws -> SampleTable {
  let table = try TemporaryTable(text, name: name)
  var request = SampleRequest(inputs: [table.location])
  try change(&request)
  return try withExtendedLifetime(table) { try SampleTable(reading: request, limits: limits) }
}

/// The message of the error that a reading of samples throws, with folders taken out.
func samplesMessage(
  _ texts: [String], name: String = "votes.csv", limits: ReadingLimits = .standard,
  change: (inout SampleRequest) throws -> Void = { _ in }
) throws -> String {
  let tables = try texts.enumerated().map { index, text in
    try TemporaryTable(text, name: index == 0 ? name : "more-" + name)
  }
  var request = SampleRequest(inputs: tables.map(\.location))
  try change(&request)
  do {
    _ = try SampleTable(reading: request, limits: limits)
    return "no error"
  } catch {
    return tables.reduce(error.description) { text, table in
      let folder = (table.path as NSString).deletingLastPathComponent + "/"
      return text.replacingOccurrences(of: folder, with: "")
    }
  }
}

extension QuestionSamples {
  /// The answers in one line: `12 x3 right, 13 x1`.
  var summary: String {
    answers.map { "\($0.text) x\($0.count)\($0.isCorrect ? " right" : "")" }
      .joined(separator: ", ")
  }
}
