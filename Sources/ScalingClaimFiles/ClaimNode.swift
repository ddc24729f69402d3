internal import ScalingClaims
internal import ScalingData
internal import Yams

/// A part of a claims file with its place, for messages.
struct ClaimNode {
  private let node: Node
  private let file: String

  init(_ node: Node, _ file: String) {
    self.node = node
    self.file = file
  }

  /// An error at this place.
  func error(_ problem: String) -> ClaimError {
    let place = node.mark.map { ", line \($0.line), column \($0.column)" } ?? ""
    return ClaimError("\(file)\(place): \(problem)")
  }

  /// The same error at this place.
  func located<Value>(
    _ body: () throws(ClaimError) -> Value
  ) throws(ClaimError) -> Value {
    do throws(ClaimError) { return try body() } catch { throw self.error(error.description) }
  }

  var isMapping: Bool { node.mapping != nil }
  var isList: Bool { node.sequence != nil }

  /// The members of a mapping in order; keys beyond `allowed` are refused.
  func members(allowing allowed: [String]?) throws(ClaimError) -> [(key: String, node: ClaimNode)] {
    guard let mapping = node.mapping else {
      let names = allowed.map { ": " + $0.joined(separator: ", ") } ?? ""
      throw error("keys and values were expected here\(names)")
    }
    var result: [(String, ClaimNode)] = []
    for (key, value) in mapping {
      let place = ClaimNode(key, file)
      let name = try place.text()
      if let allowed, !allowed.contains(name) {
        let near = NearestName.suggestion(for: name, among: allowed)
        throw place.error(
          "there is no key \"\(name)\" here"
            + (near.map { "; did you mean \($0)?" } ?? ".")
            + " The keys are \(allowed.joined(separator: ", "))")
      }
      result.append((name, ClaimNode(value, file)))
    }
    return result
  }

  /// The members of a mapping by name.
  func mapping(allowing allowed: [String]?) throws(ClaimError) -> [String: ClaimNode] {
    Dictionary(try members(allowing: allowed).map { ($0.key, $0.node) }) { first, _ in first }
  }

  /// The items of a list.
  func list() throws(ClaimError) -> [ClaimNode] {
    guard let sequence = node.sequence else { throw error("a list was expected here") }
    return sequence.map { ClaimNode($0, file) }
  }

  /// A word or a number as it is written.
  func text() throws(ClaimError) -> String {
    guard let scalar = node.scalar else { throw error("one word or number was expected here") }
    return scalar.string
  }

  /// One text, or a list of them.
  func texts() throws(ClaimError) -> [String] {
    guard isList else { return [try text()] }
    var result: [String] = []
    for item in try list() { result.append(try item.text()) }
    return result
  }

  /// A word of a fixed choice.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ what: String, as type: Value.Type = Value.self
  ) throws(ClaimError) -> Value where Value.RawValue == String {
    let word = try text()
    if let value = Value(rawValue: word) { return value }
    let names = Value.allCases.map(\.rawValue)
    let near = NearestName.suggestion(for: word, among: names)
    throw error(
      "there is no \(what) \"\(word)\"" + (near.map { "; did you mean \($0)?" } ?? ".")
        + " Choose from \(names.joined(separator: ", "))")
  }
}
