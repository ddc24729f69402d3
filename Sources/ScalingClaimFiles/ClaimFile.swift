public import ScalingClaims
internal import Yams

/// A file of claims: each is read on its own, so that one that cannot be read leaves the others.
public struct ClaimFile: Sendable {
  /// One claim of a file, or why it cannot be read.
  public struct Entry: Sendable {
    /// Its name; its place in the file where it has none.
    public let id: String
    /// Whether it has a name of its own.
    public let isNamed: Bool
    /// The claim, or the error with line and column.
    public let claim: Result<Claim, ClaimError>

    init(id: String, isNamed: Bool = true, claim: Result<Claim, ClaimError>) {
      self.isNamed = isNamed
      self.id = id
      self.claim = claim
    }

    /// A claim that cannot be judged.
    public init(id: String, error: ClaimError) { self.init(id: id, claim: .failure(error)) }

    /// A claim that was not read from a file.
    public init(_ claim: Claim) { self.init(id: claim.id, claim: .success(claim)) }
  }

  /// The claims in the order of the file.
  public let entries: [Entry]

  /// Reads claims from YAML.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - name: the file, for messages.
  ///   - folder: where its tables are, with a slash at the end; empty for the current folder.
  /// - Throws: `ClaimError` when it is no YAML, or no list of claims.
  public init(_ text: String, name: String, folder: String) throws(ClaimError) {
    let root = try Self.root(text, name)
    let top = try ClaimNode(root, name).mapping(allowing: ["claims"])
    guard let claims = top["claims"] else {
      throw ClaimError("\(name), line 1, column 1: there is no list of claims; begin with claims:")
    }
    guard try !claims.list().isEmpty else {
      throw claims.error("the list of claims is empty; write at least one")
    }
    var seen: Set<String> = []
    var entries: [Entry] = []
    for (index, node) in try claims.list().enumerated() {
      let fallback = "claim \(index + 1)"
      let name = try? node.mapping(allowing: nil)["id"]?.text()
      let id = name ?? fallback
      let claim = Self.result { () throws(ClaimError) in
        try ClaimReader(node: node, fallback: fallback, folder: folder).claim()
      }
      guard seen.insert(id).inserted else {
        entries.append(
          Entry(id: id, claim: .failure(node.error("the id \"\(id)\" is used twice"))))
        continue
      }
      entries.append(Entry(id: id, isNamed: name != nil, claim: claim))
    }
    self.entries = entries
  }

  private static func result(
    _ body: () throws(ClaimError) -> Claim
  ) -> Result<Claim, ClaimError> {
    do throws(ClaimError) { return .success(try body()) } catch { return .failure(error) }
  }

  private static func root(_ text: String, _ name: String) throws(ClaimError) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw ClaimError("\(name): the file is empty; begin with claims:")
      }
      return node
    } catch let error as ClaimError {
      throw error
    } catch let error as YamlError {
      throw ClaimError("\(name)\(error.place): no YAML: \(error.problem)")
    } catch {
      throw ClaimError("\(name): no YAML: \(error)")
    }
  }
}

extension YamlError {
  fileprivate var place: String {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      ", line \(mark.line), column \(mark.column)"
    case .duplicatedKeysInMapping(_, let context):
      ", line \(context.mark.line), column \(context.mark.column)"
    default: ""
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      problem
    case .duplicatedKeysInMapping(let duplicates, _):
      "the key \(duplicates.joined(separator: ", ")) is given twice"
    default: "\(self)"
    }
  }
}
