/// The name of a value in a report, such as `log-linear.slopePerDoubling`.
///
/// Each step is the name of a member, or the `name`, `model`, `id` or `quantity` of an element of a
/// list. Levels may be left out as long as one value only is meant.
public struct ValuePath: Sendable, Equatable {
  private let steps: [String]
  private let text: String

  /// Why a path names no value.
  public struct Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, and what there is.
    public let description: String
  }

  /// Reads a path; its steps are separated by dots.
  public init(_ text: String) {
    self.text = text
    steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// The value with its interval and unit, as a sentence has it.
  public func text(in document: JSONValue) throws(Problem) -> String {
    var found = [document]
    for step in steps {
      let next = found.flatMap { Self.nearest(step, in: $0) }
      guard !next.isEmpty else {
        let names = Array(Set(found.flatMap(Self.names))).sorted().joined(separator: ", ")
        throw Problem(description: "there is no \(step) in the report; it has \(names)")
      }
      found = next
    }
    guard found.count == 1 else {
      throw Problem(
        description: "\(found.count) values of the report have this name: put the model or the "
          + "series before it, as in log-linear.\(text)")
    }
    guard let words = found[0].words else {
      throw Problem(description: "this is a part of the report and no single value")
    }
    return words
  }

  /// The values of a name that are not below one another.
  private static func nearest(_ step: String, in value: JSONValue) -> [JSONValue] {
    switch value {
    case .object(let members):
      if let member = members[step] { return [member] }
      return members.sorted { $0.key < $1.key }.flatMap { nearest(step, in: $0.value) }
    case .array(let elements):
      return elements.flatMap { $0.name == step ? [$0] : nearest(step, in: $0) }
    case .string, .number, .integer, .boolean: return []
    }
  }

  /// The names at the next level that has any.
  private static func names(in value: JSONValue) -> [String] {
    switch value {
    case .object(let members): members.keys.sorted()
    case .array(let elements): elements.compactMap(\.name)
    case .string, .number, .integer, .boolean: []
    }
  }
}

extension JSONValue {
  /// What an element of a list is called.
  fileprivate var name: String? {
    guard case .object(let members) = self else { return nil }
    for key in ["name", "model", "id", "quantity"] {
      if case .string(let name)? = members[key] { return name }
    }
    return nil
  }

  /// A value in words: its own text where the report has one, or its number and interval.
  fileprivate var words: String? {
    switch self {
    case .string(let text): return text
    case .number(let value): return NumberText.significant(value, 3)
    case .integer(let value): return NumberText.fixed(Double(value), 0)
    case .boolean(let value): return value ? "yes" : "no"
    case .array: return nil
    case .object(let members):
      if case .string(let text)? = members["text"] { return text }
      guard let estimate = members["estimate"]?.words else { return nil }
      return estimate + (members["interval"]?.intervalWords ?? "")
    }
  }

  private var intervalWords: String {
    guard case .object(let members) = self else { return "" }
    return switch (members["lower"]?.words, members["upper"]?.words) {
    case (let lower?, let upper?): " (\(lower) to \(upper))"
    case (let lower?, nil): " (above \(lower), open)"
    case (nil, let upper?): " (below \(upper), open)"
    case (nil, nil): ""
    }
  }
}
