/// A problem with the input: what it is, where it is, and what to do next.
///
/// ```
/// points.csv, line 3, column "accuracy": "n/k" is not a number. Write a number, or leave …
/// ```
public struct DataError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of problem, stable across releases.
  public enum Code: String, Sendable, Equatable, CaseIterable {
    case noInput, noSuchFile, isDirectory, notPermitted, readFailed
    case emptyInput, noRows, binaryInput, invalidUTF8, recordTooLong
    case raggedRow, unclosedQuote, strayQuote, textAfterQuote, carriageReturn
    case headerMismatch, unknownColumn, duplicateColumn, columnNotGuessed
    case notANumber, notFinite, groupedNumber, mixedUnits, accuracyOutOfRange, mixedDates
    case invalidItems, invalidCondition, noMatchingRow, noCompleteRow, invalidHoldout
    case invalidJSON, duplicateKey
    case emptyQuestion, invalidVerdict, contradictoryVerdicts, contradictoryTruths
    case duplicateSample, duplicateQuestion, invalidCount, conflictingRoles
  }

  /// The kind of problem.
  public let code: Code
  /// Where the problem is.
  public internal(set) var place: DataPlace
  /// What is wrong, without a full stop.
  public let problem: String
  /// What the user can do about it: a full sentence.
  public let nextStep: String

  /// Creates an error from its parts.
  public init(_ code: Code, at place: DataPlace, _ problem: String, nextStep: String) {
    self.code = code
    self.place = place
    self.problem = problem
    self.nextStep = nextStep
  }

  /// One line for a terminal: place, problem, next step.
  public var description: String {
    let location = place.description
    let prefix = location.isEmpty ? "" : location + ": "
    return "\(prefix)\(problem). \(nextStep)"
  }

  /// The same error with a line counted from the start of the file instead of a block.
  func movedDown(by lines: Int) -> DataError {
    var moved = self
    if let line = place.line { moved.place.line = line + lines }
    return moved
  }
}

extension DataError {
  /// The same error in a file, when no file was known.
  func located(in file: String) -> DataError {
    var located = self
    if place.file == nil { located.place.file = file }
    return located
  }
}
